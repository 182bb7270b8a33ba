import type { FormattedExecutionResult } from "graphql";

/** A root field's finished answer in PostgreSQL's own words: taken apart and written again it would only be the same. */
export class FinishedJson {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  toJSON(): unknown {
    return JSON.parse(this.text);
  }
}

/** The body of a response. Response keys are GraphQL names, so they need no escaping. */
export function stringifyAnswer(result: FormattedExecutionResult): string {
  const { data, ...others } = result;
  if (!data || !Object.values(data).some((value) => value instanceof FinishedJson)) return JSON.stringify(result);
  const fields = Object.entries(data).map(
    ([key, value]) => `"${key}":${value instanceof FinishedJson ? value.text : JSON.stringify(value ?? null)}`,
  );
  const rest = JSON.stringify(others);
  return `{"data":{${fields.join(",")}}${rest === "{}" ? "}" : `,${rest.slice(1)}`}`;
}
