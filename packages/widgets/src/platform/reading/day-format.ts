/** Names a calendar day `YYYY-MM-DD` or the local day of an instant: "24 November". */
export function dayFormat(locale: string): (day: string) => string {
  const short = { day: "numeric", month: "long" } as const;
  const ofDay = new Intl.DateTimeFormat(locale, { ...short, timeZone: "UTC" });
  const ofInstant = new Intl.DateTimeFormat(locale, short);
  return (day) => (day.length === 10 ? ofDay : ofInstant).format(new Date(day));
}
