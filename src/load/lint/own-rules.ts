import type { Rule } from "../../lint/rule.ts";
import { openConfigurationFile } from "./configuration.ts";
import { nearestConfiguration } from "./lint-settings.ts";

/** Whether an id is one that only a project gives: no later version of ours has the same. */
export const isOwnRule = (id: string): boolean => id.toLowerCase().startsWith("own/");

/**
 * The rules that the nearest configuration brings along, whatever else it says. Throws a `ProblemError` when these cannot
 * be read.
 */
export async function ownRules(cwd: string): Promise<readonly Rule[]> {
  const path = nearestConfiguration(cwd);
  if (path === undefined) return [];
  const { plugins } = await openConfigurationFile(path);
  if (plugins.length === 0) return [];
  const { readPlugins } = await import("./plugins.ts");
  return readPlugins(plugins, path);
}
