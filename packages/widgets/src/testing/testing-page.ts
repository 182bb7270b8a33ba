import AxeBuilder from "@axe-core/playwright";
import type { Browser, BrowserContext, Locator, Page } from "playwright-core";
import { launchBrowser } from "../../../../test/browser.js";

declare global {
  interface Window {
    kithViolations: string[];
    kithEvents: { type: string; detail: unknown; target: string }[];
  }
}

export interface TestPage {
  readonly page: Page;
  /** What the element told the page it stands on. */
  events(): Promise<{ type: string; detail: unknown; target: string }[]>;
  /** Fails on anything axe finds, on any breach of the page's policy, and on any error in the console. */
  expectSound(): Promise<void>;
}

export interface Pages {
  /** `before` runs in the page, before anything of its own. */
  open(address: string, viewport?: { width: number; height: number }, before?: () => void): Promise<TestPage>;
  /** Closes every page, so that none of them acts in the middle of the next test. */
  clear(): Promise<void>;
  close(): Promise<void>;
}

/** Waits until it can be seen; fails if that does not come. */
export async function expectVisible(thing: Locator): Promise<void> {
  await thing.waitFor();
}

const EVENTS = [
  "kith-check-in-recorded",
  "kith-check-in-kept",
  "kith-support-offer-created",
  "kith-exchange-changed",
  "kith-signed-out",
];

/** A real browser; each page in a context of its own. */
export async function openBrowser(): Promise<Pages> {
  const browser: Browser = await launchBrowser();
  const contexts: BrowserContext[] = [];
  return {
    async open(address, viewport = { width: 800, height: 900 }, before = () => {}) {
      const context = await browser.newContext({ viewport, timezoneId: "Europe/Madrid", reducedMotion: "reduce" });
      contexts.push(context);
      // Shorter than a test may take, so that what did not come is named.
      context.setDefaultTimeout(10_000);
      await context.addInitScript(listenIn, EVENTS);
      await context.addInitScript(before);
      const page = await context.newPage();
      const troubles: string[] = [];
      page.on("pageerror", (error) => troubles.push(String(error)));
      await page.goto(address);
      return {
        page,
        events: () => page.evaluate(() => window.kithEvents),
        async expectSound() {
          const { violations } = await new AxeBuilder({ page }).analyze();
          const found = violations.flatMap(({ id, nodes }) =>
            nodes.map(({ target, failureSummary }) => [id, target, failureSummary]),
          );
          const breaches = await page.evaluate(() => window.kithViolations);
          if (found.length || breaches.length || troubles.length) {
            throw new Error(JSON.stringify({ found, breaches, troubles }, null, 2));
          }
        },
      };
    },
    async clear() {
      await Promise.all(contexts.splice(0).map((context) => context.close()));
    },
    close: () => browser.close(),
  };
}

// Runs in the page, before anything of the page's own.
function listenIn(types: string[]): void {
  window.kithViolations = [];
  window.kithEvents = [];
  document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sourceFile }) => {
    window.kithViolations.push(`${violatedDirective} ${blockedURI} ${sourceFile}`);
  });
  for (const type of types) {
    document.addEventListener(type, (event) => {
      const { detail, target } = event as CustomEvent;
      window.kithEvents.push({ type, detail, target: (target as Element).localName });
    });
  }
}
