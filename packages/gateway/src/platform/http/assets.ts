import { createHash } from "node:crypto";
import { readFile, realpath, stat } from "node:fs/promises";
import { extname, join, sep } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { type Reply, reply } from "./reply.js";
import type { Visit } from "./visit.js";

const TYPES: Readonly<Record<string, string>> = {
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".map": "application/json; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".woff2": "font/woff2",
};
const SQUEEZED = /^(text|application\/json|image\/svg)/;
/** A path of plain names: no dot files, no way up, nothing encoded. */
const PLAIN_PATH = /^(\/[A-Za-z0-9_@-][A-Za-z0-9_@.-]*)+$/;
/** What a bundler adds to a name it derives from the content: a run of letters with digits or capitals among them. */
const HASHED = /[.-](?=[\w-]*[A-Za-z])(?=[\w-]*[0-9A-Z])[\w-]{8,}\.\w+$/;
/** No longer, and never stale: an old kith.js asks for chunks that a new gateway does not have. */
const SHORTLY = "public, max-age=300";
const FOREVER = "public, max-age=31536000, immutable";

interface Asset {
  readonly changedAt: number;
  readonly type: string;
  readonly etag: string;
  readonly bodies: Readonly<Record<"identity" | "gzip" | "br", Buffer>>;
}

/**
 * Serves the widgets and their data from a folder, to any site. Answers false where it has nothing under that path.
 * Files are read and squeezed once, and again when they change.
 */
export function assets(folder: string) {
  const kept = new Map<string, Asset>();

  async function find(path: string): Promise<Asset | null> {
    const type = TYPES[extname(path)];
    if (!type || !PLAIN_PATH.test(path)) return null;
    try {
      const root = await realpath(folder);
      const file = await realpath(join(root, path));
      const { mtimeMs, isFile } = await stat(file).then((found) => ({
        mtimeMs: found.mtimeMs,
        isFile: found.isFile(),
      }));
      if (!isFile || !file.startsWith(root + sep)) return null;
      const known = kept.get(path);
      if (known?.changedAt === mtimeMs) return known;
      const asset = await load(file, type, mtimeMs);
      kept.set(path, asset);
      return asset;
    } catch {
      kept.delete(path);
      return null;
    }
  }

  return async function serve(visit: Visit): Promise<boolean> {
    const { path, request } = visit;
    const asset = await find(path);
    if (!asset) return false;
    visit.route = "assets";
    reply(visit, replyWith(asset, path, request.headers["if-none-match"], request.headers["accept-encoding"]));
    return true;
  };
}

function replyWith(asset: Asset, path: string, known: string | undefined, accepted = ""): Reply {
  const encoding = /\bbr\b/.test(accepted) ? "br" : /\bgzip\b/.test(accepted) ? "gzip" : "identity";
  const headers = {
    "content-type": asset.type,
    etag: asset.etag,
    "cache-control": HASHED.test(path) ? FOREVER : SHORTLY,
    vary: "Accept-Encoding",
    "access-control-allow-origin": "*",
    "cross-origin-resource-policy": "cross-origin",
    "timing-allow-origin": "*",
  };
  if (known?.split(",").some((tag) => tag.trim().replace(/^W\//, "") === asset.etag.replace(/^W\//, ""))) {
    return { status: 304, headers };
  }
  const squeezed = asset.bodies[encoding];
  const smaller = squeezed.length < asset.bodies.identity.length;
  return {
    status: 200,
    headers: smaller ? { ...headers, "content-encoding": encoding } : headers,
    body: smaller ? squeezed : asset.bodies.identity,
  };
}

async function load(file: string, type: string, changedAt: number): Promise<Asset> {
  const identity = await readFile(file);
  const text = SQUEEZED.test(type);
  const bodies = {
    identity,
    gzip: text ? await promisify(gzip)(identity) : identity,
    br: text
      ? await promisify(brotliCompress)(identity, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } })
      : identity,
  };
  // Weak, since the same content goes out squeezed or not.
  const etag = `W/"${createHash("sha256").update(identity).digest("base64url").slice(0, 22)}"`;
  return { changedAt, type, etag, bodies };
}
