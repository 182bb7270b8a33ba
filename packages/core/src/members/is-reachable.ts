import { type Member, MemberState } from "./member.js";

/** Whether the member takes part now, so that others may turn to them: paused, suspended and gone members are not. */
export function isReachable(member: Pick<Member, "state">): boolean {
  return member.state === MemberState.ACTIVE;
}
