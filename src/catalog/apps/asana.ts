import { account } from "../field.ts";
import { app, weak } from "../module.ts";

const asana = app({ slug: "asana", name: "Asana", version: 2, parameters: { __IMTCONN__: account() } });

/** Which project is watched, and what a task holds, is not known here: use `raw.trigger` to set it. */
export const watchTasks = asana.pollingTrigger("watchTasksOrSubtasks", {
  label: "Watch Tasks",
  summary: "Starts with each new or changed task.",
  evidence: weak("One module copied in the editor shows id and version, but none of its fields"),
});
