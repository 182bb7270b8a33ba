import { plugin as typedDocuments } from "@graphql-codegen/typed-document-node";
import { stripIgnoredCharacters } from "graphql";

const BANNER =
  "// Generated from schema.graphql and operations/*.graphql by `npm run generate -w @kith/sdk`. Do not edit.";
const DOCUMENT =
  /export const (\w+) = (\/\*#__PURE__\*\/ new TypedDocumentString)\(`([^`]*)`\)( as unknown as [^;]+;)/g;

type Plugin = typeof typedDocuments;

/**
 * The typed-document-node plugin, with our own TypedDocumentString (the stock one makes the shipped types import a
 * package that wants graphql installed), without a document for each fragment, and without the white space.
 */
export const plugin: Plugin = async (...given) => {
  const output = await typedDocuments(...given);
  const text = typeof output === "string" ? output : output.content;
  const documents = [...text.matchAll(DOCUMENT)].map(
    ([, name, call, document = "", type]) =>
      `export const ${name} = ${call}(${JSON.stringify(stripIgnoredCharacters(document))})${type}`,
  );
  return {
    prepend: [BANNER, `import { TypedDocumentString } from "../typed-document-string.js";`],
    content: documents.join("\n"),
  };
};
