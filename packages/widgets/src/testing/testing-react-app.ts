import { createElement, StrictMode, useEffect, useState } from "react";
import { createRoot, hydrateRoot } from "react-dom/client";
import { KithCheckIn, KithSession, KithSupportBoard } from "../react/index.js";

interface Shown {
  readonly tokenUrl?: string;
  readonly getToken?: () => string;
  readonly communityId?: string;
  readonly checkIn?: boolean;
  /** The name under which the check-in's event is noted. */
  readonly as?: string;
}

declare global {
  interface Window {
    kithApp: { show(shown: Shown): void; readonly heard: string[]; readonly troubles: string[]; unmount(): void };
  }
}

const heard: string[] = [];
const troubles: string[] = [];
const START: Shown = { tokenUrl: "/kith-token", checkIn: true, as: "first" };

/** A React application with Kith in it, as strict as React can be. */
function App() {
  const [shown, show] = useState(START);
  useEffect(() => {
    window.kithApp.show = show;
  }, []);
  const { tokenUrl, getToken, communityId, checkIn, as } = shown;
  return createElement(
    "div",
    null,
    createElement(KithSession, {
      publishableKey: "pk_test",
      ...(tokenUrl && { tokenUrl }),
      ...(getToken && { getToken }),
      onSignedOut: ({ detail }) => heard.push(detail.reason),
    }),
    checkIn &&
      createElement(
        KithCheckIn,
        { className: "wide", onCheckInRecorded: ({ detail }) => heard.push(`${as} ${detail.day}`) },
        createElement("a", { href: "https://helplines.example/" }, "Our own line"),
      ),
    communityId && createElement(KithSupportBoard, { communityId }),
  );
}

export const app = createElement(StrictMode, null, createElement(App));

if (typeof document !== "undefined") {
  const place = document.querySelector("#app");
  if (!place) throw new Error("There is no place for the application.");
  const note = (error: unknown) => troubles.push(String(error));
  const options = { onRecoverableError: note, onUncaughtError: note, onCaughtError: note };
  window.kithApp = { show: () => {}, heard, troubles, unmount: () => root.unmount() };
  const root = place.hasChildNodes() ? hydrateRoot(place, app, options) : createRoot(place, options);
  if (!place.hasChildNodes()) root.render(app);
}
