import { createElement, createRef } from "react";
import type { KithSession as KithSessionElement } from "../platform/kith-session/kith-session.js";
import { KithCheckIn, KithSession, KithSupportBoard } from "./index.js";

// What a page written in React and TypeScript may rely on.
const ref = createRef<KithSessionElement>();
createElement(KithSession, { publishableKey: "pk_1", tokenUrl: "/kith-token", crisisUrl: "https://one.example/", ref });
createElement(KithSession, { getToken: async () => null, onSignedOut: ({ detail }) => detail.reason === "ASKED" });
createElement(KithCheckIn, { theme: "dark", className: "wide", onCheckInRecorded: ({ detail }) => detail.day }, "Help");
createElement(KithSupportBoard, { communityId: "com_1", onExchangeChanged: ({ detail }) => detail.state });

// @ts-expect-error -- a token is text
createElement(KithSession, { getToken: () => 42 });
// @ts-expect-error -- props are in camel case
createElement(KithSession, { "token-url": "/kith-token" });
// @ts-expect-error -- no event of this element
createElement(KithCheckIn, { onExchangeChanged: () => {} });
// @ts-expect-error -- the page is not told what was answered
createElement(KithCheckIn, { onCheckInRecorded: ({ detail }) => detail.mood });
// @ts-expect-error -- no attribute of this element
createElement(KithCheckIn, { communityId: "com_1" });
