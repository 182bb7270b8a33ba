"use client";

export { KithProvider, type KithProviderProps, useKith } from "./kith-provider.js";
export { type ExchangesArgs, useExchanges } from "./use-exchanges.js";
export { type KithChanges, useKithChanges } from "./use-kith-changes.js";
export type { KithList } from "./use-kith-list.js";
export { type KithMutation, useKithMutation } from "./use-kith-mutation.js";
export { useKithPages } from "./use-kith-pages.js";
export { type KithQuery, useKithQuery } from "./use-kith-query.js";
export { type SupportOffersArgs, useSupportOffers } from "./use-support-offers.js";
