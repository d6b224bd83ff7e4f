import { describeModule } from "./module-place.ts";
import type { Flow } from "./scenario.ts";

/** How a message names a flow: ``Route 2 of `Router (5)` ``. Routes and branches count from 1, as the canvas draws them. */
export function describeFlow(flow: Flow): string {
  const owner = flow.owner === undefined ? "" : ` of \`${describeModule(flow.owner)}\``;
  switch (flow.kind) {
    case "main":
      return "The main flow";
    case "orphan":
      return "A chain of modules that hangs on nothing";
    case "route":
      return `Route ${flow.index + 1}${owner}`;
    case "branch":
      return `${describeBranch(flow)}${owner}`;
    case "handler":
      return `The error handler${owner}`;
    case "tool":
      return `Tool ${flow.index + 1}${owner}`;
  }
}

function describeBranch({ index, source }: Flow): string {
  const { type, label } = source ?? {};
  if (typeof label === "string" && label !== "") return `Branch \`${label}\``;
  return type === "else" ? "The else branch" : `Branch ${index + 1}`;
}
