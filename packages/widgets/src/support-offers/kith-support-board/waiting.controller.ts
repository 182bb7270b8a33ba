import { ExchangesDocument } from "@kith/sdk";
import { Task } from "@lit/task";
import type { LitElement } from "lit";
import { ReadingLife } from "../../platform/reading/reading-life.controller.js";
import type { SessionController } from "../../platform/session/session.controller.js";

/** How many exchanges wait for the member's own answer. */
export class WaitingController {
  /** 0 too while that is not known: nobody is sent to look for nothing. */
  count = 0;
  readonly #task;

  constructor(host: LitElement, session: SessionController) {
    this.#task = new Task(host, {
      args: () => [session.session] as const,
      task: async ([session], { signal }) => {
        if (session.status !== "SIGNED_IN") return 0;
        const { viewer } = await session.request(ExchangesDocument, { states: ["PROPOSED"], first: 100 }, { signal });
        return viewer?.exchanges.nodes.filter(({ viewerCan }) => viewerCan.includes("ACCEPT")).length ?? 0;
      },
      onComplete: (count) => {
        this.count = count;
      },
      onError: () => {
        this.count = 0;
      },
    });
    new ReadingLife(host, this.#task);
  }

  readonly refresh = (): Promise<void> => this.#task.run();
}
