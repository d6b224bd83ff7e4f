import { checkTemplate } from "../iml/check.ts";
import type { ImlProblem } from "../iml/problem.ts";
import type { MappedText } from "../model/mappings.ts";
import type { Fix, RuleContext } from "./rule.ts";
import { textFix } from "./text-fix.ts";

/** A fix of what is wrong with a mapping; nothing where it would only bring to light what nobody can mend. */
export function mappingFix(
  { text, place }: MappedText,
  { edits }: ImlProblem,
  options: Pick<RuleContext, "customFunctions">,
): Fix | undefined {
  const fix = textFix("suggested", place.pointer, text, edits);
  const [operation] = fix?.patch ?? [];
  if (text === undefined || operation?.op !== "replace" || typeof operation.value !== "string") return undefined;
  const left = (value: string): number =>
    checkTemplate(value, options).filter((problem) => problem.edits === undefined).length;
  return left(operation.value) > left(text) ? undefined : fix;
}
