// Runs in the page of one state: takes its steps, and says on <html> when it is reached.
interface Steps {
  readonly reach: readonly (string | { readonly fill: string; readonly with: string })[];
  readonly shows: string;
}

const { reach, shows } = JSON.parse(document.querySelector("#steps")?.textContent ?? "{}") as Steps;

/** The first that can be seen, in the page or in any shadow root; `part >> .own` only inside that part. */
function find(selector: string, root: ParentNode = document): HTMLElement | null {
  const [outer = "", ...inner] = selector.split(" >> ");
  if (inner.length) {
    const within = find(outer, root)?.shadowRoot;
    return within ? find(inner.join(" >> "), within) : null;
  }
  for (const found of root.querySelectorAll<HTMLElement>(selector)) if (found.getClientRects().length) return found;
  for (const { shadowRoot } of root.querySelectorAll("*")) {
    const found = shadowRoot && find(selector, shadowRoot);
    if (found) return found;
  }
  return null;
}

async function arrival(selector: string): Promise<HTMLElement> {
  for (;;) {
    const found = find(selector);
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

// In the index of the gallery, what takes the focus in one frame would scroll the page of them all.
if (window !== window.top) {
  const { focus } = HTMLElement.prototype;
  HTMLElement.prototype.focus = function (options) {
    focus.call(this, { ...options, preventScroll: true });
  };
}

for (const step of reach) {
  if (typeof step === "string") (await arrival(step)).click();
  else {
    const field = (await arrival(step.fill)) as HTMLInputElement;
    field.value = step.with;
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    field.dispatchEvent(new Event("change", { bubbles: true }));
  }
  // What it does is rendered before the next step looks for it.
  await new Promise((resolve) => setTimeout(resolve, 20));
}
await arrival(shows);
document.documentElement.dataset["reached"] = "";
