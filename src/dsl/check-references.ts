import type { AuthoredModule } from "../model/authored.ts";
import { moduleReferences } from "../model/mappings.ts";
import type { Module, Scenario } from "../model/scenario.ts";
import { feederOf, type Viewpoint, type Visibility, viewpoint, visibility } from "../model/visibility.ts";
import type { Mistakes } from "./mistakes.ts";

/** Every output that is used must come from a step on the way to where it is used. */
export function checkReferences(tree: Scenario, mistakes: Mistakes): void {
  for (const module of tree.modules) {
    const seen = new Set<number>();
    const check = (from: Viewpoint, id: number): void => {
      const found = visibility(tree, from, id);
      if (found.kind === "visible" || found.kind === "failed" || seen.has(id)) return;
      seen.add(id);
      const { message, help } = explain(found, nameOf(module), id);
      mistakes.add(message, (module.source as unknown as AuthoredModule).position, help);
    };
    for (const { reference, in: text } of moduleReferences(module)) check(text.from, reference.root.id);
    const feeder = feederOf(module);
    if (feeder !== undefined) check(viewpoint(module), feeder);
  }
}

const nameOf = (module: Module): string => (module.source as unknown as AuthoredModule).name ?? module.type;

function explain(found: Visibility, reader: string, id: number): { readonly message: string; readonly help: string } {
  if (found.kind === "missing") {
    if (id > 0) {
      return {
        message: `\`${reader}\` names module ${id} by its number, which is given when the scenario is printed`,
        help: `Put the step's own value in: raw.text\`{{myFunction(\${step.field})}}\``,
      };
    }
    return {
      message: `\`${reader}\` uses the output of a step that is not in this scenario`,
      help: "Hand the value over by a webhook, a data store, or the inputs of a sub-scenario",
    };
  }
  const target = nameOf(found.module);
  switch (found.kind) {
    case "self":
      return { message: `\`${reader}\` uses its own output`, help: "Use the output of a step in front of it" };
    case "later":
      return {
        message: `\`${reader}\` uses the output of \`${target}\`, which runs after it`,
        help: `Move \`${target}\` in front of \`${reader}\``,
      };
    case "aggregated":
      return {
        message: `\`${reader}\` uses the output of \`${target}\`, which \`${nameOf(found.aggregator)}\` has collected`,
        help: `Collect the value in \`${nameOf(found.aggregator)}\` and use it from there`,
      };
    default:
      return {
        message: `\`${reader}\` uses the output of \`${target}\`, which stands in another route`,
        help: "Only steps on the way to a step can be used in it; keep the value in a variable or a data store, or merge the branches",
      };
  }
}
