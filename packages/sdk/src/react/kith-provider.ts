import { createContext, createElement, type ReactElement, type ReactNode, useContext } from "react";
import type { Kith } from "../client.js";

const KithContext = createContext<Kith | null>(null);

export interface KithProviderProps {
  /** One client for all below; make it once, outside of any component. */
  readonly kith: Kith;
  readonly children?: ReactNode;
}

/** Gives its client to the hooks below it. */
export function KithProvider({ kith, children }: KithProviderProps): ReactElement {
  return createElement(KithContext.Provider, { value: kith }, children);
}

/** The client of the provider above. */
export function useKith(): Kith {
  const kith = useContext(KithContext);
  if (!kith) throw new Error("There is no <KithProvider> above.");
  return kith;
}
