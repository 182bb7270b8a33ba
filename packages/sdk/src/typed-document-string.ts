/** The text of one operation that also carries the types of its variables and of its result. */
export class TypedDocumentString<Result, Variables> extends String {
  declare readonly __apiType?: (variables: Variables) => Result;
}

/**
 * What `request` takes: a document of this package, one of your own codegen (`documentMode: "string"`), or plain text,
 * whose result is then `unknown`.
 */
export interface TypedDocument<Result, Variables> {
  readonly length: number;
  toString(): string;
  readonly __apiType?: ((variables: Variables) => Result) | undefined;
}
