import type { ModuleDeclaration } from "../catalog/module.ts";
import { describeModule } from "../model/module-place.ts";
import type { Flow, Module, Scenario } from "../model/scenario.ts";
import type { Viewpoint } from "../model/visibility.ts";
import type { Bindings } from "./bindings.ts";
import type { Code } from "./code.ts";
import type { Source } from "./expressions.ts";
import type { Imports } from "./imports.ts";
import type { Output } from "./output.ts";
import type { Type } from "./type.ts";

/** A module's function as source can name it. */
export interface KnownModule {
  readonly declaration: ModuleDeclaration;
  /** What its file is imported from: `cyanotype/apps`, `./modules/airtable.ts`. */
  readonly from: string;
  readonly namespace: string;
  /** `sendAnEmail`. */
  readonly name: string;
  /** Fields of the output that authors call otherwise than Make: `A` for `0`. */
  readonly aliases?: ReadonlyMap<string, string>;
}

/** How many things were written in which way. */
export interface Counts {
  modules: { catalogue: number; learnt: number; raw: number; flow: number };
  references: { typed: number; raw: number };
  routers: { match: number; router: number };
}

/** What keeps a blueprint from being written as source. */
export interface FormatProblem {
  readonly pointer: string;
  readonly message: string;
  readonly help?: string;
}

export const noCounts = (): Counts => ({
  modules: { catalogue: 0, learnt: 0, raw: 0, flow: 0 },
  references: { typed: 0, raw: 0 },
  routers: { match: 0, router: 0 },
});

/** What all parts of one source file share. */
export interface Context {
  readonly scenario: Scenario;
  readonly imports: Imports;
  readonly bindings: Bindings;
  readonly counts: Counts;
  /** The declaration of a module in exactly this version. */
  readonly known: (type: string, version: number | undefined) => KnownModule | undefined;
  /** What a step is called, unlike any other one. */
  readonly nameOf: (module: Module) => string;
  /** The output of a step; made with the type that the export describes, when it is asked for first. */
  readonly outputOf: (module: Module, make: (described: Type) => Output) => Output;
  /** The constant that holds the output, where something reads it. */
  readonly constantOf: (module: Module) => string | undefined;
  /** What a reference to a module stands for at a place. */
  readonly source: (
    from: Viewpoint,
    id: number,
    firstName: string | undefined,
  ) => (Source & { readonly skip: number }) | undefined;
  /** What the handler of a module calls the error, where it reads it. */
  readonly errorNameOf: (module: Module) => string | undefined;
  /** What callers of the scenario give, where it is declared. */
  readonly inputs: () => Source | undefined;
  /** What an agent hands to a tool, where the tool reads it: what it is called, and its type. */
  readonly toolInputs: (
    agent: Module,
    tool: Flow,
  ) => { readonly name: string; readonly type: Type | undefined } | undefined;
  /** The note beside a module. */
  readonly noteOf: (module: Module) => Code | undefined;
  /** The steps of a flow. */
  readonly steps: (flow: Flow) => readonly Code[];
  /** The code of a type, by a name where it is long. */
  readonly typeCode: (type: Type, name: string) => Code;
  /** What the format does not allow, or the language cannot say. */
  readonly problem: (problem: FormatProblem) => void;
}

/** Tells that a module is as no scenario of Make can have it. */
export const refuse = (context: Context, module: Module, what: string): void =>
  context.problem({
    pointer: module.pointer,
    message: `\`${describeModule(module)}\` ${what}`,
    help: "Mend it in Make's editor and export it again",
  });
