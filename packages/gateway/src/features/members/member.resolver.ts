import { Arg, Ctx, Query, Resolver } from "type-graphql";
import type { Context } from "../../platform/graphql/context.js";
import { fault } from "../../platform/graphql/errors.js";
import { type Read, Reads } from "../../platform/graphql/reads.js";
import { member, viewer } from "./member.selection.js";
import { Member, Viewer } from "./member.type.js";

@Resolver()
export class MemberResolver {
  @Query(() => Viewer, { nullable: true, description: "The member who asks; null with a key that acts for nobody." })
  viewer(@Ctx() { viewer: who }: Context, @Reads() read: Read) {
    return who?.kind === "MEMBER" ? read.one(viewer, { id: who.memberId }) : null;
  }

  @Query(() => Member, {
    nullable: true,
    description:
      "For the partner's server, with its secret key: the member it knows by this id. `NOT_FOUND` when there is none, `FORBIDDEN` for any other caller.",
  })
  member(
    @Arg("externalId", () => String, { description: "The partner's own id for the member." }) externalId: string,
    @Ctx() { viewer: who }: Context,
    @Reads() read: Read,
  ) {
    if (who?.kind !== "SERVER") throw fault("FORBIDDEN", { reason: "SECRET_KEY_NEEDED" });
    return read.one(member, { externalId }, { orNotFound: "externalId" });
  }
}
