import { createParameterDecorator, type ResolverData } from "type-graphql";
import type { Read } from "../reading/read.js";
import { reader } from "../reading/reader.js";
import type { Context } from "./context.js";

export type { Read };
/** The parameter a root resolver reads with: `@Reads() read: Read`. */
export const Reads = () =>
  createParameterDecorator<Context>(({ context, info }: ResolverData<Context>) =>
    reader(context.reading, context.viewer, info),
  );
