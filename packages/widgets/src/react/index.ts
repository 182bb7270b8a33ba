"use client";

import type { FunctionComponent } from "react";
import { component, type KithProps } from "./component.js";

export type { KithProps } from "./component.js";

/** `<kith-session>`: signs the page's visitor in, for the others. */
export const KithSession: FunctionComponent<KithProps<"kith-session">> = component("kith-session", "KithSession");

/** `<kith-check-in>`; its children stand in its foot, and show until it is ready. */
export const KithCheckIn: FunctionComponent<KithProps<"kith-check-in">> = component("kith-check-in", "KithCheckIn");

/** `<kith-support-board>`; its children stand in its foot, and show until it is ready. */
export const KithSupportBoard: FunctionComponent<KithProps<"kith-support-board">> = component(
  "kith-support-board",
  "KithSupportBoard",
);

/** `<kith-exchanges>`; its children stand in its foot, and show until it is ready. */
export const KithExchanges: FunctionComponent<KithProps<"kith-exchanges">> = component(
  "kith-exchanges",
  "KithExchanges",
);

/** `<kith-crisis-help>`; its children, as links, are the page's own lines: first of all, and there before any script. */
export const KithCrisisHelp: FunctionComponent<KithProps<"kith-crisis-help">> = component(
  "kith-crisis-help",
  "KithCrisisHelp",
);
