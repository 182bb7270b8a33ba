import type { IncomingMessage, ServerResponse } from "node:http";

export const LANGUAGES = ["en", "es", "fr", "de", "pt", "ar"] as const;
export const THEMES = ["auto", "light", "dark"] as const;
export const DIRECTIONS = ["auto", "ltr", "rtl"] as const;

/** How a visitor wants to see the site. `auto` leaves the theme to their system, and the direction to the language. */
export interface Look {
  language: (typeof LANGUAGES)[number];
  theme: (typeof THEMES)[number];
  direction: (typeof DIRECTIONS)[number];
}

/** What the visitor chose before, else the first of their browser's languages that the site speaks. */
export function lookOf({ headers }: IncomingMessage): Look {
  const [language, theme, direction] =
    /(?:^|;\s*)clinic_look=([\w.]+)/.exec(headers.cookie ?? "")?.[1]?.split(".") ?? [];
  const asked = headers["accept-language"]?.split(",").map((tag) => tag.trim().slice(0, 2).toLowerCase()) ?? [];
  return {
    language: oneOf(LANGUAGES, language) ?? asked.flatMap((tag) => oneOf(LANGUAGES, tag) ?? [])[0] ?? "en",
    theme: oneOf(THEMES, theme) ?? "auto",
    direction: oneOf(DIRECTIONS, direction) ?? "auto",
  };
}

/** Keeps what a form of the site chose; what it does not name stays. */
export function keepLook(request: IncomingMessage, response: ServerResponse, form: URLSearchParams): void {
  const before = lookOf(request);
  const look = [
    oneOf(LANGUAGES, form.get("language")) ?? before.language,
    oneOf(THEMES, form.get("theme")) ?? before.theme,
    oneOf(DIRECTIONS, form.get("direction")) ?? before.direction,
  ];
  response.appendHeader("set-cookie", `clinic_look=${look.join(".")}; Path=/; SameSite=Lax; Max-Age=31536000`);
}

/** The direction to write in. */
export function directionOf({ language, direction }: Look): "ltr" | "rtl" {
  if (direction !== "auto") return direction;
  return language === "ar" ? "rtl" : "ltr";
}

function oneOf<Choice extends string>(choices: readonly Choice[], text: string | null | undefined): Choice | undefined {
  return choices.find((choice) => choice === text);
}
