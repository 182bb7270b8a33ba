import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isAllowedOrigin, parseOrigin } from "./origin.js";

describe("an origin is exactly what a browser sends", () => {
  test.each([
    "https://clinic.example",
    "https://www.clinic.example",
    "https://clinic.example:8443",
    "https://clinic.example:65535",
    "https://localhost",
    "https://xn--clnica-3sa.example",
    "https://a",
    "https://1a.example",
    "https://192.0.2.1",
    "https://clinic.example:80",
    "http://localhost",
    "http://localhost:5173",
    "http://127.0.0.1:4000",
    "http://[::1]",
    "http://[::1]:4000",
    "https://[::1]:4000",
    "http://localhost:443",
  ])("%s", (text) => {
    expect(parseOrigin(text)).toBe(text);
    expect(new URL(text).origin).toBe(text);
  });

  test.each([
    ["nothing", ""],
    ["a slash at the end", "https://clinic.example/"],
    ["a path", "https://clinic.example/portal"],
    ["a query", "https://clinic.example?x"],
    ["a fragment", "https://clinic.example#x"],
    ["a user", "https://user@clinic.example"],
    ["a user and a password", "https://user:secret@clinic.example"],
    ["a wildcard", "*"],
    ["a wildcard host", "https://*.clinic.example"],
    ["a wildcard port", "https://clinic.example:*"],
    ["null", "null"],
    ["no scheme", "clinic.example"],
    ["a relative scheme", "//clinic.example"],
    ["another scheme", "ftp://clinic.example"],
    ["a browser's own scheme", "chrome-extension://abc"],
    ["a file", "file:///"],
    ["a script", "javascript:alert(1)"],
    ["http elsewhere", "http://clinic.example"],
    ["http on a name that only begins so", "http://localhost.evil.example"],
    ["http on a name that only ends so", "http://evil.localhost"],
    ["http on another loopback address", "http://127.0.0.2"],
    ["http on every address", "http://0.0.0.0"],
    ["the scheme's own port", "https://clinic.example:443"],
    ["the scheme's own port, http", "http://localhost:80"],
    ["port 0", "https://clinic.example:0"],
    ["a port too high", "https://clinic.example:65536"],
    ["a port of six digits", "https://clinic.example:100000"],
    ["a leading zero in the port", "https://clinic.example:08443"],
    ["an empty port", "https://clinic.example:"],
    ["upper case", "https://Clinic.example"],
    ["an upper-case scheme", "HTTPS://clinic.example"],
    ["letters beyond ASCII", "https://clínica.example"],
    ["an underscore", "https://my_clinic.example"],
    ["a hyphen first", "https://-clinic.example"],
    ["a hyphen last", "https://clinic-.example"],
    ["an empty label", "https://clinic..example"],
    ["a dot last", "https://clinic.example."],
    ["a dot first", "https://.example"],
    ["no host", "https://"],
    ["a label of 64", `https://${"a".repeat(64)}.example`],
    ["a name of 254", `https://${"a.".repeat(126)}aa`],
    ["a short IPv4 address", "https://127.1"],
    ["an IPv4 address as one number", "https://2130706433"],
    ["an IPv4 address in base 16", "https://0x7f.0.0.1"],
    ["an IPv4 address in base 16 at its end", "https://127.0.0.0x1"],
    ["an IPv4 address in base 8", "https://0177.0.0.1"],
    ["an IPv4 address too high", "https://256.0.0.1"],
    ["a name that ends in a number", "https://clinic.123"],
    ["white space before", " https://clinic.example"],
    ["white space after", "https://clinic.example "],
    ["a line break after", "https://clinic.example\n"],
    ["two of them", "https://a.example,https://b.example"],
    ["a NUL", "https://clinic.example\0"],
    ["another IPv6 address", "https://[2001:db8::1]"],
    ["loopback written long", "http://[0:0:0:0:0:0:0:1]"],
  ])("%s is refused", (_, text) => {
    expect(parseOrigin(text)).toBeNull();
  });

  test("whatever is taken is its own origin to a browser, character for character", () => {
    const anyText = fc.oneof(
      fc.webUrl().map((url) => url.replace(/\/$/, "")),
      fc
        .tuple(fc.constantFrom("http", "https"), fc.domain(), fc.nat({ max: 70_000 }))
        .map(([s, d, p]) => `${s}://${d}:${p}`),
      fc
        .string({ unit: fc.constantFrom(...Array.from("https://:[].@0189axf-_*A")), maxLength: 24 })
        .map((rest) => `https://${rest}`),
      fc.ipV4().map((ip) => `https://${ip}`),
    );
    fc.assert(
      fc.property(anyText, (text) => {
        if (parseOrigin(text) === null) return;
        expect(new URL(text).origin).toBe(text);
      }),
      { numRuns: 3000 },
    );
  });

  test("every ordinary site is taken", () => {
    fc.assert(
      fc.property(fc.domain(), (domain) => {
        fc.pre(new URL(`https://${domain}`).host === domain);
        expect(parseOrigin(`https://${domain}`)).toBe(`https://${domain}`);
      }),
    );
  });
});

describe("a page is let in by its own origin alone", () => {
  const allowed = ["https://clinic.example", "http://localhost:5173"];

  test("an origin on the list", () => {
    for (const origin of allowed) expect(isAllowedOrigin(origin, allowed)).toBe(true);
  });

  test.each([
    "https://clinic.example.evil.example",
    "https://evil-clinic.example",
    "http://clinic.example",
    "https://clinic.example:8443",
    "https://clinic.example/",
    "https://Clinic.example",
    "https://sub.clinic.example",
    "http://localhost:5174",
    "null",
    "",
    null,
    undefined,
  ])("%j is not let in", (origin) => {
    expect(isAllowedOrigin(origin, allowed)).toBe(false);
    expect(isAllowedOrigin(origin, [])).toBe(false);
  });
});
