import type { Theme } from "vitepress";
import DefaultTheme from "vitepress/theme-without-fonts";
import { defineAsyncComponent, h } from "vue";
import "./palette.css";
import "./site.css";
import HomeCard from "./HomeCard.vue";
import KithKinds from "./KithKinds.vue";

const theme: Theme = {
  extends: DefaultTheme,
  Layout: () => h(DefaultTheme.Layout, null, { "home-hero-image": () => h(HomeCard) }),
  enhanceApp({ app }) {
    app.component("KithKinds", KithKinds);
    app.component(
      "KithPlayground",
      defineAsyncComponent(() => import("./playground/KithPlayground.vue")),
    );
  },
};

export default theme;
