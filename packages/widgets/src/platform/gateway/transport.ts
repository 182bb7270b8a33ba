/** The part of the SDK that talks to the gateway: fetched once something is to be read or sent. */
export { createTransport } from "@kith/sdk";
