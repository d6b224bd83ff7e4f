import { checkTemplate } from "../iml/check.ts";
import type { ImlProblem } from "../iml/problem.ts";
import type { MappedText } from "../model/mappings.ts";
import type { Fix, RuleContext } from "./rule.ts";
import { suspicionsIn } from "./suspicions.ts";
import { textFix } from "./text-fix.ts";

type Options = Pick<RuleContext, "customFunctions">;

/**
 * A fix of what is wrong with a mapping; nothing where it would only bring to light what nobody can mend, and in a text in
 * which so much is wrong that a person must look: each fix is tried on the whole of it.
 */
export function mappingFix(mapped: MappedText, { edits }: ImlProblem, options: Options): Fix | undefined {
  const { text, problems, place } = mapped;
  if (text === undefined || edits === undefined || text.length > LONGEST) return undefined;
  const before = [...problems, ...suspicionsIn(mapped, options)];
  if (before.length > MOST) return undefined;
  const fix = textFix("suggested", place.pointer, text, edits);
  const [operation] = fix?.patch ?? [];
  if (operation?.op !== "replace" || typeof operation.value !== "string") return undefined;
  return unmendable(checkTemplate(operation.value, options)) > unmendable(before) ? undefined : fix;
}

const MOST = 20;
const LONGEST = 20_000;

const unmendable = (problems: readonly ImlProblem[]): number =>
  problems.filter(({ edits }) => edits === undefined).length;
