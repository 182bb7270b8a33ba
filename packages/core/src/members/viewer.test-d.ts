import type { Viewer } from "./viewer.js";

declare const memberId: Extract<Viewer, { kind: "MEMBER" }>["memberId"];

export const known: Viewer = { kind: "MEMBER", memberId, isAdult: false };
// @ts-expect-error Nobody's age is taken for granted.
export const ageless: Viewer = { kind: "MEMBER", memberId };
// @ts-expect-error A key that acts for nobody is no member.
export const nobody: Viewer = { kind: "SERVER", memberId };
