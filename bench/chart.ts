import { OPERATIONS } from "./operations.ts";
import { type Results, type Rounds, ratio } from "./results.ts";
import type { ServerName } from "./servers.ts";

const SERVERS: readonly (readonly [ServerName, string])[] = [
  ["floor", "Raw floor"],
  ["kith", "Kith"],
  ["postgraphile", "PostGraphile"],
  ["postgraphileByHand", "… plans by hand"],
  ["textbook", "Textbook"],
];
const WIDTH = 400;
const NAMES = 112;
const LONGEST = WIDTH - NAMES - 44;
const LINE = 20;
const GROUP_GAP = 14;

/**
 * Throughput as a share of the raw floor's: bars with their names and figures beside them, drawn for a narrow column. It
 * takes the page's own text colour, so it is right in light and in dark.
 */
export function chart({ operations = {}, on }: Results): string {
  const shapes: string[] = [];
  const said: string[] = [];
  let y = 16;
  const groups = OPERATIONS.flatMap(({ name, title }) => {
    const { floor, ...others } = operations[name] ?? {};
    return floor ? [{ title, bars: barsOf({ floor, ...others }) }] : [];
  });
  // a noisy round may put someone above the floor
  const most = Math.max(1, ...groups.flatMap(({ bars }) => bars.map(({ share }) => share)));
  for (const { title, bars } of groups) {
    shapes.push(text(0, y, title.split(":")[0] as string, ' font-weight="650"'));
    for (const { server, label, share } of bars) {
      y += LINE;
      const fill =
        server === "kith" ? 'style="fill: var(--vp-c-brand-1, #1f6f66)"' : 'fill="currentColor" fill-opacity="0.3"';
      const width = Math.max(1, (share / most) * LONGEST).toFixed(1);
      shapes.push(text(0, y, label), `<rect x="${NAMES}" y="${y - 11}" width="${width}" height="14" rx="3" ${fill}/>`);
      shapes.push(text(NAMES + Number(width) + 6, y, share.toFixed(2)));
    }
    said.push(`${title.split(":")[0]}: ${bars.map(({ label, share }) => `${label} ${share.toFixed(2)}`).join(", ")}.`);
    y += LINE + GROUP_GAP;
  }
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${y - GROUP_GAP - 6}" role="img" aria-labelledby="bench-title bench-said" font-size="14" fill="currentColor">`,
    `<title id="bench-title">Answers per second as a share of the raw floor's, measured on ${on}</title>`,
    `<desc id="bench-said">${said.join(" ")}</desc>`,
    ...shapes,
    "</svg>\n",
  ].join("\n");
}

function barsOf(of: Partial<Record<ServerName, Rounds>> & { floor: Rounds }) {
  return SERVERS.flatMap(([server, label]) => {
    const rounds = of[server];
    return rounds ? [{ server, label, share: ratio(rounds, of.floor) }] : [];
  });
}

const text = (x: number, y: number, words: string, more = "") =>
  `<text x="${Number(x.toFixed(1))}" y="${y}"${more}>${words}</text>`;
