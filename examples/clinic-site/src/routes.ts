import type { IncomingMessage, ServerResponse } from "node:http";
import { readForm } from "./forms.ts";
import type { Html } from "./html.ts";
import { kithToken } from "./kith-token.ts";
import { memberOf } from "./member-of.ts";
import { communitiesPage } from "./pages/communities.ts";
import { communityPage } from "./pages/community.ts";
import { signedOutPage } from "./pages/signed-out.ts";
import { todayPage } from "./pages/today.ts";
import { seeOther, sendFile, sendPage } from "./send.ts";
import { createSessions } from "./sessions.ts";
import type { Person, Settings } from "./settings.ts";

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

  function page(path: RegExp, write: (person: Person, part: string) => Html | Promise<Html>): Route {
    return {
      method: "GET",
      path,
      async handle(request, response, part) {
        const person = visitor(request, response);
        sendPage(response, 200, person ? await write(person, part) : signedOutPage(settings));
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
    page(/^\/$/, (person) => todayPage(settings, person)),
    page(/^\/communities$/, async (person) => {
      const { nodes } = await memberOf(settings, person).communities.list({ first: 50 });
      return communitiesPage(settings, person, nodes);
    }),
    page(/^\/communities\/(com_[0-9a-z]{26})$/, async (person, id) =>
      communityPage(settings, person, await memberOf(settings, person).communities.get(id)),
    ),
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
      path: /^\/sign-in$/,
      async handle(request, response) {
        const wanted = (await readForm(request)).get("member");
        const person = settings.people.find(({ externalId }) => externalId === wanted);
        if (person) sessions.set(request, response, person);
        seeOther(response, "/");
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
