// Compiled, never run: what must compile, and by @ts-expect-error what must not.
import { createElement, type ReactNode } from "react";
import { createKith, type Exchange, type KithError, type SupportOffer, type Viewer } from "../index.js";
import {
  KithProvider,
  useExchanges,
  useKithChanges,
  useKithMutation,
  useKithPages,
  useKithQuery,
  useSupportOffers,
} from "./index.js";

type Same<A, B> = [A, B] extends [B, A] ? true : false;
declare function same<A, B>(..._: Same<A, B> extends true ? [] : [never]): void;

const kith = createKith({ endpoint: "/graphql", getToken: () => null });
createElement(KithProvider, { kith }, "children");
// @ts-expect-error: a provider without a client gives nothing
createElement(KithProvider, {});

export function Valid({ id }: { id: string }): ReactNode {
  const viewer = useKithQuery((kith, options) => kith.viewer(options), []);
  same<typeof viewer.data, Viewer | null | undefined>();
  same<typeof viewer.error, KithError | undefined>();
  const { nodes } = useExchanges({ states: ["PROPOSED"], first: 10 });
  same<typeof nodes, readonly Exchange[]>();
  const offers = useSupportOffers({ kind: "EMOTIONAL", openOnly: true, communityId: "com_" });
  same<(typeof offers.nodes)[number], SupportOffer>();
  const named = useKithPages((kith) => kith.communities, { first: 5 });
  same<(typeof named.nodes)[number]["name"], string>();
  const mine = useKithPages((kith) => kith.supportOffers.mine);
  same<typeof mine.nodes, readonly SupportOffer[]>();
  const accept = useKithMutation((kith, id: string, options) => kith.exchanges.accept(id, options));
  void accept.run(id);
  same<typeof accept.data, Exchange | undefined>();
  const leave = useKithMutation((kith, _: void, options) => kith.communities.leave(id, options));
  void leave.run();
  useKithChanges(
    (kith, options) => kith.exchanges.changes(options),
    (change) => change.kind === "CHANGED" && same<typeof change.exchange, Exchange>(),
  );
  return null;
}

export function Invalid(): ReactNode {
  // @ts-expect-error: what it is about has to be said, if only that it is about nothing
  useKithQuery((kith) => kith.viewer());
  // @ts-expect-error: not one of the four kinds
  useSupportOffers({ kind: "MONEY" });
  // @ts-expect-error: not a state of an exchange
  useExchanges({ states: ["OPEN"] });
  const accept = useKithMutation((kith, id: string) => kith.exchanges.accept(id));
  // @ts-expect-error: which exchange
  void accept.run();
  // @ts-expect-error: communities have no filter
  useKithPages((kith) => kith.communities, { openOnly: true });
  return null;
}
