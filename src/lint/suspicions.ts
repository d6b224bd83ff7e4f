// What is odd in a mapping that can be read: found once, for all rules that tell of it.

import type { Template } from "../iml/ast.ts";
import { checkParsed } from "../iml/check.ts";
import type { MappedText } from "../model/mappings.ts";
import type { RuleContext } from "./rule.ts";

type Suspicions = ReturnType<typeof checkParsed>;

const cache = new WeakMap<ReadonlySet<string>, WeakMap<Template, Suspicions>>();

/** In the order of the text. Functions that the organization made are none. */
export function suspicionsIn(
  { template }: MappedText,
  { customFunctions }: Pick<RuleContext, "customFunctions">,
): Suspicions {
  const known = cache.get(customFunctions) ?? new WeakMap<Template, Suspicions>();
  cache.set(customFunctions, known);
  const found = known.get(template) ?? checkParsed({ template, problems: [] }, { customFunctions });
  known.set(template, found);
  return found;
}
