import { openBrowser, type Pages, type TestPage } from "./testing-page.js";
import { type Look, partnerSite, type Site } from "./testing-site.js";
import { type StandIn, standIn } from "./testing-stand-in.js";

export const SESSION = `<kith-session publishable-key="pk_test" token-url="/kith-token" exit-url="/neutral"></kith-session>`;

/** The two looks every state is held against: they have nothing in common. */
const LOOKS: readonly Look[] = [
  { scheme: "light", dir: "ltr" },
  { scheme: "dark", dir: "rtl" },
];

export interface TestKit {
  readonly gateway: StandIn;
  readonly site: Site;
  readonly pages: Pages;
  /** Opens a page of the site with this on it. */
  open(markup: string, look?: Look, viewport?: { width: number; height: number }): Promise<TestPage>;
  /** Closes all pages, forgets what was asked, and answers everything with UNAVAILABLE again. */
  reset(): Promise<void>;
  stop(): Promise<void>;
}

/** A stand-in gateway, a partner's site and a browser, for the tests of one file. */
export async function testKit(): Promise<TestKit> {
  const gateway = await standIn();
  const site = await partnerSite(gateway.url);
  const pages = await openBrowser();
  const signedIn = site.token;

  return {
    gateway,
    site,
    pages,
    open: (markup, look, viewport) => pages.open(site.show(markup, look), viewport),
    async reset() {
      await pages.clear();
      gateway.answers = {};
      gateway.asked.length = 0;
      gateway.served.length = 0;
      site.tokenCalls.length = 0;
      site.token = signedIn;
    },
    async stop() {
      await pages.close();
      await site.stop();
      await gateway.stop();
    },
  };
}

/** Brings a page to a state in both looks, and holds each against axe, the page's policy and its errors. */
export async function expectSoundState(
  kit: TestKit,
  markup: string,
  reach: (page: TestPage["page"]) => Promise<unknown>,
): Promise<void> {
  for (const look of LOOKS) {
    const { page, expectSound } = await kit.open(markup, look);
    await reach(page);
    await expectSound();
    await page.close();
  }
}
