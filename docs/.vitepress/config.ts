import { defineConfig } from "vitepress";
import { elementLinks } from "./element-links.ts";

const decisions = [
  ["Ids are stored as they are shown", "text-ids"],
  ["A statement guard instead of row-level security", "statement-guard"],
  ["An answer is a leaf", "answer-as-a-leaf"],
  ["Every statement runs one plan", "one-plan"],
  ["Whom an author may meet stands on the offer", "author-on-the-offer"],
  ["Access is written twice", "access-twice"],
  ["A check-in keeps its day", "day-with-check-in"],
  ["Idempotency keeps ids, not payloads", "idempotency"],
  ["Unknown age counts as a minor", "unknown-age"],
  ["Node and PostgreSQL come from npm", "runtime-from-npm"],
] as const;

export default defineConfig({
  title: "Kith",
  description: "Social support on the pages people already trust.",
  cleanUrls: true,
  markdown: { config: elementLinks },
  themeConfig: {
    search: { provider: "local" },
    nav: [
      { text: "Quickstart", link: "/guide/quickstart" },
      { text: "Features", link: "/features/support-offers" },
      { text: "Running it", link: "/operating/running" },
    ],
    sidebar: [
      {
        text: "Guide",
        items: [
          { text: "Quickstart", link: "/guide/quickstart" },
          { text: "Member tokens", link: "/guide/member-tokens" },
          { text: "How Kith is built", link: "/guide/architecture" },
        ],
      },
      {
        text: "Features",
        items: [
          { text: "Members", link: "/features/members" },
          { text: "Communities", link: "/features/communities" },
          { text: "Support offers", link: "/features/support-offers" },
          { text: "Check-ins", link: "/features/check-ins" },
          { text: "Partners", link: "/features/partners" },
        ],
      },
      {
        text: "Elements",
        items: [
          { text: "On a page", link: "/elements/overview" },
          ...["kith-session", "kith-check-in", "kith-support-board"].map((name) => ({
            text: `&lt;${name}&gt;`,
            link: `/elements/${name}`,
          })),
        ],
      },
      {
        text: "Reference",
        items: [
          { text: "Errors", link: "/errors" },
          { text: "Running it", link: "/operating/running" },
        ],
      },
      {
        text: "Decisions",
        collapsed: true,
        items: [
          { text: "All", link: "/decisions/" },
          ...decisions.map(([text, name]) => ({ text, link: `/decisions/${name}` })),
        ],
      },
    ],
  },
});
