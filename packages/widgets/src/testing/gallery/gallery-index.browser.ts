// Runs in the index of the gallery: the switches act on the pages of the states as a visitor's choices would.
const form = document.querySelector("form");
const frames = [...document.querySelectorAll("iframe")];

const choices = () => {
  const chosen = new FormData(form ?? undefined);
  const of = (name: string) => chosen.get(name) as string;
  const [lang, dir] = [of("lang"), of("dir")];
  const own = lang === "ar" ? "rtl" : "ltr";
  return {
    lang,
    dir: dir === "ltr" || dir === "rtl" ? dir : own,
    theme: of("theme"),
    width: of("width"),
    only: of("only"),
    accent: of("accent"),
  };
};

function dress(frame: HTMLIFrameElement): void {
  const page = frame.contentDocument?.documentElement;
  if (!page) return;
  const { lang, dir, theme, accent } = choices();
  page.lang = lang;
  page.dir = dir;
  page.className = theme;
  // What is unset is ours, in light and dark; the field cannot be empty.
  if (accent === "#1f6f66") page.style.removeProperty("--kith-color-accent");
  else page.style.setProperty("--kith-color-accent", accent);
}

function act(): void {
  const { width, only } = choices();
  document.body.className = `w${width}`;
  for (const section of document.querySelectorAll("section")) {
    section.hidden = only !== "all" && section.dataset["element"] !== only;
  }
  frames.forEach(dress);
}

for (const frame of frames) {
  const state = frame.dataset["state"] ?? "";
  frame.addEventListener("load", () => {
    const body = frame.contentDocument?.body;
    if (!body) return;
    dress(frame);
    new ResizeObserver(() => frame.style.setProperty("height", `${body.offsetHeight + 4}px`)).observe(body);
  });
  frame.src = `/state?state=${encodeURIComponent(state)}`;
}
for (const link of document.querySelectorAll<HTMLAnchorElement>("a[data-state]")) {
  link.addEventListener("focus", () => point(link));
  link.addEventListener("pointerenter", () => point(link));
  point(link);
}
function point(link: HTMLAnchorElement): void {
  const { lang, dir, theme } = choices();
  link.href = `/state?${new URLSearchParams({ state: link.dataset["state"] ?? "", lang, dir, theme })}`;
}
form?.addEventListener("input", act);
