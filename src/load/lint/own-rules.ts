import type { Rule } from "../../lint/rule.ts";
import { lintSettings } from "./lint-settings.ts";

/** Whether an id is one that only a project gives: no later version of ours has the same. */
export const isOwnRule = (id: string): boolean => id.startsWith("own/");

/** The rules that the nearest configuration brings along. Throws a `ProblemError` when these cannot be read. */
export async function ownRules(cwd: string): Promise<readonly Rule[]> {
  const { rules } = await lintSettings({ cwd });
  return rules.filter(({ id }) => isOwnRule(id));
}
