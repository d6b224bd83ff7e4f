// Where an author wrote what a finding speaks of: the smallest expression that surely says it. Where nothing smaller is
// certain, that is the name of the step.

import { createLineIndex } from "../../blueprint/line-index.ts";
import type { ModuleDeclaration } from "../../catalog/module.ts";
import type { FilePosition, JsonPlace } from "../../diagnostics/diagnostic.ts";
import { parsePointer, resolvePointer } from "../../util/json-pointer.ts";
import type { PrintedScenario } from "../compile-files.ts";
import type { LoadedFile } from "../scenarios/scenarios.ts";
import type { Said } from "./said.ts";
import { saidInScenario } from "./said-in-scenario.ts";
import { METHODS, methodOf, saidInHandler, saidInStep, type WrittenStep } from "./said-in-step.ts";
import { saidInText } from "./said-in-text.ts";
import { readSource, type Source } from "./source.ts";
import type { Call, Piece } from "./syntax.ts";

interface OpenFile {
  readonly source: Source;
  readonly spanOf: ReturnType<typeof createLineIndex>;
  readonly callsIn: ReadonlyMap<number, readonly Call[]>;
}

/** A file is read once for all that is printed from it. */
const opened = new WeakMap<LoadedFile, { readonly file: OpenFile | undefined }>();

/**
 * Gives the place in the source of a place in what was printed from it, or nothing where the source is not understood.
 * Below a step, and at the top, there is also what only the source has: `/flow/1/suppress/rule-id`.
 */
export function createSourcePlaces(printed: PrintedScenario): (place: JsonPlace) => FilePosition | undefined {
  const { blueprint, environment, origins, scenario, file } = printed;
  const cached = opened.get(file) ?? { file: openFile(file.text) };
  opened.set(file, cached);
  const open = cached.file;
  if (open === undefined) return () => undefined;
  const { source, spanOf } = open;

  return ({ pointer, key, range }) => {
    const said = saidAtPointer(pointer);
    if (said === undefined) return undefined;
    if (key) return positionOf((said.isExact ? said.key : undefined) ?? said.value);
    const text = range && resolvePointer(blueprint, pointer);
    return positionOf(typeof text === "string" && range ? saidInText(source, said, text, range) : said.value);
  };

  function positionOf(piece: Piece): FilePosition {
    const { start, end } = source.syntax.rangeOf(piece);
    const { endLine, ...span } = spanOf(start, end);
    return { path: file.path, ...span, ...(endLine === span.line ? {} : { endLine }) };
  }

  function saidAtPointer(pointer: string): Said | undefined {
    const at = moduleAround(pointer);
    const path = parsePointer(pointer.slice(at?.length ?? 0));
    if (at !== undefined) return saidInModuleAt(at, path);
    const call = callOn(scenario.position, ["scenario", "fragment"], scenario.name);
    return call && (saidInScenario(source, call, path, blueprint) ?? nameIn(call));
  }

  function saidInModuleAt(at: string, path: readonly string[]): Said | undefined {
    const step = stepAt(at);
    if (step) return saidInStep(step, path) ?? nameIn(step.call);
    // Directives and merges have no names.
    const data = resolvePointer(blueprint, at);
    const end = callOn(origins.get(at)?.position, ["end"], undefined);
    if (end?.given[0]) return saidInHandler({ source, data }, end.given[0], path);
    const owner = ownerOf(at);
    const handler = owner && saidInStep(owner, ["onerror"])?.value;
    return (handler && saidInHandler({ source, data }, handler, path)) ?? (owner && nameIn(owner.call));
  }

  /** The step whose call also wrote a module without a name: its handler's directive, or the merge behind it. */
  function ownerOf(at: string): WrittenStep | undefined {
    const failing = /^(.*)\/onerror\/\d+$/u.exec(at)?.[1];
    const [, flow, index] = /^(.*)\/(\d+)$/u.exec(at) ?? [];
    const owner = [failing, `${flow}/${Number(index) - 1}`].find(
      (other) => other !== undefined && origins.get(other)?.position.line === origins.get(at)?.position.line,
    );
    return owner === undefined ? undefined : stepAt(owner);
  }

  /** The nearest module whose author's line is known. */
  function moduleAround(pointer: string): string | undefined {
    for (let end = pointer.length; end > 0; end = pointer.lastIndexOf("/", end - 1))
      if (origins.has(pointer.slice(0, end))) return pointer.slice(0, end);
    return undefined;
  }

  function stepAt(at: string): WrittenStep | undefined {
    const data = resolvePointer(blueprint, at) as PrintedStep | undefined;
    const { position, name } = origins.get(at) ?? {};
    const call = name === undefined ? undefined : callOn(position, Object.keys(METHODS), name);
    if (call === undefined) return undefined;
    const [, owner, route] = /^(.*)\/routes\/(\d+)\/flow\/0$/u.exec(at) ?? [];
    const router = owner === undefined ? undefined : stepAt(owner);
    // Without the router, what its route asks is not seen.
    if (owner !== undefined && router === undefined) return undefined;
    return { source, call, data, isOwnForm, around: router && { router, route: Number(route) } };

    function isOwnForm(declaration: ModuleDeclaration): boolean {
      return isPrintedAs(declaration, data);
    }
  }

  function isPrintedAs({ module, version, certain }: ModuleDeclaration, data: PrintedStep | undefined): boolean {
    if (environment.modules === "certain" && certain) return false;
    const real = environment.moduleIds[module] ?? { module, version };
    return real.module === data?.module && real.version === data.version;
  }

  /** The call in a line that begins with a name; where a name is put together, the only call that may be meant. */
  function callOn(
    position: FilePosition | undefined,
    methods: readonly string[],
    name: string | undefined,
  ): Call | undefined {
    if (position?.path !== file.path) return undefined;
    const calls = (open?.callsIn.get(position.line) ?? []).filter((call) => methods.includes(methodOf(call)));
    const nameOf = ({ given: [first] }: Call): string | undefined => first && source.syntax.stringOf(first);
    const meant = calls.filter((call) => nameOf(call) === name);
    const possible = meant.length > 0 ? meant : calls.filter((call) => nameOf(call) === undefined);
    return possible.length === 1 ? possible[0] : undefined;
  }
}

interface PrintedStep {
  readonly module?: string;
  readonly version?: number;
}

const nameIn = ({ given: [name] }: Call): Said | undefined => name && { value: name };

function openFile(text: string): OpenFile | undefined {
  // Editors do not count the mark in front.
  const shown = text.replace(/^\ufeff/u, "");
  const source = readSource(shown);
  if (source === undefined) return undefined;
  const spanOf = createLineIndex(shown);
  const callsIn = new Map<number, Call[]>();
  for (const call of source.syntax.calls) {
    const { start, end } = source.syntax.rangeOf(call.name);
    const { line } = spanOf(start, end);
    callsIn.set(line, [...(callsIn.get(line) ?? []), call]);
  }
  return { source, spanOf, callsIn };
}
