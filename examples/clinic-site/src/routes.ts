import type { IncomingMessage, ServerResponse } from "node:http";
import { cameFrom, readForm } from "./forms.ts";
import type { Html } from "./html.ts";
import { kithToken } from "./kith-token.ts";
import { keepLook, lookOf } from "./look.ts";
import { memberOf } from "./member-of.ts";
import { communitiesPage } from "./pages/communities.ts";
import { communityPage } from "./pages/community.ts";
import { helpPage } from "./pages/help.ts";
import { signedOutPage } from "./pages/signed-out.ts";
import { todayPage } from "./pages/today.ts";
import { seeOther, sendFile, sendPage } from "./send.ts";
import { createSessions } from "./sessions.ts";
import type { Person, Settings } from "./settings.ts";
import type { SignedIn, Visit } from "./visit.ts";
import { wordsIn } from "./words/words-in.ts";

export interface Route {
  method: "GET" | "POST";
  path: RegExp;
  /** `part` is what the path's group matched. */
  handle(request: IncomingMessage, response: ServerResponse, part: string): Promise<void>;
}

/** Every address of the site. */
export function createRoutes(settings: Settings): Route[] {
  const sessions = createSessions();

  /** The demo signs a newcomer in as the first of its people; a real clinic would ask who they are. */
  function visitor(request: IncomingMessage, response: ServerResponse): Person | null {
    const known = sessions.personOf(request);
    if (known !== undefined) return known;
    const first = settings.people[0] ?? null;
    sessions.set(request, response, first);
    return first;
  }

  function page(path: RegExp, write: (visit: SignedIn, part: string) => Html | Promise<Html>): Route {
    return {
      method: "GET",
      path,
      async handle(request, response, part) {
        const person = visitor(request, response);
        const visit = visitOf(settings, request);
        sendPage(response, 200, person ? await write({ ...visit, person }, part) : signedOutPage(visit));
      },
    };
  }

  function change(path: RegExp, act: (person: Person, id: string) => Promise<string>): Route {
    return {
      method: "POST",
      path,
      async handle(request, response, id) {
        const person = sessions.personOf(request);
        seeOther(response, person ? await act(person, id) : "/");
      },
    };
  }

  return [
    page(/^\/$/, todayPage),
    page(/^\/communities$/, async (visit) => {
      const { nodes } = await memberOf(settings, visit.person).communities.list({ first: 50 });
      return communitiesPage(visit, nodes);
    }),
    page(/^\/communities\/(com_[0-9a-z]{26})$/, async (visit, id) =>
      communityPage(visit, await memberOf(settings, visit.person).communities.get(id)),
    ),
    {
      method: "GET",
      path: /^\/help$/,
      async handle(request, response) {
        const person = sessions.personOf(request) ?? null;
        sendPage(response, 200, helpPage({ ...visitOf(settings, request), person }));
      },
    },
    change(/^\/communities\/(com_[0-9a-z]{26})\/join$/, async (person, id) => {
      await memberOf(settings, person).communities.join(id);
      return `/communities/${id}`;
    }),
    change(/^\/communities\/(com_[0-9a-z]{26})\/leave$/, async (person, id) => {
      await memberOf(settings, person).communities.leave(id);
      return "/communities";
    }),
    { method: "POST", path: /^\/kith-token$/, handle: kithToken(settings, sessions) },
    {
      method: "POST",
      path: /^\/demo$/,
      async handle(request, response) {
        const form = await readForm(request);
        keepLook(request, response, form);
        const before = sessions.personOf(request);
        const person = settings.people.find(({ externalId }) => externalId === form.get("member"));
        if (person && person !== before) sessions.set(request, response, person);
        // Another person may not see the page that this one was on.
        seeOther(response, person === before ? cameFrom(request) : "/");
      },
    },
    {
      method: "POST",
      path: /^\/sign-out$/,
      async handle(request, response) {
        sessions.set(request, response, null);
        seeOther(response, "/");
      },
    },
    {
      method: "GET",
      path: /^\/(clinic\.css|pages\.css|icon\.svg)$/,
      handle: async (_, response, name) => sendFile(response, name),
    },
  ];
}

/** How whoever asks wants to see the site; nobody is signed in yet. */
export function visitOf(settings: Settings, request: IncomingMessage): Visit {
  const look = lookOf(request);
  return { settings, person: null, look, words: wordsIn(look.language) };
}
