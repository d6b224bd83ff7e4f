import type { Part } from "../iml/ast.ts";
import { property } from "../iml/build.ts";
import { asKey } from "../model/binding.ts";
import { type Expr, expr, templateOf } from "../model/expression.ts";
import { makeRequest } from "./apps/http.ts";
import type { Fields } from "./field.ts";
import type { CertainForm } from "./module.ts";

type Input = Readonly<Record<string, unknown>>;

interface Request {
  readonly method: "get" | "post" | "put" | "patch" | "delete";
  /** The address in pieces: text, and values that authors gave. */
  readonly url: readonly unknown[];
  readonly headers?: unknown;
  readonly queryParameters?: unknown;
  /** Data for a JSON body. */
  readonly body?: unknown;
}

interface OverHttp<Extra extends Fields> {
  readonly fields?: Extra;
  /** `input` is the author's, without the connection. */
  readonly request: (input: Input) => Request;
  /** The way from the service's answer down to what the module gives. */
  readonly answer?: readonly string[];
}

/**
 * A module as a request to its service's documented API. The request authenticates with the key that is called like
 * the module's connection.
 */
export const overHttp = <const Extra extends Fields = Record<never, never>>({
  fields,
  request,
  answer = [],
}: OverHttp<Extra>): CertainForm<Extra> => ({
  declaration: makeRequest.declaration,
  ...(fields ? { fields } : {}),
  input: ({ connection, ...input }) => {
    const { url, ...rest } = request(input);
    return { key: asKey(connection as Expr<unknown>), url: joined(url), ...rest };
  },
  outputPath: (path) => [...["data", ...answer].map(property), ...path],
});

const joined = (pieces: readonly unknown[]): Expr<string> =>
  expr(
    ...pieces.flatMap((piece): readonly Part[] => templateOf(piece)?.parts ?? [{ kind: "text", text: String(piece) }]),
  );
