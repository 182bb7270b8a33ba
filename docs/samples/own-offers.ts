import { createKith, type Kith, KithError, type SupportKind, type SupportOffer } from "@kith/sdk";

const KINDS: Record<SupportKind, string> = {
  EMOTIONAL: "Listening",
  INFORMATIONAL: "Know-how",
  INSTRUMENTAL: "Hands-on",
  COMPANIONSHIP: "Company",
};

/** Shows the open offers in `place`, each with a button to ask for it. */
export async function showOffers(place: HTMLElement, endpoint: string): Promise<void> {
  const kith = createKith({
    endpoint,
    async getToken() {
      const response = await fetch("/kith-token", { method: "POST" });
      if (!response.ok) return null;
      return (await response.json()).token;
    },
  });
  await read();

  async function read(): Promise<void> {
    place.replaceChildren(line("Looking for who has time…"));
    try {
      const { nodes } = await kith.supportOffers.list({ openOnly: true, first: 20 });
      if (nodes.length) place.replaceChildren(...nodes.map((offer) => card(kith, offer)));
      else place.replaceChildren(line("Nobody offers anything right now. You could be the first."));
    } catch (error) {
      place.replaceChildren(line(wordsFor(error)), button("Try again", read));
    }
  }
}

function card(kith: Kith, offer: SupportOffer): HTMLElement {
  const article = document.createElement("article");
  const title = document.createElement("h3");
  title.textContent = offer.title;
  const about = `${offer.kinds.map((kind) => KINDS[kind]).join(", ")} · ${offer.author.displayName ?? "Someone"}`;
  article.append(title, line(about));
  // What this person may do now, Kith says: there are no rules to write again.
  if (offer.viewerCan.includes("PROPOSE")) article.append(askButton(kith, offer, article));
  return article;
}

function askButton(kith: Kith, offer: SupportOffer, article: HTMLElement): HTMLElement {
  const name = offer.author.displayName ?? "them";
  const ask = button(`Ask ${name}`, async () => {
    try {
      await kith.exchanges.propose({ supportOfferId: offer.id });
      ask.replaceWith(line(`You have asked ${name}. They have 14 days to answer.`));
    } catch (error) {
      article.append(line(wordsFor(error)));
    }
  });
  return ask;
}

function wordsFor(error: unknown): string {
  if (!(error instanceof KithError)) throw error;
  switch (error.code) {
    case "UNAUTHENTICATED":
      return "You are signed out. Sign in, and come back here.";
    case "CONFLICT":
    case "NOT_FOUND":
    case "CAPACITY_REACHED":
      return "This is not open any more. Others may be.";
    case "FORBIDDEN":
      return "This is not open to you right now. The people who run this site can tell you more.";
    default:
      return "We could not reach the service. Nothing is lost. Try again in a moment.";
  }
}

function line(text: string): HTMLElement {
  const paragraph = document.createElement("p");
  paragraph.textContent = text;
  return paragraph;
}

/** A button that rests while what it does is under way. */
function button(text: string, press: () => Promise<void>): HTMLButtonElement {
  const made = document.createElement("button");
  made.textContent = text;
  made.addEventListener("click", () => {
    made.disabled = true;
    void press().finally(() => {
      made.disabled = false;
    });
  });
  return made;
}
