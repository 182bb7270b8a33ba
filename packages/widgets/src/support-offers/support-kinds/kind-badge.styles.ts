import { css } from "lit";

/** The four kinds' own colours, each with its tint. */
export const kindStyles = css`
  .kind {
    display: inline-flex;
    gap: 0.35rem;
    align-items: center;
    padding: 0.15rem 0.6rem;
    border-radius: 999px;
    font-size: 0.9em;
    font-weight: 600;
  }
  svg {
    width: 1rem;
    height: 1rem;
    flex: none;
    fill: none;
    stroke: currentColor;
    stroke-width: 2;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .EMOTIONAL {
    color: light-dark(#8c3a66, #f0a8c8);
    background: light-dark(#f8e9f0, #3a2230);
  }
  .INFORMATIONAL {
    color: light-dark(#2c5a9a, #a9c8f5);
    background: light-dark(#e8eff9, #1f2c40);
  }
  .INSTRUMENTAL {
    color: light-dark(#7a5300, #e9c46a);
    background: light-dark(#faf0da, #362b14);
  }
  .COMPANIONSHIP {
    color: light-dark(#3a6a2b, #afd69b);
    background: light-dark(#eaf3e3, #22301c);
  }
  @media (forced-colors: active) {
    .kind {
      border: 1px solid;
    }
  }
`;
