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
