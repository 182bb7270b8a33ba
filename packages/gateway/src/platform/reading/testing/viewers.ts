import type { MemberId, PartnerId } from "@kith/core/values";
import type { MemberViewer, Viewer } from "../../identity/viewer.js";
import type { Row } from "./naive-data.js";

/** Everyone who may ask at a partner: each member, its server, its public page. */
export function viewersOf(partnerId: PartnerId, members: readonly Row[]): Viewer[] {
  const matchingDial = "PEER_TO_PEER";
  const asMember = (row: Row): MemberViewer => ({
    kind: "MEMBER",
    partnerId,
    memberId: row.id as MemberId,
    isAdult: row.isAdult,
    timeZone: row.timeZone,
    pseudonym: row.pseudonym,
    matchingDial,
    actingKeyId: null,
  });
  return [
    ...members.filter((row) => row.partnerId === partnerId).map(asMember),
    { kind: "SERVER", partnerId, keyId: "key", matchingDial },
    { kind: "PUBLIC", partnerId, keyId: "key", matchingDial },
  ];
}
