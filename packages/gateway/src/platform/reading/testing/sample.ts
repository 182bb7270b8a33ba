import "reflect-metadata";
import { sql } from "kysely";
import { Arg, createUnionType, Field, ID, InterfaceType, Mutation, ObjectType, Query, Resolver } from "type-graphql";
import type { Tables } from "../../database/tables.js";
import { type Read, Reads } from "../../graphql/reads.js";
import { anyOf, everyone, is, many, object, one, payload, type Selection, select } from "../selection.js";

// Ways to select that no feature needs yet, over Kith's own tables.

@InterfaceType()
abstract class Named {
  @Field(() => ID) id!: string;
}
@ObjectType({ implements: Named })
class Person extends Named {
  @Field(() => String, { nullable: true }) name!: string | null;
}
@ObjectType({ implements: Named })
class Circle extends Named {
  @Field(() => String) name!: string;
}
@ObjectType()
class Effort {
  @Field(() => Number) capacity!: number;
  @Field(() => Number) left!: number;
  @Field(() => [String]) about!: string[];
}
const Whose = createUnionType({ name: "Whose", types: () => [Person, Circle] as const });

@ObjectType({ implements: Named })
class Help extends Named {
  @Field(() => String) title!: string;
  @Field(() => Effort) effort!: Effort;
  @Field(() => Named, { nullable: true }) audience!: Named | null;
  @Field(() => Whose, { nullable: true }) author!: Person | Circle | null;
  @Field(() => [Help]) others!: Help[];
  @Field(() => Person, { nullable: true }) reachable!: Person | null;
}
@ObjectType()
class HelpPayload {
  @Field(() => Help, { nullable: true }) help!: Help | null;
  @Field(() => String, { nullable: true }) note!: string | null;
  @Field(() => [Number]) counts!: number[];
  @Field(() => Boolean) changed!: boolean;
}
@ObjectType()
class Line {
  @Field(() => String) text!: string;
  @Field(() => Date, { nullable: true }) at!: Date | null;
}
@ObjectType()
class Report {
  @Field(() => [Line]) lines!: Line[];
  @Field(() => Line, { nullable: true }) best!: Line | null;
  @Field(() => Whose, { nullable: true }) whose!: Person | Circle | null;
}

const person: Selection<Tables["member"], Person> = select(Person, "member", {
  prefix: "mbr",
  visible: (row) => is(row("state"), "=", sql.lit("ACTIVE" as const)),
  fields: { id: "id", name: "displayName" },
});
const circle: Selection<Tables["community"], Circle> = select(Circle, "community", {
  prefix: "com",
  visible: everyone,
  fields: { id: "id", name: "name" },
});
const help: Selection<Tables["supportOffer"], Help> = select(Help, "supportOffer", {
  prefix: "sof",
  visible: everyone,
  fields: {
    id: "id",
    title: "title",
    effort: object(Effort, {
      capacity: "capacity",
      left: (row) => sql<number>`${row("capacity")} - ${row("acceptedCount")}`,
      about: "topics",
    }),
    audience: anyOf(() => [circle, person], "audienceId"),
    author: anyOf(() => [person, circle], "authorId"),
    others: many(
      () => help,
      { authorId: "authorId" },
      { id: "text" },
      { where: (row, _at, parent) => is(row("id"), "<>", parent("id")) },
    ),
    reachable: one(() => person, { id: "authorId" }),
  },
});
interface Given {
  helpId: Tables["supportOffer"]["id"]["__select__"] | null;
  note: string | null;
  counts: number[];
  changed: boolean;
}
const helpPayload = payload<Given>()(HelpPayload, {
  help: one(() => help, { id: "helpId" }),
  note: "note",
  counts: "counts",
  changed: "changed",
});

@Resolver()
class SampleResolver {
  @Query(() => Help, { nullable: true })
  help(@Arg("id", () => ID) id: string, @Reads() read: Read) {
    return read.one(help, { id });
  }
  @Query(() => Named, { nullable: true })
  named(@Arg("id", () => ID) id: string, @Reads() read: Read) {
    return read.node(id);
  }
  @Query(() => Report)
  report(@Reads() read: Read) {
    const lines = [
      { text: "one", at: new Date(0) },
      { text: "two", at: null, secret: "not asked for" },
    ];
    return read.computed({ lines, best: null, whose: { __typename: "Circle", id: "com_1", name: "Here" } });
  }
  @Mutation(() => HelpPayload)
  changeHelp(@Arg("id", () => ID, { nullable: true }) id: string | null, @Reads() read: Read) {
    return read.payload(helpPayload, {
      helpId: id as never,
      note: id ? null : '"none"',
      counts: [1, 2],
      changed: Boolean(id),
    });
  }
}
export const resolvers = [SampleResolver] as const;
export const selections = [person, circle, help, helpPayload];
