const LANGUAGE = "en";
const ELSEWHERE = "en-GB";

/** The language tag to format by: the page's own, as far as our words are in that language. */
export function localeOf(element: Element): string {
  const root = element.getRootNode();
  // The language that counts is the one around the public element, not the one inside it.
  if (root instanceof ShadowRoot) return localeOf(root.host);
  const page = element.closest("[lang]")?.getAttribute("lang") ?? "";
  return page.split("-")[0] === LANGUAGE ? page : ELSEWHERE;
}

/** Names a calendar day `YYYY-MM-DD` or the local day of an instant: "24 November". */
export function dayFormat(element: Element): (day: string) => string {
  const short = { day: "numeric", month: "long" } as const;
  const ofDay = new Intl.DateTimeFormat(localeOf(element), { ...short, timeZone: "UTC" });
  const ofInstant = new Intl.DateTimeFormat(localeOf(element), short);
  return (day) => (day.length === 10 ? ofDay : ofInstant).format(new Date(day));
}
