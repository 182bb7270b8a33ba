import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { Kith } from "../client.js";
import type { KithError } from "../errors.js";
import type { Page, PageArgs, Pages } from "../pages.js";
import { useKith } from "./kith-provider.js";
import { useKithErrors } from "./use-kith-errors.js";

export interface KithList<Node> {
  readonly nodes: readonly Node[];
  /** Why the last reading failed; what was read before it stays. */
  readonly error: KithError | undefined;
  readonly loading: boolean;
  /** Whether there is a further page. */
  readonly hasMore: boolean;
  /** Adds the next page; does nothing while one is read, or where there is none. */
  readonly more: () => void;
  /** Reads anew what is shown. */
  readonly refresh: () => void;
}

/** Changes what is shown, also of a page that is under way and may be older than the change. */
export type Amend<Node> = (change: (nodes: readonly Node[]) => readonly Node[]) => void;

interface Shown<Node> {
  readonly question: object;
  readonly nodes: readonly Node[];
  readonly page?: Page<Node> | undefined;
  readonly error?: KithError | undefined;
  readonly loading: boolean;
}

const LONGEST_PAGE = 100;

/** A list that grows page by page, by a filter that is compared by its content. */
export function useKithList<Filter extends object, Node>(
  pagesOf: (kith: Kith) => Pages<Filter, Node>,
  args: Filter & { first?: number | undefined },
): KithList<Node> & { readonly amend: Amend<Node> } {
  const kith = useKith();
  const errorOf = useKithErrors();
  const key = JSON.stringify(args);
  const question = useMemo(() => ({}), [kith, key]);
  const [shown, setShown] = useState<Shown<Node>>({ question, nodes: [], loading: true });
  const given = useRef({ pagesOf, args });
  useEffect(() => {
    given.current = { pagesOf, args };
  });
  // Newer than any rendering: what is under way, what changed meanwhile, and what is shown.
  const now = useRef<{
    control?: AbortController;
    since: ((nodes: readonly Node[]) => readonly Node[])[];
    shown: Shown<Node>;
  }>({
    since: [],
    shown,
  });

  const show = useCallback((next: Shown<Node>) => {
    now.current.shown = next;
    setShown(next);
  }, []);

  const read = useCallback(
    async (next: (signal: AbortSignal) => Promise<Page<Node> | null | undefined>, before: readonly Node[]) => {
      now.current.control?.abort();
      const control = new AbortController();
      now.current.control = control;
      now.current.since = [];
      show({ ...now.current.shown, question, loading: true });
      try {
        const page = await next(control.signal);
        if (control.signal.aborted) return;
        const nodes = now.current.since.reduce<readonly Node[]>(
          (all, change) => change(all),
          [...before, ...(page?.nodes ?? [])],
        );
        show({ question, nodes, page: page ?? undefined, loading: false });
      } catch (error) {
        if (!control.signal.aborted) show({ ...now.current.shown, error: errorOf(error), loading: false });
      }
    },
    [question, errorOf, show],
  );

  const refresh = useCallback(() => {
    const { first = 20, ...filter } = given.current.args;
    const size = Math.min(Math.max(now.current.shown.nodes.length, first), LONGEST_PAGE);
    const list = given.current.pagesOf(kith).list;
    void read((signal) => list({ ...(filter as unknown as Filter), first: size } as Filter & PageArgs, { signal }), []);
  }, [kith, read]);

  const more = useCallback(() => {
    const { page, nodes, loading } = now.current.shown;
    if (page?.pageInfo.hasNextPage && !loading) void read((signal) => page.next({ signal }), nodes);
  }, [read]);

  const amend = useCallback<Amend<Node>>(
    (change) => {
      if (now.current.shown.loading) now.current.since.push(change);
      show({ ...now.current.shown, nodes: change(now.current.shown.nodes) });
    },
    [show],
  );

  useEffect(() => {
    show({ question, nodes: [], loading: true });
    refresh();
    return () => now.current.control?.abort();
  }, [question, refresh, show]);

  const mine = shown.question === question;
  return {
    nodes: mine ? shown.nodes : [],
    error: mine ? shown.error : undefined,
    loading: !mine || shown.loading,
    hasMore: mine && shown.page?.pageInfo.hasNextPage === true,
    more,
    refresh,
    amend,
  };
}
