import { expect, test } from "vitest";
import { lostLinks } from "./anchors.ts";

test("a link to a place that its page does not have is told", () => {
  const pages = new Map([
    ["index", '<a class="x" href="/guide/a#there">'],
    ["guide/a", '<h2 id="there"></h2> <a href="#gone"> <a href="../errors#no_seats"> <a href="https://a.example/#x">'],
    ["errors", '<tr id="no_seats"></tr> <a href="/#top"> <a href="./guide/a">'],
  ]);
  expect(lostLinks(pages)).toEqual(["guide/a → guide/a#gone", "errors → index#top"]);
});
