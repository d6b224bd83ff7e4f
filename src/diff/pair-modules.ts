import { diffArrays } from "diff";
import { appOf, type Flow, type Module, next, previous, type Scenario } from "../model/scenario.ts";
import type { Content } from "./content.ts";
import { createLikeness } from "./likeness.ts";
import { matchFlows } from "./match-flows.ts";
import { isDirective } from "./titles.ts";

export interface Pairs {
  readonly afterOf: ReadonlyMap<Module, Module>;
  readonly beforeOf: ReadonlyMap<Module, Module>;
}

/** How alike two modules of one type must be to count as one. A neighbour that stayed counts as well. */
const ALIKE = 0.5;
const NEIGHBOUR = 0.25;
/** Flows that differ in more places are not aligned. */
const MOST_EDITS = 500;
/** So many modules of one type, in reading order, are held against each other. */
const REACH = 12;

/** Pairs the modules of two scenarios: what is certain first, and then what lies beside it. */
export function pairModules(
  before: Scenario,
  after: Scenario,
  contents: ReadonlyMap<Module, Content>,
  trustsIds: boolean,
): Pairs {
  const afterOf = new Map<Module, Module>();
  const beforeOf = new Map<Module, Module>();
  const textOf = (module: Module): string => contents.get(module)?.text ?? "";
  const saysTheSame = (a: Module, b: Module): boolean => textOf(a) === textOf(b);

  if (trustsIds) {
    pairUnique((module) => (typeof module.id === "number" ? `${module.id} ${module.type}` : undefined));
  }
  pairUnique(textOf);
  spread(saysTheSame);
  alignFlows();
  spread(saysTheSame);
  pairInOrder(textOf);
  pairUnique((module) => (module.name === undefined ? undefined : `${module.type} ${module.name}`));
  pairAlike();
  spread(isOfOneKind);
  if (trustsIds) pairReplaced();
  return { afterOf, beforeOf };

  function pair(a: Module, b: Module): void {
    afterOf.set(a, b);
    beforeOf.set(b, a);
  }

  function free(scenario: Scenario, pairs: ReadonlyMap<Module, Module>): readonly Module[] {
    return scenario.modules.filter((module) => !pairs.has(module));
  }

  function freeByKey(keyOf: (module: Module) => string | undefined): readonly (readonly [Module[], Module[]])[] {
    const groups = new Map<string, readonly [Module[], Module[]]>();
    for (const [side, modules] of [free(before, afterOf), free(after, beforeOf)].entries()) {
      for (const module of modules) {
        const key = keyOf(module);
        if (key === undefined) continue;
        const group = groups.get(key) ?? [[], []];
        groups.set(key, group);
        group[side === 0 ? 0 : 1].push(module);
      }
    }
    return [...groups.values()].filter(([own, others]) => own.length > 0 && others.length > 0);
  }

  /** Pairs those with a key that nobody else has. */
  function pairUnique(keyOf: (module: Module) => string | undefined): void {
    for (const [[a, ...more], [b, ...others]] of freeByKey(keyOf)) {
      if (a && b && more.length === 0 && others.length === 0) pair(a, b);
    }
  }

  /** Pairs those that say the same and stand in the same order in two flows, as many as possible. */
  function alignFlows(): void {
    const tokens = new Map<string | Module, number>();
    const tokenOf = (of: string | Module): number => {
      const known = tokens.get(of) ?? tokens.size;
      tokens.set(of, known);
      return known;
    };
    for (const [flow, other] of matchFlows(before, after, afterOf)) {
      const own = flow.modules.map((module) => tokenOf(afterOf.get(module) ?? textOf(module)));
      const others = other.modules.map((module) => tokenOf(beforeOf.has(module) ? module : textOf(module)));
      let [at, otherAt] = [0, 0];
      for (const { count, added, removed } of diffArrays(own, others, { maxEditLength: MOST_EDITS }) ?? []) {
        for (let index = 0; !added && !removed && index < count; index++) {
          const [a, b] = [flow.modules[at + index], other.modules[otherAt + index]];
          if (a && b && !afterOf.has(a) && !beforeOf.has(b)) pair(a, b);
        }
        if (!added) at += count;
        if (!removed) otherAt += count;
      }
    }
  }

  /** Pairs those with the same key as they come. */
  function pairInOrder(keyOf: (module: Module) => string): void {
    for (const [own, others] of freeByKey(keyOf)) {
      own.forEach((a, index) => {
        const b = others[index];
        if (b) pair(a, b);
      });
    }
  }

  /** Pairs what lies beside a pair, and beside that, as long as `fits` says so. */
  function spread(fits: (a: Module, b: Module) => boolean): void {
    const waiting: (readonly [Module, Module])[] = [...afterOf];
    const propose = (a: Module | undefined, b: Module | undefined): void => {
      if (!a || !b || afterOf.has(a) || beforeOf.has(b) || !fits(a, b)) return;
      pair(a, b);
      waiting.push([a, b]);
    };
    const proposeHeads = (flows: readonly Flow[], others: readonly Flow[]): void => {
      for (const [index, flow] of flows.entries()) propose(flow.modules[0], others[index]?.modules[0]);
    };
    proposeHeads(before.flows, after.flows);
    for (let at = 0; at < waiting.length; at++) {
      const [a, b] = waiting[at] as (typeof waiting)[number];
      propose(previous(a), previous(b));
      propose(next(a), next(b));
      proposeHeads(a.routes, b.routes);
      proposeHeads(a.branches, b.branches);
      proposeHeads(a.tools, b.tools);
      propose(a.handler?.modules[0], b.handler?.modules[0]);
      if (a.position === 0 && b.position === 0 && a.flow.kind === b.flow.kind) propose(a.flow.owner, b.flow.owner);
    }
  }

  /** Pairs modules of one type by what they say and stand beside, the most alike first. */
  function pairAlike(): void {
    const likeness = createLikeness();
    const found: { readonly a: Module; readonly b: Module; readonly score: number }[] = [];
    for (const [own, others] of freeByKey(({ type }) => type)) {
      own.forEach((a, index) => {
        const around = Math.round((index / own.length) * others.length);
        const reach = own.length * others.length <= REACH * REACH * 4 ? others.length : REACH;
        for (const b of others.slice(Math.max(0, around - reach), around + reach + 1)) {
          const score = likeness(a, b) + neighbours(a, b);
          if (score >= ALIKE) found.push({ a, b, score });
        }
      });
    }
    for (const { a, b } of found.sort((one, other) => other.score - one.score)) {
      if (!afterOf.has(a) && !beforeOf.has(b)) pair(a, b);
    }
  }

  /** What stands between two that stayed, or holds one that stayed, is taken for the same. */
  function neighbours(a: Module, b: Module): number {
    const [inFront, behind] = [previous(a), next(a)];
    const isFirst = inFront === undefined && previous(b) === undefined;
    const isLast = behind === undefined && next(b) === undefined;
    const follows = isFirst ? hangsOnTheSame(a.flow, b.flow) : inFront !== undefined && stayed(inFront, previous(b));
    const leads = isLast || (behind !== undefined && stayed(behind, next(b)));
    const holds = flowsOf(a).some((flow) => flow.modules.some((module) => afterOf.get(module)?.flow.owner === b));
    return [follows, leads, holds].filter(Boolean).length * NEIGHBOUR;
  }

  function stayed(module: Module, other: Module | undefined): boolean {
    return other !== undefined && afterOf.get(module) === other;
  }

  function hangsOnTheSame({ kind, index, owner }: Flow, other: Flow): boolean {
    if (kind !== other.kind || index !== other.index) return false;
    return owner === undefined ? other.owner === undefined : stayed(owner, other.owner);
  }

  /** One module in place of another, under the same number. */
  function pairReplaced(): void {
    for (const a of free(before, afterOf)) {
      const b = after.find(a.id);
      if (!b || beforeOf.has(b)) continue;
      const isSameName = a.name !== undefined && a.name === b.name;
      if (isSameName || appOf(a.type) === appOf(b.type) || neighbours(a, b) >= 2 * NEIGHBOUR) pair(a, b);
    }
  }
}

const flowsOf = ({ routes, branches, tools, handler }: Module): readonly Flow[] => [
  ...routes,
  ...branches,
  ...tools,
  ...(handler ? [handler] : []),
];

/** A handler ends in a directive: another one there is a change of the handler. */
const isOfOneKind = (a: Module, b: Module): boolean =>
  a.flow.kind === "handler" && b.flow.kind === "handler" && isDirective(a.type) && isDirective(b.type);
