import { createKith, type Kith } from "@kith/sdk";
import {
  KithProvider,
  useExchanges,
  useKithMutation,
  useKithPages,
  useKithQuery,
  useSupportOffers,
} from "@kith/sdk/react";
import { Component, createElement as h, type ReactNode, StrictMode } from "react";
import { createRoot, type Root } from "react-dom/client";

/** A partner's own interface on the hooks, small enough to read; the tests look at it in a browser. */
export function Board({ communityId }: { communityId: string }): ReactNode {
  const { nodes, loading } = useSupportOffers({ communityId, openOnly: true });
  const ask = useKithMutation((kith, supportOfferId: string, options) =>
    kith.exchanges.propose({ supportOfferId }, options),
  );
  const items = nodes.map(({ id, title, viewerCan }) =>
    h(
      "li",
      { key: id },
      title,
      viewerCan.includes("PROPOSE") && h("button", { onClick: () => void ask.run(id) }, `Ask for ${title}`),
    ),
  );
  return h("section", null, h("h2", null, "Offers"), loading && h("p", null, "Loading offers"), h("ul", null, items));
}

export function Exchanges(): ReactNode {
  const { nodes, error } = useExchanges({ states: ["PROPOSED", "ACCEPTED"] });
  const accept = useKithMutation((kith, id: string, options) => kith.exchanges.accept(id, options));
  return h(
    "section",
    null,
    h("h2", null, "Exchanges"),
    error && h("p", { role: "alert" }, error.code),
    nodes.map(({ id, state, supportOffer, viewerCan }) =>
      h(
        "p",
        { key: id },
        `${supportOffer.title}: ${state}`,
        viewerCan.includes("ACCEPT") && h("button", { onClick: () => void accept.run(id) }, "Accept"),
      ),
    ),
  );
}

function Communities(): ReactNode {
  const { nodes, hasMore, more, loading } = useKithPages((kith) => kith.communities, { first: 2 });
  return h(
    "section",
    null,
    h(
      "ul",
      { "aria-label": "Communities" },
      nodes.map(({ id, name }) => h("li", { key: id }, name)),
    ),
    hasMore && !loading && h("button", { onClick: more }, "More communities"),
  );
}

function Offering(): ReactNode {
  const offer = useKithMutation((kith, title: string, options) =>
    kith.supportOffers.create({ kinds: ["EMOTIONAL"], title }, options),
  );
  return h(
    "section",
    null,
    h("button", { onClick: () => void offer.run("Twice pressed") }, "Offer"),
    h("output", null, offer.pending ? "pending" : (offer.error?.code ?? offer.data?.title ?? "idle")),
  );
}

function Answer({ name }: { name: string }): ReactNode {
  const { data, loading, refresh } = useKithQuery((_, { signal }) => window.app.answer(name, signal), [name]);
  return h(
    "section",
    null,
    h("output", null, loading ? `asking, has ${data}` : data),
    h("button", { onClick: refresh }, "Again"),
  );
}

class Boundary extends Component<{ children: ReactNode }, { message?: string }> {
  override state: { message?: string } = {};
  static getDerivedStateFromError(error: Error) {
    return { message: error.message };
  }
  override render(): ReactNode {
    return this.state.message ? h("p", { role: "alert" }, this.state.message) : this.props.children;
  }
}

const scenes = { Board, Exchanges, Communities, Offering, Answer };

declare global {
  interface Window {
    app: {
      /** Shows these components, each with its properties. */
      show(...parts: [keyof typeof scenes, object?][]): void;
      leave(): void;
      answer(name: string, signal: AbortSignal | undefined): Promise<string>;
      /** The idempotency key of each mutation that was sent. */
      keys: string[];
      /** How many of the next requests never reach the gateway. */
      losing: number;
      troubles: string[];
    };
  }
}

/** Draws into `place`, as whom the page says. */
export function start(place: HTMLElement, endpoint: string): void {
  let root: Root | undefined;
  const troubles: string[] = [];
  const noted = console.error;
  console.error = (...said: unknown[]) => {
    troubles.push(said.join(" "));
    noted(...said);
  };
  const kith: Kith = createKith({
    endpoint,
    retries: 0,
    async getToken() {
      const response = await fetch(`/kith-token${location.search}`, { method: "POST" });
      return (await response.json()).token;
    },
    fetch(input, init) {
      const key = new Headers(init?.headers).get("idempotency-key");
      if (key) app.keys.push(key);
      if (key && app.losing-- > 0) return Promise.reject(new TypeError("lost"));
      return fetch(input, init);
    },
  });
  const app: Window["app"] = {
    show(...parts) {
      root ??= createRoot(place);
      const shown = parts.map(([name, props]) => h(scenes[name] as never, { key: name, ...props }));
      root.render(h(StrictMode, null, h(KithProvider, { kith }, h(Boundary, null, shown))));
    },
    leave() {
      root?.unmount();
      root = undefined;
    },
    answer: async (name) => name,
    keys: [],
    losing: 0,
    troubles,
  };
  window.app = app;
}
