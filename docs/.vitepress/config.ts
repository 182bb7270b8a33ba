import { defineConfig } from "vitepress";
import { colourDots } from "./colour-dots.ts";
import { elementLinks } from "./element-links.ts";
import { reasonAnchors } from "./reason-anchors.ts";
import { sidebar } from "./sidebar.ts";

export default defineConfig({
  title: "Kith",
  description: "Social support on the pages people already trust.",
  cleanUrls: true,
  ignoreDeadLinks: "localhostLinks",
  head: [
    ["link", { rel: "icon", href: "/kith.svg", type: "image/svg+xml" }],
    ["meta", { name: "theme-color", content: "#1f6f66" }],
  ],
  markdown: {
    theme: { light: "github-light-high-contrast", dark: "github-dark" },
    config(md) {
      elementLinks(md);
      reasonAnchors(md);
      colourDots(md);
    },
  },
  themeConfig: {
    logo: "/kith.svg",
    search: { provider: "local" },
    outline: { level: [2, 3] },
    nav: [
      { text: "Quickstart", link: "/guide/quickstart", activeMatch: "/guide/" },
      { text: "Elements", link: "/elements/overview", activeMatch: "/elements/" },
      { text: "API", link: "/reference/", activeMatch: "/reference/|/errors" },
      { text: "Running it", link: "/operating/running", activeMatch: "/operating/" },
    ],
    sidebar: sidebar(),
    footer: { message: "Kith is peer support. It is not an emergency service and makes no diagnosis." },
  },
});
