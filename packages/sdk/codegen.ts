import type { CodegenConfig } from "@graphql-codegen/cli";

const config: CodegenConfig = {
  schema: "schema.graphql",
  documents: "operations/*.graphql",
  generates: {
    "src/_generated/operations.ts": {
      plugins: ["./codegen.documents.ts", "typescript-operations"],
      config: {
        documentMode: "string",
        pureMagicComment: true,
        useTypeImports: true,
        enumsAsTypes: true,
        inlineFragmentTypes: "combine",
        strictScalars: true,
        scalars: { ID: "string", DateTime: "string", Date: "string" },
      },
    },
  },
};

export default config;
