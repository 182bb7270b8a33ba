import { defineConfig } from "vitepress";
import { elementLinks } from "./element-links.ts";
import { reasonAnchors } from "./reason-anchors.ts";
import { sidebar } from "./sidebar.ts";

export default defineConfig({
  title: "Kith",
  description: "Social support on the pages people already trust.",
  cleanUrls: true,
  markdown: {
    config(md) {
      elementLinks(md);
      reasonAnchors(md);
    },
  },
  themeConfig: {
    search: { provider: "local" },
    outline: { level: [2, 3] },
    nav: [
      { text: "Quickstart", link: "/guide/quickstart", activeMatch: "/guide/" },
      { text: "Elements", link: "/elements/overview", activeMatch: "/elements/" },
      { text: "API", link: "/reference/", activeMatch: "/reference/|/errors" },
      { text: "Running it", link: "/operating/running", activeMatch: "/operating/" },
    ],
    sidebar: sidebar(),
  },
});
