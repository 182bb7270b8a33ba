import type { MemberId } from "@kith/core/values";
import { LRUCache } from "lru-cache";
import type { Identity } from "./identity.js";
import type { IdentityChange } from "./identity-changes.js";

/** What verified credentials proved, so that the next request need not prove it again. */
export interface IdentityCache {
  /** Null unless it still holds and whatever would end it would have been heard. */
  get(credential: string): Identity | null;
  /** Call before reading what is to be kept; `keep` then knows whether something changed meanwhile. */
  mark(): number;
  keep(credential: string, identity: Identity, mark: number): void;
  forget(change: IdentityChange): void;
  /** For when something may have gone unheard. */
  forgetAll(): void;
}

export function identityCache({ max, heard, now }: { max: number; heard(): boolean; now(): Date }): IdentityCache {
  const byMember = new Map<MemberId, Set<string>>();
  let changes = 0;
  const kept = new LRUCache<string, Identity>({
    max,
    dispose: ({ viewer }, credential) => {
      if (viewer.kind !== "MEMBER") return;
      const theirs = byMember.get(viewer.memberId);
      theirs?.delete(credential);
      if (theirs?.size === 0) byMember.delete(viewer.memberId);
    },
  });

  return {
    get(credential) {
      const identity = kept.get(credential);
      if (!identity || !heard()) return null;
      if (identity.until > now().getTime()) return identity;
      kept.delete(credential);
      return null;
    },
    mark: () => changes,
    keep(credential, identity, mark) {
      if (mark !== changes || !heard()) return;
      kept.set(credential, identity);
      if (identity.viewer.kind !== "MEMBER") return;
      const theirs = byMember.get(identity.viewer.memberId);
      if (theirs) theirs.add(credential);
      else byMember.set(identity.viewer.memberId, new Set([credential]));
    },
    forget({ partnerId, memberId }) {
      changes++;
      const gone =
        memberId === null
          ? Array.from(kept.entries()).flatMap(([key, { viewer }]) => (viewer.partnerId === partnerId ? [key] : []))
          : Array.from(byMember.get(memberId) ?? []);
      for (const credential of gone) kept.delete(credential);
    },
    forgetAll() {
      changes++;
      kept.clear();
    },
  };
}
