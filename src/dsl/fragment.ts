import type { AuthoredFragment } from "../model/authored.ts";
import { buildScenario } from "../model/scenario.ts";
import { pointer } from "../util/json-pointer.ts";
import { mainFlow } from "./build-flow.ts";
import { checkReferences } from "./check-references.ts";
import { createBuild } from "./draft.ts";
import type { Flow } from "./flow.ts";
import { refuseAsync } from "./flow-builder.ts";
import { createMistakes, refuse } from "./mistakes.ts";
import { authorPosition } from "./position.ts";
import { NAME_IT, remember, slugOf } from "./registry.ts";

/**
 * Steps to be pasted into a scenario in Make's editor, as if they had been copied there; each function writes one chain
 * of them. They need no trigger.
 *
 * @example
 * export const thanks = fragment("Say thanks", (flow) => {
 *   flow.step("Mail", gmail.sendAnEmail({ … }));
 * });
 */
export function fragment(name: string, ...chains: readonly ((flow: Flow) => void)[]): AuthoredFragment {
  const position = authorPosition();
  const mistakes = createMistakes();
  if (typeof name !== "string")
    refuse("`fragment` begins with a name", 'Write fragment("Say thanks", (flow) => { … })');
  const slug = slugOf(name);
  if (slug === "") mistakes.add("The fragment has no name", position, NAME_IT);
  const build = createBuild(mistakes);
  const mains = chains.map((steps) => {
    const main = mainFlow(build);
    try {
      refuseAsync(build, `the fragment \`${name}\``, steps(main.flow));
    } catch (error) {
      mistakes.addThrown(error);
      mistakes.throwIfAny();
    }
    return main;
  });
  for (const step of build.later) step();
  const flows = mains.map(({ modules }) => modules());
  if (flows.length === 0 || flows.some(({ length }) => length === 0))
    mistakes.add(`The fragment \`${name}\` has no steps`, position, "Give each of its functions at least one");
  const named = flows.map((modules, index) => ({ pointer: pointer("", "subflows", index, "flow"), modules }));
  checkReferences(buildScenario({ name, isFragment: true, flows: named }), mistakes);
  mistakes.throwIfAny();

  const made: AuthoredFragment = { kind: "fragment", name, slug, flows, ...(position ? { position } : {}) };
  remember(made);
  return made;
}
