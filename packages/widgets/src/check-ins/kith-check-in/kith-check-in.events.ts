/** A check-in was saved. Says which, never what was answered: the page around it is not who it was told to. */
export class KithCheckInRecordedEvent extends CustomEvent<{ readonly id: string; readonly day: string }> {
  constructor(detail: { readonly id: string; readonly day: string }) {
    super("kith-check-in-recorded", { detail, bubbles: true, composed: true });
  }
}

/** Nobody answered: the check-in is kept on the device, and is sent later. `kith-check-in-recorded` follows then. */
export class KithCheckInKeptEvent extends CustomEvent<null> {
  constructor() {
    super("kith-check-in-kept", { bubbles: true, composed: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    "kith-check-in-recorded": KithCheckInRecordedEvent;
    "kith-check-in-kept": KithCheckInKeptEvent;
  }
}
