import type { Translated } from "../words/catalogue.js";

/** What is said about what is kept on the device. */
export const strings = {
  keptTitle: "Kept for now",
  keptNext:
    "We could not reach the service. What you noted is kept on this device, for you alone, and sent when you are back here with a connection. You can close this page.",
  keptUntil: "It is forgotten after 14 days, and when you sign out here.",
  sendNow: "Send it now",
  waiting: "Something you noted is kept on this device. It is sent when there is a connection.",
  sent: "What was kept on this device is saved now.",
  notKept: "Nothing can be kept on this device, so leave this page open. Your answers are still here.",
  draftBack: "What you had begun is back. It was kept on this device, for you alone.",
  startOver: "Start over",
};

export type KeepingStrings = Translated<typeof strings>;
