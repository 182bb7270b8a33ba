export interface WidgetNames {
  /** The feature's folder: `members`. */
  readonly feature: string;
  /** `kith-network` */
  readonly tag: string;
  /** `KithNetwork` */
  readonly Class: string;
  /** `network`: the name of its words. */
  readonly camel: string;
}

const FEATURES = ["members", "communities", "support-offers", "check-ins", "safety", "partners", "programs"];

/** Reads what was asked for; says in one sentence what is wrong with it. */
export function widgetNames([feature = "", tag = ""]: readonly string[], taken: readonly string[]): WidgetNames {
  if (!FEATURES.includes(feature)) throw new Error(`Name the feature first, one of ${FEATURES.join(", ")}.`);
  if (!/^kith(?:-[a-z]+)+$/.test(tag) || tag.startsWith("kith-part-")) {
    throw new Error(`Name the element second, as it is written on a page: kith-network.`);
  }
  if (taken.includes(tag)) throw new Error(`There is a <${tag}> already.`);
  const Class = tag.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());
  const camel = Class.slice("Kith".length);
  return { feature, tag, Class, camel: `${camel.charAt(0).toLowerCase()}${camel.slice(1)}` };
}

/** The names put where a template has them. */
export function filledIn(template: string, names: WidgetNames): string {
  return Object.entries(names).reduce((text, [name, value]) => text.replaceAll(`__${name}__`, value), template);
}
