import { createComponent } from "@lit/react";
import * as React from "react";
import { defineElement } from "../loader/elements.js";
import type { TagName } from "../tag-names.js";
import { ELEMENTS } from "./elements.js";

type Camel<Name extends string> = Name extends `${infer First}-${infer Rest}`
  ? `${First}${Capitalize<Camel<Rest>>}`
  : Name;
type Handler<Event extends string> = Event extends `kith-${infer Name}` ? `on${Capitalize<Camel<Name>>}` : never;

type Taken<Tag extends TagName> = (typeof ELEMENTS)[Tag];
type Attributes<Tag extends TagName> = { readonly [Name in Taken<Tag>["attributes"][number] as Camel<Name>]?: string };
type Properties<Tag extends TagName> = Partial<
  Pick<HTMLElementTagNameMap[Tag], Taken<Tag>["properties"][number] & keyof HTMLElementTagNameMap[Tag]>
>;
type Handlers<Tag extends TagName> = {
  readonly [Event in Taken<Tag>["events"][number] as Handler<Event>]?: (
    event: GlobalEventHandlersEventMap[Event],
  ) => void;
};

/** What a component takes: its element's attributes, properties and events, and what any element of a page takes. */
export type KithProps<Tag extends TagName> = Attributes<Tag> &
  Properties<Tag> &
  Handlers<Tag> &
  Omit<React.HTMLAttributes<HTMLElementTagNameMap[Tag]>, keyof Attributes<Tag>> &
  React.RefAttributes<HTMLElementTagNameMap[Tag]>;

/** The React component of an element; its code is fetched when it is first mounted. On a server it is the bare tag. */
export function component<Tag extends TagName>(tag: Tag, displayName: string): React.FunctionComponent<KithProps<Tag>> {
  const { attributes, properties, events } = ELEMENTS[tag];
  const attributeOf = new Map<string, string>(attributes.map((name) => [camel(name), name]));
  const Element = createComponent({
    react: React,
    tagName: tag,
    elementClass: shapeWith(properties),
    events: Object.fromEntries(events.map((name) => [handler(name), name])),
    displayName,
  });

  function KithComponent(props: KithProps<Tag>): React.ReactElement {
    React.useEffect(() => {
      defineElement(tag).catch(reportError);
    }, []);
    const given = Object.entries(props).map(([name, value]) => [attributeOf.get(name) ?? name, value]);
    return React.createElement(Element, Object.fromEntries(given));
  }
  KithComponent.displayName = displayName;
  return KithComponent;
}

/** Stands for the element's class, which may not be here yet and never is on a server: only what it has is asked. */
function shapeWith(properties: readonly string[]): new () => HTMLElement {
  const shape = class {};
  for (const name of properties) Object.defineProperty(shape.prototype, name, { value: undefined });
  return shape as new () => HTMLElement;
}

function camel(name: string): string {
  return name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

function handler(event: string): string {
  return camel(event.replace(/^kith/, "on"));
}
