import { Ctx, Query, Resolver } from "type-graphql";
import type { Context } from "../../platform/graphql/context.js";
import { fault } from "../../platform/graphql/errors.js";
import { type Read, Reads } from "../../platform/graphql/reads.js";
import { partner } from "./partner.selection.js";
import { Partner } from "./partner.type.js";

@Resolver()
export class PartnerResolver {
  @Query(() => Partner, { description: "The partner's public face." })
  partner(@Ctx() { viewer }: Context, @Reads() read: Read) {
    if (!viewer) throw fault("UNAUTHENTICATED");
    return read.one(partner, { partnerId: viewer.partnerId });
  }
}
