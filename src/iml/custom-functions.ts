// Functions that an organization wrote itself, in JavaScript.

import { type CallScope, type LazyArgument, type Parameter, type Signature, signatureOf } from "./define-function.ts";
import { EvaluationError } from "./evaluation-error.ts";
import { findFunction, functions } from "./functions.ts";
import { runIsolated } from "./sandbox/sandbox.ts";
import { decode, encode } from "./sandbox/transport.ts";
import type { Value } from "./value.ts";

export interface CustomFunction extends Signature {
  readonly name: string;
  /** `function name(a, b) { … }`. Without it, calls can be checked but not evaluated. */
  readonly source?: string;
}

/** Declares a function that an organization has on top of Make's own. */
export const defineCustomFunction = (declaration: {
  readonly name: string;
  readonly params: readonly Parameter[];
  readonly source?: string;
}): CustomFunction => ({ ...declaration, ...signatureOf(declaration.name, declaration.params) });

/** Make's limit. */
const MAX_SOURCE = 5000;

/** The code gets Make's own functions as `iml.name(…)`, and nothing else of the world. */
export function callCustomFunction(
  { name, source }: CustomFunction,
  args: readonly LazyArgument[],
  scope: CallScope,
): Value {
  if (source === undefined) throw new EvaluationError(`The source of '${name}' is not known`);
  if (source.length > MAX_SOURCE) throw new EvaluationError("Custom functions have at most 5,000 characters");
  const result = runIsolated({
    source,
    args: args.map((argument) => encode(argument())),
    timezone: scope.timezone,
    builtins: [...functions.keys()],
    callBuiltin: (builtin, values) => encode(callBuiltin(builtin, values, scope)),
  });
  scope.budget.admit(result);
  return scope.budget.admit(decode(result));
}

function callBuiltin(name: string, values: readonly unknown[], scope: CallScope): Value {
  scope.budget.admit(values);
  const builtin = findFunction(name);
  if (builtin === undefined) throw new EvaluationError(`Function '${name}' not found!`);
  return builtin.call(
    values.map((value) => () => decode(value)),
    scope,
  );
}
