// From a blueprint to the source of a scenario. Nothing of the input is run: names, texts and keys of it only ever
// stand inside of literals.

import type { BlueprintDocument } from "../blueprint/read.ts";
import type { Flow, Module, Scenario } from "../model/scenario.ts";
import { scenarioOf } from "../model/scenario-of.ts";
import { visibility } from "../model/visibility.ts";
import { hardLine, printDocument } from "../util/document.ts";
import { createBindings, type Symbols } from "./bindings.ts";
import { type Code, callCode, functionCode, objectCode, textCode } from "./code.ts";
import type { Context, Counts, FormatProblem } from "./context.ts";
import { flowCode } from "./flows.ts";
import { API, createImports } from "./imports.ts";
import { createIdentifiers, dashed, type Identifiers, readableModule } from "./names.ts";
import { notesByModule } from "./notes.ts";
import { Output } from "./output.ts";
import { settingsCode } from "./settings.ts";
import { fieldsOf, interfaceType, STRING, UNKNOWN } from "./type.ts";
import { createTypeNames } from "./types.ts";

const WIDTH = 120;

export interface DecompileOptions {
  /** What the file is called without its endings: names the scenario when the blueprint has no name. */
  readonly fileName: string;
  /** The function of a module in exactly this version. */
  readonly known: Context["known"];
  /** All namespaces that modules may come from. */
  readonly namespaces: Iterable<string>;
  /** Symbols that the environment has already. */
  readonly symbols?: Partial<Symbols>;
}

export interface Decompiled {
  readonly source: string;
  /** What each module is called in the source. */
  readonly names: ReadonlyMap<Module, string>;
  readonly scenario: Scenario;
  /** All symbols, with those that were there before. */
  readonly symbols: Symbols;
  readonly counts: Counts;
  /** When there are any, the source does not say all that the blueprint does. */
  readonly problems: readonly FormatProblem[];
}

/** Writes a blueprint as source. */
export function decompile(document: BlueprintDocument, options: DecompileOptions): Decompiled {
  const scenario = scenarioOf(document);
  const names = stepNames(scenario, options.known);
  const state = {
    outputs: new Map<Module, Output>(),
    errors: new Map<Module, Output>(),
    tools: new Map<Flow, Output>(),
  };
  const plan = write(scenario, names, options, state, undefined);
  const result = write(scenario, names, { ...options, symbols: plan.bindings.symbols }, state, plan);
  return {
    source: result.source,
    names,
    scenario,
    symbols: result.bindings.symbols,
    counts: result.counts,
    problems: result.problems,
  };
}

interface State {
  readonly outputs: Map<Module, Output>;
  readonly errors: Map<Module, Output>;
  readonly tools: Map<Flow, Output>;
}

interface Pass {
  readonly source: string;
  readonly bindings: ReturnType<typeof createBindings>;
  readonly counts: Counts;
  readonly problems: readonly FormatProblem[];
}

/** Writes the source. The first time settles what is read and of which types it is; the second time names it. */
function write(
  scenario: Scenario,
  names: ReadonlyMap<Module, string>,
  { fileName, known, namespaces, symbols = {} }: DecompileOptions,
  { outputs, errors, tools }: State,
  plan: Pass | undefined,
): Pass {
  const identifiers = createIdentifiers([...API, ...namespaces]);
  const constants = plan ? constantNames(scenario, names, outputs, identifiers) : undefined;
  const imports = createImports();
  const bindings = plan?.bindings ?? createBindings(symbols);
  if (plan) bindings.again(identifiers);
  const types = createTypeNames(identifiers);
  const problems: FormatProblem[] = [];
  const counts: Counts = {
    modules: { catalogue: 0, learnt: 0, raw: 0, flow: 0 },
    references: { typed: 0, raw: 0 },
    routers: { match: 0, router: 0 },
  };
  const notes = notesByModule(scenario);
  const constantOf = (module: Module): string | undefined => {
    if (constants) return constants.get(module);
    return outputs.get(module)?.isUsed ? "step" : undefined;
  };
  const context: Context = {
    scenario,
    imports,
    bindings,
    counts,
    known,
    nameOf: (module) => names.get(module) ?? module.type,
    outputOf: (module, declared) => {
      const output = outputs.get(module) ?? new Output(declared(), describedOutput(module));
      outputs.set(module, output);
      return output;
    },
    constantOf,
    source: (from, id, firstName) => {
      const found = visibility(scenario, from, id);
      if (found.kind === "failed") {
        if (firstName !== "error") return undefined;
        const output = errors.get(found.module) ?? new Output(ERROR);
        errors.set(found.module, output);
        return { code: errorName(found.module), output, skip: 1 };
      }
      const tool = found.kind === "visible" ? toolOf(from.flow, found.module) : undefined;
      if (tool) {
        const output = tools.get(tool) ?? new Output(UNKNOWN);
        tools.set(tool, output);
        return { code: "inputs", output, skip: 0 };
      }
      const output = found.kind === "visible" ? outputs.get(found.module) : undefined;
      if (found.kind !== "visible" || output === undefined) return undefined;
      output.isUsed = true;
      return { code: constants?.get(found.module) ?? "step", output, skip: 0 };
    },
    errorNameOf: (module) => (errors.has(module) ? errorName(module) : undefined),
    toolInputs: (tool) => tools.get(tool),
    noteOf: (module) => notes.get(module.id),
    typeCode: (type, words) => types.code(type, words),
    steps: (flow) => flowCode(context, flow),
    problem: (problem) => problems.push(problem),
  };

  const body = scenario.isFragment ? fragmentCode(context, fileName) : scenarioCode(context, fileName);
  const exported = identifiers.take(body.name, "Scenario");
  const sections: Code[] = [
    imports.code(),
    ...(bindings.constants().length > 0
      ? [bindings.constants().map(({ name, value }) => [`const ${name} = `, value, ";", hardLine])]
      : []),
    ...types.interfaces().map((code) => [code, hardLine]),
    [`export const ${exported} = `, body.code, ";", hardLine],
  ];
  const source = printDocument(
    sections.flatMap((section, index) => (index === 0 ? [section] : [hardLine, section])),
    WIDTH,
  );
  return { source, bindings, counts, problems };
}

const ERROR = fieldsOf([
  ["type", STRING],
  ["message", STRING],
  ["detail", STRING],
]);

/** Error routes in error routes have errors of their own. */
function errorName(module: Module): string {
  let depth = 1;
  for (let flow = module.flow; flow.owner !== undefined; flow = flow.owner.flow) if (flow.kind === "handler") depth++;
  return depth === 1 ? "error" : `error${depth}`;
}

/** The tool of an agent that a flow is inside of. */
function toolOf(from: Flow, agent: Module): Flow | undefined {
  for (let flow: Flow | undefined = from; flow !== undefined; flow = flow.owner?.flow)
    if (flow.kind === "tool" && flow.owner === agent) return flow;
  return undefined;
}

/** What the export says of a module's output. */
const describedOutput = ({ source }: Module) => interfaceType(source.metadata?.interface);

/** A name for each module: its own, or what the module is called; no two are the same. */
function stepNames(scenario: Scenario, known: Context["known"]): ReadonlyMap<Module, string> {
  const names = new Map<Module, string>();
  const taken = new Set<string>();
  const wanted = (module: Module): string => {
    if (module.name !== undefined && module.name.trim() !== "") return module.name;
    return known(module.type, module.version)?.declaration.label ?? readableModule(module.type);
  };
  for (const module of scenario.modules) {
    const base = wanted(module);
    let name = base;
    for (let count = 2; taken.has(name); count++) name = `${base} ${count}`;
    taken.add(name);
    names.set(module, name);
  }
  return names;
}

/** The constants of the steps whose outputs are read. */
const constantNames = (
  scenario: Scenario,
  names: ReadonlyMap<Module, string>,
  outputs: ReadonlyMap<Module, Output>,
  identifiers: Identifiers,
): ReadonlyMap<Module, string> =>
  new Map(
    scenario.modules
      .filter((module) => outputs.get(module)?.isUsed)
      .map((module) => [module, identifiers.take(names.get(module) ?? "", "Step")]),
  );

/** The longest name that Make takes. */
const LONGEST_NAME = 120;

/** The name of a scenario, or what its file is called when nothing can be called by that name. */
export function scenarioName(name: string, fileName: string): string {
  const usable = dashed(name) === "" ? fileName : name.slice(0, LONGEST_NAME);
  return dashed(usable) === "" ? "Scenario" : usable;
}

function scenarioCode({ scenario, steps, imports }: Context, fileName: string) {
  const name = scenarioName(scenario.name, fileName);
  const [main] = scenario.flows;
  const body = functionCode(["flow"], main ? steps(main) : []);
  const settings = objectCode([...settingsCode(scenario.settings)]);
  return { name, code: callCode(imports.use("scenario"), [textCode(name), settings, body]) };
}

function fragmentCode({ scenario, steps, imports }: Context, fileName: string) {
  const name = scenarioName("", fileName);
  const chains = scenario.flows.map((flow) => functionCode(["flow"], steps(flow)));
  return { name, code: callCode(imports.use("fragment"), [textCode(name), ...chains]) };
}
