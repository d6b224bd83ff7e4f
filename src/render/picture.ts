// What a picture of a scenario says, whatever draws it: each module's words and marks, and the words on the lines.

import { catalog } from "../catalog/catalog.ts";
import { hitlModuleOf } from "../catalog/hitl/app.ts";
import type { ModuleKind } from "../catalog/module.ts";
import { describeConditions, withNames } from "../model/describe-conditions.ts";
import { appOf, type Flow, type Module, type Scenario } from "../model/scenario.ts";
import { asText } from "../util/as-text.ts";
import { isObject } from "../util/is-object.ts";
import { actionName, appColor, appLetters, appName } from "./app-look.ts";
import { harmless } from "./harmless.ts";

/** What is drawn of a module. */
export interface Card {
  /** The name that somebody gave it, or what it does. */
  readonly title: string;
  /** The app and what it does, or the app alone where the title says the rest. */
  readonly subtitle: string;
  /** The app's name. */
  readonly app: string;
  /** The number that mappings name it by; empty where it has none. */
  readonly id: string;
  readonly letters: string;
  readonly color: string;
  readonly kind: ModuleKind | undefined;
  /** `Ignore`, `Break` …, for a directive. */
  readonly directive: string | undefined;
  /** Whether it begins the scenario: at once, when something arrives, or by looking for it from time to time. */
  readonly starts: "instant" | "polling" | undefined;
  /** Whether people are asked here, or answer. */
  readonly isReview: boolean;
  readonly notes: readonly string[];
}

/** What stands on a line: a filter, a branch's condition, a tool's name. */
export interface Gate {
  /** What is shown: the name that somebody gave it, or the condition in words. */
  readonly label: string;
  /** All of it. */
  readonly words: string;
  readonly isFilter: boolean;
  /** The route for bundles that no other one takes. */
  readonly isElse: boolean;
}

export interface Picture {
  readonly scenario: Scenario;
  readonly title: string;
  readonly cardOf: (module: Module) => Card;
  /** The words on the line to a module. */
  readonly gateBefore: (module: Module) => Gate | undefined;
  /** The words on the line to a flow, for one without modules. */
  readonly gateOf: (flow: Flow) => Gate | undefined;
  /** Whether nothing of a flow runs: it is switched off, inside of one that is, or hangs on nothing. */
  readonly isOff: (flow: Flow) => boolean;
  /** Whether a flow is an error route, or inside of one. */
  readonly isError: (flow: Flow) => boolean;
  /** Notes that stand beside no module. */
  readonly notes: readonly string[];
}

/** Hides in a text what nobody may see. */
export type Cover = (text: string) => string;

/** Makes all that is drawn of a scenario. */
export function pictureOf(scenario: Scenario, cover: Cover = (text) => text): Picture {
  const show = withNames(new Map(scenario.modules.map((module) => [module.id, module.name ?? actionOf(module)])));
  const { byModule, others } = notesOf(scenario, cover);
  const cards = new Map<Module, Card>();
  const isOff = inherited((flow) => flow.kind === "orphan" || flow.source?.disabled === true);
  const isError = inherited((flow) => flow.kind === "handler");
  return {
    scenario,
    title: harmless(cover(scenario.name)) || (scenario.isFragment ? "Copied modules" : "Scenario"),
    cardOf(module) {
      const card = cards.get(module) ?? makeCard(module, byModule.get(module) ?? []);
      cards.set(module, card);
      return card;
    },
    gateBefore(module) {
      const own = filterGate(module);
      if (module.position > 0) return own;
      const outer = gateOf(module.flow);
      if (own === undefined || outer === undefined) return own ?? outer;
      if (module.flow.kind === "route") return { ...own, isElse: outer.isElse };
      return joined(outer, own);
    },
    gateOf,
    isOff,
    isError,
    notes: others,
  };

  function filterGate({ source: { filter } }: Module): Gate | undefined {
    if (!isObject(filter)) return undefined;
    const words = harmless(cover(describeConditions(filter.conditions, show)));
    const name = typeof filter.name === "string" ? harmless(filter.name) : "";
    const label = name || words;
    return { label, words: name === "" ? words : `${name}: ${words}`, isFilter: true, isElse: false };
  }

  function gateOf(flow: Flow): Gate | undefined {
    const { kind, owner, source, index } = flow;
    if (kind === "route") return owner && fallbackOf(owner) === index ? ELSE : undefined;
    if (kind === "tool") {
      const name = harmless(asText(source?.name ?? ""));
      return { label: name || "tool", words: `Tool ${name}`.trim(), isFilter: false, isElse: false };
    }
    if (kind !== "branch") return undefined;
    const isElse = source?.type === "else";
    const words = isElse ? "else" : harmless(cover(describeConditions(source?.conditions, show)));
    const name = typeof source?.label === "string" ? harmless(source.label) : "";
    const label = name || words;
    return { label, words: name === "" ? words : `${name}: ${words}`, isFilter: !isElse, isElse };
  }
}

/** Whether something holds for a flow or one around it. */
function inherited(holds: (flow: Flow) => boolean): (flow: Flow) => boolean {
  const known = new Map<Flow, boolean>();
  const ask = (flow: Flow): boolean => {
    const result = known.get(flow) ?? (holds(flow) || (flow.owner !== undefined && ask(flow.owner.flow)));
    known.set(flow, result);
    return result;
  };
  return ask;
}

const ELSE: Gate = { label: "else", words: "What no other route takes", isFilter: false, isElse: true };

const joined = (outer: Gate, own: Gate): Gate => ({
  label: `${outer.label} · ${own.label}`,
  words: `${outer.words} · ${own.words}`,
  isFilter: true,
  isElse: outer.isElse,
});

const fallbackOf = ({ source: { parameters } }: Module): unknown =>
  isObject(parameters) ? parameters.else : undefined;

const actionOf = ({ type, version }: Module): string =>
  catalog.find(type, version)?.label ?? (actionName(type.slice(type.indexOf(":") + 1)) || type);

function makeCard(module: Module, notes: readonly string[]): Card {
  const { type, version, name } = module;
  const slug = appOf(type);
  const declaration = catalog.find(type, version);
  const app = declaration?.app ?? (harmless(appName(slug)) || "?");
  const action = harmless(actionOf(module));
  const kind = declaration?.kind;
  const title = name === undefined ? action : harmless(name);
  const isBuiltIn = slug === "builtin";
  return {
    title: title || action,
    subtitle: name === undefined ? (isBuiltIn ? "" : app) : isBuiltIn ? action : `${app} · ${action}`,
    app: harmless(app),
    id: Number.isSafeInteger(module.id) ? String(module.id) : "",
    letters: harmless(appLetters(app)),
    color: appColor(slug),
    kind,
    directive: kind === "directive" ? action : undefined,
    starts: startOf(module, kind),
    isReview: isReview(module),
    notes,
  };
}

/** The first module begins a scenario, whatever it is; nobody knows with what those of unknown apps begin it. */
function startOf({ flow, position, type }: Module, kind: ModuleKind | undefined): Card["starts"] {
  if (flow.kind !== "main" || position > 0) return undefined;
  if (kind === "instant trigger") return "instant";
  if (kind === "polling trigger") return "polling";
  return kind === undefined && /:(?:watch|trigger|on[A-Z])/iu.test(type) ? "polling" : undefined;
}

/** Whether a module is HITL.sh's, or calls its API. */
function isReview({ type, source: { mapper } }: Module): boolean {
  if (hitlModuleOf(type) !== undefined) return true;
  const url = isObject(mapper) ? mapper.url : undefined;
  return typeof url === "string" && /^https:\/\/api\.hitl\.sh\//u.test(url);
}

function notesOf(
  { metadata, find }: Scenario,
  cover: Cover,
): {
  readonly byModule: ReadonlyMap<Module, readonly string[]>;
  readonly others: readonly string[];
} {
  const byModule = new Map<Module, string[]>();
  const others: string[] = [];
  for (const note of Array.isArray(metadata.notes) ? (metadata.notes as unknown[]) : []) {
    if (!isObject(note) || typeof note.content !== "string") continue;
    const text = noteText(cover(note.content));
    if (text === "") continue;
    const [id] = Array.isArray(note.moduleIds) ? (note.moduleIds as unknown[]) : [];
    const module = typeof id === "number" ? find(id) : undefined;
    if (module === undefined) others.push(text);
    else byModule.set(module, [...(byModule.get(module) ?? []), text]);
  }
  return { byModule, others };
}

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', nbsp: " ", "#39": "'" };

/** The words of a note, which is HTML. What it shows here is escaped again, so that leftovers do no harm. */
const noteText = (html: string): string =>
  harmless(
    html
      .slice(0, 20_000)
      .replace(/<[^<>]*>/gu, " ")
      .replace(/&(amp|lt|gt|quot|nbsp|#39);/gu, (_, entity: string) => ENTITIES[entity] ?? " "),
  );
