// From a blueprint to the source of a scenario. Nothing of the input is run: names, texts and keys of it only ever
// stand inside of literals.

import type { BlueprintDocument } from "../blueprint/read.ts";
import type { Flow, Module, Scenario } from "../model/scenario.ts";
import { scenarioOf } from "../model/scenario-of.ts";
import { visibility } from "../model/visibility.ts";
import { hardLine, join, piecesIn, printDocument, verbatim } from "../util/document.ts";
import { type Bindings, createBindings, type Symbols } from "./bindings.ts";
import { type Code, callCode, functionCode, objectCode, type Property, textCode } from "./code.ts";
import { type Context, type Counts, type FormatProblem, noCounts } from "./context.ts";
import { flowCode } from "./flows.ts";
import { API, createImports } from "./imports.ts";
import { runCalls } from "./learnt-field.ts";
import { createIdentifiers, dashed } from "./names.ts";
import { notesByModule } from "./notes.ts";
import { Output } from "./output.ts";
import { contractOf, settingsCode } from "./settings.ts";
import { stepNames } from "./step-names.ts";
import { bundleType, fieldsOf, interfaceType, STRING, UNKNOWN } from "./type.ts";
import { createTypeNames } from "./type-code.ts";

const WIDTH = 120;

export interface DecompileOptions {
  /** What the file is called without its endings: names the scenario when the blueprint has no name. */
  readonly fileName: string;
  /** Whether another scenario is called so already, or so that its files are. */
  readonly isTaken?: (name: string) => boolean;
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
  // The first pass settles what is read and of which types it is; the second one gives it names.
  const outputs: Outputs = { steps: new Map(), errors: new Map(), tools: new Map() };
  const bindings = createBindings(options.symbols ?? {});
  const plan = write(document, scenario, names, options, bindings, outputs, undefined);
  const { source, counts, problems } = write(document, scenario, names, options, bindings, outputs, plan.read);
  return { source, names, scenario, symbols: bindings.symbols, counts, problems };
}

/** What steps, failed steps and agents give to those that read it. */
interface Outputs {
  readonly steps: Map<Module, Output>;
  readonly errors: Map<Module, Output>;
  readonly tools: Map<Flow, Output>;
  /** What callers of the scenario give. */
  inputs?: Output;
}

/** Of which steps the output is read, or the error; and of which tools the inputs. */
type Read = ReadonlySet<Output>;

interface Pass extends Pick<Decompiled, "source" | "counts" | "problems"> {
  readonly read: Read;
}

function write(
  document: BlueprintDocument,
  scenario: Scenario,
  names: ReadonlyMap<Module, string>,
  { fileName, isTaken = () => false, known, namespaces }: DecompileOptions,
  bindings: Bindings,
  outputs: Outputs,
  read: Read | undefined,
): Pass {
  const identifiers = createIdentifiers([...API, ...namespaces]);
  const isRead = (output: Output | undefined): boolean =>
    output !== undefined && (read === undefined || read.has(output));
  const constants = new Map<Module, string>();
  for (const module of read === undefined ? [] : scenario.modules) {
    if (isRead(outputs.steps.get(module))) constants.set(module, identifiers.take(names.get(module) ?? "", "Step"));
  }
  if (read !== undefined) bindings.again(identifiers);
  const imports = createImports();
  const types = createTypeNames(identifiers);
  const notes = notesByModule(scenario);
  const problems: FormatProblem[] = [];
  const counts = noCounts();
  const pieces = new Map<Output, Code>();
  const sourceOf = (output: Output, name: string, skip: number): ReturnType<Context["source"]> => {
    const code = pieces.get(output) ?? verbatim(name);
    pieces.set(output, code);
    return { code, output, skip };
  };
  const context: Context = {
    scenario,
    imports,
    bindings,
    counts,
    known,
    nameOf: (module) => names.get(module) ?? module.type,
    outputOf: (module, make) => getOrMake(outputs.steps, module, () => make(describedOutput(module))),
    constantOf: (module) => constants.get(module),
    source: (from, id, firstName) => {
      const found = visibility(scenario, from, id);
      if (found.kind === "failed") {
        if (firstName !== "error") return undefined;
        const output = getOrMake(outputs.errors, found.module, () => new Output(ERROR, { isClosed: true }));
        return sourceOf(output, errorName(found.module), 1);
      }
      if (found.kind !== "visible") return undefined;
      const tool = toolOf(from.flow, found.module);
      if (tool)
        return sourceOf(
          getOrMake(outputs.tools, tool, () => new Output(UNKNOWN)),
          givenName(found.module),
          0,
        );
      const output = outputs.steps.get(found.module);
      return output && sourceOf(output, constants.get(found.module) ?? "step", 0);
    },
    errorNameOf: (module) => (isRead(outputs.errors.get(module)) ? errorName(module) : undefined),
    inputs: () => outputs.inputs && sourceOf(outputs.inputs, "inputs", 0),
    toolInputs: (agent, tool) => {
      const output = outputs.tools.get(tool);
      return output && isRead(output) ? { name: givenName(agent), type: output.whole } : undefined;
    },
    noteOf: (module) => notes.get(module.id),
    typeCode: (type, words) => types.code(type, words),
    steps: (flow) => flowCode(context, flow),
    problem: (problem) => problems.push(problem),
  };

  const contract = contractOf(document);
  if (contract.inputs.size > 0)
    outputs.inputs ??= new Output(bundleType(runCalls(contract.inputs)), { isClosed: true });
  const settings = settingsCode(document, scenario, known);
  if (contract.inputs.size + contract.outputs.size > 0) imports.need("field");
  const body = scenario.isFragment
    ? fragmentCode(context, scenarioName("", fileName, isTaken))
    : scenarioCode(
        context,
        scenarioName(scenario.name, fileName, isTaken),
        settings,
        outputs.inputs !== undefined && isRead(outputs.inputs),
      );
  const inBody = piecesIn(body.code);
  const shared = bindings.constants().filter(({ name }) => inBody.has(name));
  const used = piecesIn([body.code, shared.map(({ value }) => value)]);
  const exported = identifiers.take(body.name, "Scenario");
  const sections: Code[] = [
    imports.code(used),
    ...(shared.length > 0 ? [shared.map(({ name, value }) => ["const ", name, " = ", value, ";", hardLine])] : []),
    ...types.interfaces(used).map((code) => [code, hardLine]),
    [`export const ${exported} = `, body.code, ";", hardLine],
  ];
  return {
    source: printDocument(join(sections, hardLine), WIDTH),
    counts,
    problems,
    read: new Set([...pieces].flatMap(([output, piece]) => (used.has(piece) ? [output] : []))),
  };
}

function getOrMake<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

const ERROR = fieldsOf([
  ["type", STRING],
  ["message", STRING],
  ["detail", STRING],
]);

/** Error routes in error routes have errors of their own, and tools of agents in tools are given values of their own. */
function nestedName(word: "error" | "given", kind: Flow["kind"], owner: Module): string {
  let depth = 1;
  for (let flow = owner.flow; flow.owner !== undefined; flow = flow.owner.flow) if (flow.kind === kind) depth++;
  return depth === 1 ? word : `${word}${depth}`;
}

const errorName = (module: Module): string => nestedName("error", "handler", module);
const givenName = (agent: Module): string => nestedName("given", "tool", agent);

/** The tool of an agent that a flow is inside of. */
function toolOf(from: Flow, agent: Module): Flow | undefined {
  for (let flow: Flow | undefined = from; flow !== undefined; flow = flow.owner?.flow)
    if (flow.kind === "tool" && flow.owner === agent) return flow;
  return undefined;
}

/** What the export says of a module's output. */
const describedOutput = ({ source }: Module) => interfaceType(source.metadata?.interface);

/** The longest name that Make takes. */
const LONGEST_NAME = 120;
/** File systems take names of 255 bytes, and the endings of the scenario's files come on top. */
const LONGEST_IN_BYTES = 180;

/** The name of a scenario, or what its file is called when nothing can be called by that name; no two are the same. */
function scenarioName(name: string, fileName: string, isTaken: (name: string) => boolean): string {
  const usable = dashed(name) === "" ? fileName : name;
  const base = dashed(usable) === "" ? "Scenario" : usable;
  let unique = beginningOf(base, LONGEST_NAME, LONGEST_IN_BYTES);
  for (let count = 2; isTaken(unique); count++)
    unique = `${beginningOf(base, LONGEST_NAME - 6, LONGEST_IN_BYTES - 6)} ${count}`;
  return unique;
}

/** As much of a text as fits, without half characters. In the names of files, characters are taken apart. */
function beginningOf(text: string, length: number, bytes: number): string {
  let beginning = "";
  for (const character of text) {
    const longer = beginning + character;
    if (longer.length > length || Buffer.byteLength(longer.normalize("NFKD")) > bytes) break;
    beginning = longer;
  }
  return beginning;
}

function scenarioCode(
  { scenario, steps, imports }: Context,
  name: string,
  settings: readonly Property[],
  readsInputs: boolean,
) {
  const [main] = scenario.flows;
  const body = functionCode(["flow", ...(readsInputs ? ["inputs"] : [])], main ? steps(main) : []);
  return { name, code: callCode(imports.use("scenario"), [textCode(name), objectCode(settings), body]) };
}

function fragmentCode({ scenario, steps, imports }: Context, name: string) {
  const chains = scenario.flows.map((flow) => functionCode(["flow"], steps(flow)));
  return { name, code: callCode(imports.use("fragment"), [textCode(name), ...chains]) };
}
