import { resolve } from "node:path";
import type { ReportedFinding } from "../../lint/report.ts";
import type { CheckedState } from "../check/check-state.ts";
import { shownPath } from "../find-files.ts";

/** What a finding belongs to. */
export interface Owner {
  /** The file that a person wrote, absolute, as it is called today. */
  readonly file: string;
  /** Of a scenario in a file of its own: its name. */
  readonly scenario?: string;
  /** The same for the same scenario in two states. */
  readonly key: string;
}

/** Tells what the findings of a state belong to. `nameNow` is what a file of that time is called today. */
export function ownersIn(
  { compilation: { printed } }: CheckedState,
  cwd: string,
  nameNow: (file: string) => string = (file) => file,
): (finding: Pick<ReportedFinding, "path">) => Owner {
  const slugs = new Map<string, Set<string>>();
  for (const { file, scenario } of printed)
    slugs.set(file.path, (slugs.get(file.path) ?? new Set()).add(scenario.slug));
  const owners = new Map(
    printed.map(({ path, file, scenario }): [string, Owner] => {
      const now = nameNow(file.path);
      // The only scenario of a file may get another name.
      const slug = slugs.get(file.path)?.size === 1 ? "" : scenario.slug;
      return [shownPath(path, cwd), { file: now, scenario: scenario.name, key: JSON.stringify([now, slug]) }];
    }),
  );
  return ({ path }) => {
    const file = nameNow(resolve(cwd, path));
    return owners.get(path) ?? { file, key: JSON.stringify([file]) };
  };
}
