import { describe, expect, it } from "vitest";
import { readUpTo } from "./read-up-to.js";

function listOf(length: number) {
  const asked: { first: number; after?: string }[] = [];
  const read = async (page: { first: number; after?: string }) => {
    asked.push(page);
    const from = page.after ? Number(page.after) + 1 : 0;
    const nodes = Array.from({ length: Math.min(page.first, length - from) }, (_, index) => from + index);
    const end = nodes.at(-1);
    return {
      nodes,
      pageInfo: {
        hasNextPage: from + nodes.length < length,
        hasPreviousPage: from > 0,
        startCursor: String(from),
        endCursor: end === undefined ? null : String(end),
      },
    };
  };
  return { asked, read };
}

describe("readUpTo", () => {
  it("asks for no page longer than the gateway gives", async () => {
    const { asked, read } = listOf(500);
    const { nodes, hasMore } = await readUpTo(120, read);
    expect(asked).toEqual([{ first: 100 }, { first: 20, after: "99" }]);
    expect(nodes).toEqual(Array.from({ length: 120 }, (_, index) => index));
    expect(hasMore).toBe(true);
  });

  it("stops where the list ends, and says that there is no more", async () => {
    const { asked, read } = listOf(7);
    expect(await readUpTo(20, read)).toEqual({ nodes: [0, 1, 2, 3, 4, 5, 6], hasMore: false });
    expect(asked).toHaveLength(1);
  });

  it("does not ask for ever when a page ends without a cursor", async () => {
    let calls = 0;
    const pageInfo = { hasNextPage: true, hasPreviousPage: false, startCursor: null, endCursor: null };
    const listed = await readUpTo(20, async () => {
      calls++;
      return { nodes: [], pageInfo };
    });
    expect(listed).toEqual({ nodes: [], hasMore: false });
    expect(calls).toBe(1);
  });
});
