import "reflect-metadata";
import { GraphQLScalarType } from "graphql";
import {
  Args,
  Authorized,
  buildSchemaSync,
  Field,
  FieldResolver,
  ID,
  InterfaceType,
  ObjectType,
  Query,
  Resolver,
  registerEnumType,
  UseMiddleware,
} from "type-graphql";
import { expect, test } from "vitest";
import { catalogOf, type Part } from "./catalog.js";
import { checkCatalog } from "./check-catalog.js";
import { type Connection, connectionOf, PageArgs } from "./connection.type.js";
import { anyOf, everyone, extend, object, one, pages, select, selected } from "./selection.js";

const Loud = new GraphQLScalarType({ name: "Loud", serialize: (value) => String(value).toUpperCase() });
const Level = { LOW: "low", HIGH: "HIGH" } as const;
registerEnumType(Level, { name: "Level" });

@InterfaceType("Node")
abstract class Node {
  @Field(() => ID) id!: string;
}
@ObjectType({ implements: Node })
class Room extends Node {
  @Field(() => String) name!: string;
  @Field(() => Loud) loud!: string;
  @Field(() => String) level!: (typeof Level)[keyof typeof Level];
}
@ObjectType()
class Door {
  @Field(() => Room) room!: Room;
  @Field(() => Room) other!: Room;
  @Field(() => Node) leads!: Node;
  @Authorized("ADMIN")
  @Field(() => String)
  secret!: string;
  @UseMiddleware(async (_data, next) => next())
  @Field(() => String)
  watched!: string;
  @Field(() => String)
  get made(): string {
    return "here";
  }
  @Field(() => Level) level!: (typeof Level)[keyof typeof Level];
}
const DoorConnection = connectionOf("Door", () => Door);
const RoomConnection = connectionOf("Room", () => Room);

@Resolver(() => Room)
class RoomExtras {
  @FieldResolver(() => DoorConnection)
  doors(@Args(() => PageArgs) _args: PageArgs): Connection<Door> {
    return selected();
  }
  @FieldResolver(() => RoomConnection)
  rooms(@Args(() => PageArgs) _args: PageArgs): Connection<Room> {
    return selected();
  }
  @FieldResolver(() => String)
  computed(): string {
    return "never run";
  }
  @FieldResolver(() => String)
  async later(): Promise<string> {
    throw new Error("never run");
  }
  @Authorized("ADMIN")
  @FieldResolver(() => String)
  guarded(): string {
    return selected();
  }
}
@Resolver()
class Root {
  @Query(() => Room, { nullable: true })
  room(): Room | null {
    return null;
  }
}

const room = select(Room, "community", {
  visible: everyone,
  fields: { id: "id", name: "name", loud: "name", level: () => everyone({} as never, {} as never) as never },
});
const door = select(Door, "membership", {
  visible: everyone,
  fields: {
    room: one(() => room, { id: "communityId" }),
    other: object(Room, { id: "communityId", name: "role", loud: "role", level: "role" as never }),
    leads: anyOf(() => [room], "communityId"),
    secret: "role",
    watched: "role",
    made: "role",
    level: "role" as never,
  },
});
const extras = extend(room, RoomExtras, {
  doors: pages(() => door, { communityId: "id" }, { memberId: "text" }),
  rooms: pages(() => door, { communityId: "id" }, { memberId: "text" }) as never,
  computed: "name",
  later: "name" as never,
  guarded: "name",
});

function faults(...parts: Part[]): string[] {
  const schema = buildSchemaSync({ resolvers: [Root, RoomExtras], validate: false, authChecker: () => true });
  try {
    checkCatalog(catalogOf(parts), schema);
    return [];
  } catch (error) {
    return (error as Error).message.split("\n").slice(1);
  }
}

test.each([
  "Room is a Node, so its selection needs a prefix",
  "Room.rooms returns Room, but its selection gives Door",
  "Door.room may be hidden, so it must be nullable or seenWithParent",
  "Door.leads may be hidden, so it must be nullable",
  "Door.leads needs Room to have a prefix",
  "Door.other Room.doors has no selection",
  "Room.computed has a resolver, which would not run: return selected()",
  "Room.later has a resolver, which would not run: return selected()",
  "Room.guarded asks for roles, which would not be checked",
  "Door.secret asks for roles, which would not be checked",
  "Door.watched has a middleware, which would not run",
  "Door.made has a resolver, which would not run: return selected()",
  "Loud serializes, which would not happen",
  "Level.LOW stands for another value, which would be answered",
])("it does not start with what would silently go wrong: %s", (fault) => {
  expect(faults(room, door, extras)).toContain(fault);
});

test("what only fits is not complained about", () => {
  const complaints = faults(room, door, extras).join("\n");
  expect(complaints).not.toMatch(/^Room\.(id|name|doors) /m);
});

test("a field without a selection, a selection without a field and a type without either are told apart", () => {
  expect(faults(room, door)).toContain("Room.doors has no selection");
  const more = { ...room, fields: { ...room.fields, colour: "name" } } as never;
  expect(faults(more, door, extras)).toContain("Room.colour is not in the schema");
  expect(faults(room, extras)).toContain("Room.doors needs Door, which is not in the catalog");
});

test("two features cannot claim the same field, type or prefix", () => {
  expect(() => catalogOf([room, room])).toThrow("Room has two selections");
  expect(() => catalogOf([room, extras, extras])).toThrow("Room.doors is selected twice");
  expect(() => catalogOf([extras])).toThrow("Room is extended but has no selection");
  expect(() => catalogOf([{ ...room, prefix: "com" }, { ...door, prefix: "com" } as never])).toThrow(
    "Two types have ids that start with com_",
  );
});
