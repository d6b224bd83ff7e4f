import { isObject } from "../util/is-object.ts";
import { pointer } from "../util/json-pointer.ts";
import { explainFlow, explainMissingFlow, explainModule, type Misfit } from "./explain-misfit.ts";
import { MAX_PROBLEMS } from "./read-problem.ts";

/**
 * What a file is: what the editor exports, an answer of Make's API that has a blueprint in it, a template (a blueprint
 * with what guides a person through its set-up), or modules that were copied in the editor.
 */
export type BlueprintForm = "blueprint" | "envelope" | "template" | "clipboard";

/** Modules that follow each other; each is an object with a `module`, and may be of any shape beyond that. */
export interface FoundFlow {
  /** JSON pointer of the array in the file. */
  readonly pointer: string;
  readonly modules: readonly unknown[];
}

export interface FoundBlueprint {
  readonly form: BlueprintForm;
  /** JSON pointer of the blueprint in the file: empty for what the editor exports. */
  readonly root: string;
  readonly blueprint: Readonly<Record<string, unknown>>;
  /** One flow, or one for each group of copied modules; none is empty. */
  readonly flows: readonly FoundFlow[];
}

/** Finds the blueprint in a parsed file, whatever it is wrapped in, or says why there is none: at least one reason. */
export function findBlueprint(json: unknown): FoundBlueprint | { readonly misfits: readonly Misfit[] } {
  const { form, root, value, holders } = unwrap(json);
  const misfits: Misfit[] = [];
  const flows = holders.flatMap(({ holder, at }) => readFlow(holder, at, misfits));
  if (misfits.length > 0 || !isObject(value)) return { misfits };
  return { form, root, blueprint: value, flows };
}

interface Wrapped {
  readonly form: BlueprintForm;
  readonly root: string;
  readonly value: unknown;
  /** What should have a `flow`, and its place. */
  readonly holders: readonly { readonly holder: unknown; readonly at: string }[];
}

function unwrap(json: unknown): Wrapped {
  if (isObject(json) && !("flow" in json)) {
    const { response, subflows } = json;
    if (isObject(response) && "blueprint" in response) return unwrapEnvelope(response, "/response");
    if ("blueprint" in json) return unwrapEnvelope(json, "");
    if (Array.isArray(subflows) && subflows.length > 0) {
      const holders = subflows.map((holder: unknown, index) => ({ holder, at: pointer("", "subflows", index) }));
      return { form: "clipboard", root: "", value: json, holders };
    }
  }
  return { form: "blueprint", root: "", value: json, holders: [{ holder: json, at: "" }] };
}

function unwrapEnvelope(envelope: Record<string, unknown>, at: string): Wrapped {
  const root = pointer(at, "blueprint");
  const value = envelope.blueprint;
  const form = "controller" in envelope ? "template" : "envelope";
  return { form, root, value, holders: [{ holder: value, at: root }] };
}

/** The flow in an object. When there is none, or what is in it cannot be modules, the reasons go into `misfits`. */
function readFlow(holder: unknown, at: string, misfits: Misfit[]): readonly FoundFlow[] {
  if (misfits.length === MAX_PROBLEMS) return [];
  if (!isObject(holder) || !("flow" in holder)) {
    misfits.push(explainMissingFlow(holder, at));
    return [];
  }

  const path = pointer(at, "flow");
  const modules = holder.flow;
  if (!Array.isArray(modules) || modules.length === 0) {
    misfits.push(explainFlow(modules, path));
    return [];
  }

  for (const [index, item] of modules.entries()) {
    if (misfits.length === MAX_PROBLEMS) break;
    if (!isObject(item) || !("module" in item)) misfits.push(explainModule(item, pointer(path, index)));
  }
  return [{ pointer: path, modules }];
}
