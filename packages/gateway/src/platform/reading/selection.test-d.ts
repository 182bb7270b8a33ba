// What a feature's author must not be able to write. Compiled by tsconfig.test.json, never run.
import type { SupportKind } from "@kith/core/values";
import { sql } from "kysely";
import type { Tables } from "../database/tables.js";
import { type Connection, PageArgs } from "./connection.type.js";
import type { Read } from "./read.js";
import { anyOf, everyone, extend, is, many, object, one, pages, payload, type Selection, select } from "./selection.js";

class Person {
  id!: string;
  displayName!: string | null;
}
class Circle {
  id!: string;
  name!: string;
}
class Details {
  topics!: string[];
  capacity!: number;
}
abstract class Thing {
  id!: string;
}
class Offer {
  id!: string;
  title!: string;
  description!: string | null;
  capacity!: number;
  createdAt!: Date;
  kinds!: SupportKind[];
  author!: Person;
  circle!: Circle | null;
  details!: Details;
  subject!: Thing | null;
  others!: Offer[];
}

const person: Selection<Tables["member"], Person> = select(Person, "member", {
  prefix: "mbr",
  visible: everyone,
  fields: { id: "id", displayName: "displayName" },
});
const circle: Selection<Tables["community"], Circle> = select(Circle, "community", {
  visible: (row) => is(row("visibility"), "=", "PUBLIC"),
  fields: { id: "id", name: "name" },
});
const offer: Selection<Tables["supportOffer"], Offer> = select(Offer, "supportOffer", {
  visible: (row, { viewer }) => is(row("authorId"), "=", viewer.id),
  fields: {
    id: "id",
    title: "title",
    description: "description",
    capacity: (row) => sql<number>`${row("capacity")} - ${row("acceptedCount")}`,
    createdAt: "createdAt",
    kinds: "kinds",
    author: one(() => person, { id: "authorId" }, { seenWithParent: true }),
    circle: one(() => circle, { id: "communityId" }),
    details: object(Details, { topics: "topics", capacity: "capacity" }),
    subject: anyOf(() => [person, circle], "authorId"),
    others: many(() => offer, { authorId: "authorId" }, { id: "text" }),
  },
});
const { fields } = offer;

// @ts-expect-error no such table
select(Offer, "supportOffers", { visible: everyone, fields });
// @ts-expect-error who may see it is never left out
select(Offer, "supportOffer", { fields });
// @ts-expect-error a field is missing (title)
select(Offer, "supportOffer", { visible: everyone, fields: { ...fields, title: undefined } });
select(Offer, "supportOffer", {
  // @ts-expect-error no such column to decide by
  visible: (row, { viewer }) => is(row("writerId"), "=", viewer.id),
  fields,
});
select(Offer, "supportOffer", {
  // @ts-expect-error a column of another kind of id
  visible: (row, { viewer }) => is(row("communityId"), "=", viewer.id),
  fields,
});
select(Offer, "supportOffer", {
  visible: everyone,
  fields: {
    ...fields,
    // @ts-expect-error no such column
    title: "titel",
  },
});
select(Offer, "supportOffer", {
  visible: everyone,
  fields: {
    ...fields,
    // @ts-expect-error a nullable column for a field that is never null
    title: "description",
  },
});
select(Offer, "supportOffer", {
  visible: everyone,
  fields: {
    ...fields,
    // @ts-expect-error an expression of another type
    capacity: () => sql<string>`'x'`,
  },
});
select(Offer, "supportOffer", {
  visible: everyone,
  fields: {
    ...fields,
    // @ts-expect-error no such column on a row
    description: (row) => row("nope"),
  },
});
select(Offer, "supportOffer", {
  visible: everyone,
  fields: {
    ...fields,
    // @ts-expect-error another type's selection
    author: one(() => circle, { id: "communityId" }),
  },
});
select(Offer, "supportOffer", {
  visible: everyone,
  fields: {
    ...fields,
    // @ts-expect-error a link to a column that the target does not have
    author: one(() => person, { ident: "authorId" }),
  },
});
select(Offer, "supportOffer", {
  visible: everyone,
  fields: {
    ...fields,
    // @ts-expect-error a link from a column that the parent does not have
    author: one(() => person, { id: "writerId" }),
  },
});
select(Offer, "supportOffer", {
  visible: everyone,
  fields: {
    ...fields,
    // @ts-expect-error a link between ids of different things
    author: one(() => person, { id: "communityId" }),
  },
});
select(Offer, "supportOffer", {
  visible: everyone,
  fields: {
    ...fields,
    // @ts-expect-error one thing for a list
    others: one(() => offer, { authorId: "authorId" }),
  },
});
select(Offer, "supportOffer", {
  visible: everyone,
  fields: {
    ...fields,
    // @ts-expect-error a field missing from the object made of columns
    details: object(Details, { topics: "topics" }),
  },
});
select(Offer, "supportOffer", {
  visible: everyone,
  fields: {
    ...fields,
    // @ts-expect-error no such column to find a thing by
    subject: anyOf(() => [person, circle], "nope"),
  },
});

class OfferArgs extends PageArgs {
  kind?: SupportKind | null;
  openOnly?: boolean | null;
}
class CircleOffers {
  declare offers: (args: OfferArgs) => Connection<Offer>;
}
extend(circle, CircleOffers, {
  offers: pages(
    () => offer,
    { communityId: "id" },
    { id: "text" },
    {
      where: (row, { args }) => {
        // a boolean is itself, so plain code may ask it; all else is an expression or not there
        const open: boolean | null | undefined = args.openOnly;
        return open && args.kind ? is(args.kind, "=", sql<SupportKind>`any(${row("kinds")})`) : is.lit(true);
      },
    },
  ),
});
extend(circle, CircleOffers, {
  offers: pages(
    () => offer,
    { communityId: "id" },
    { id: "text" },
    {
      // @ts-expect-error no such argument
      where: (row, { args }) => (args.colour ? is(row("id"), "=", args.colour) : is.lit(true)),
    },
  ),
});
extend(circle, CircleOffers, {
  offers: pages(
    () => offer,
    { communityId: "id" },
    { id: "text" },
    {
      // @ts-expect-error an argument compared with a column of another type
      where: (row, { args }) => (args.kind ? is(row("capacity"), "=", args.kind) : is.lit(true)),
    },
  ),
});
extend(circle, CircleOffers, {
  // @ts-expect-error no such column to order by
  offers: pages(() => offer, { communityId: "id" }, { when: "text" }),
});
extend(circle, CircleOffers, {
  // @ts-expect-error a list of something else
  offers: pages(() => person, {}, { id: "text" }),
});
extend(circle, CircleOffers, {
  // @ts-expect-error one thing for a connection
  offers: one(() => offer, { communityId: "id" }),
});
extend(circle, CircleOffers, {
  offers: pages(
    () => offer,
    {},
    { id: "text" },
    {
      each: {
        rooms: (at) => at.from("membership as m").where("m.memberId", "=", at.viewer.id).select("m.communityId as id"),
        // @ts-expect-error no such column to link a room to
        link: { roomId: "id" },
      },
    },
  ),
});

class AcceptPayload {
  offer!: Offer | null;
}
payload<{ offerId: Tables["supportOffer"]["id"] }>()(AcceptPayload, { offer: one(() => offer, { id: "offerId" }) });
// @ts-expect-error the resolver does not hand that over
payload<{ exchangeId: string }>()(AcceptPayload, { offer: one(() => offer, { id: "offerId" }) });
// @ts-expect-error a field that the payload does not have
payload<{ offerId: string }>()(AcceptPayload, { offer: fields.others, more: "offerId" });

declare const read: Read;
// @ts-expect-error no such column to find a row by
void read.one(person, { email: "a@b" });
const allOffers = pages<{}, Tables["supportOffer"], Offer, OfferArgs>(() => offer, {}, { id: "text" });
void read.pages(allOffers, { first: 3, kind: "EMOTIONAL" });
// @ts-expect-error no such kind
void read.pages(allOffers, { kind: "MONETARY" });
