import type { Language } from "./languages.js";

interface Forms {
  readonly one: string;
  readonly other: string;
}

/** A form for each way a language counts: what it does not tell apart it has no form for. */
interface FormsOf {
  readonly en: Forms;
  readonly de: Forms;
  /** In Romance languages `many` is for whole millions, which nothing here counts to. */
  readonly es: Forms;
  readonly fr: Forms;
  readonly pt: Forms;
  readonly ar: Forms & { readonly zero: string; readonly two: string; readonly few: string; readonly many: string };
}

/** The form that fits the count. */
export function plural<In extends Language>(language: In, count: number, forms: FormsOf[In]): string {
  const form = new Intl.PluralRules(language).select(count);
  return (forms as Partial<Record<Intl.LDMLPluralRule, string>>)[form] ?? forms.other;
}
