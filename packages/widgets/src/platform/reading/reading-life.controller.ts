import type { ReactiveController, ReactiveControllerHost } from "lit";

interface Reading {
  run(): Promise<void>;
  abort(): void;
}

/** Ends what an element is reading when it leaves the page, and reads anew when it comes back. */
export class ReadingLife implements ReactiveController {
  #left = false;

  constructor(
    host: ReactiveControllerHost,
    private readonly reading: Reading,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    if (this.#left) void this.reading.run();
  }

  hostDisconnected(): void {
    this.#left = true;
    this.reading.abort();
  }
}
