// What a scenario costs. Make counts a credit for each time that a module runs; the catalogue has what differs. How many
// bundles come is not in a blueprint, so there are two figures: what a run costs for certain, and what it costs when
// each search, iterator and trigger gives one bundle that every route takes.

import type { Catalog } from "../catalog/catalog.ts";
import { runsPerMonth } from "../model/runs-per-month.ts";
import type { Flow, Module, Scenario } from "../model/scenario.ts";
import { feederOf } from "../model/visibility.ts";
import { kindOf } from "./kind-of.ts";
import { repeatsOf } from "./repeats.ts";

export interface Credits {
  /** For certain, while nothing fails: no filter lets anything through, no search and no trigger finds anything. */
  readonly least: number;
  /** For one bundle that passes every filter: all routes of each router, the dearest branch of each if-else. */
  readonly oneBundle: number;
}

export interface CreditEstimate {
  /** How often the schedule starts it; absent where none is known, or where it starts when something comes in. */
  readonly runsPerMonth: number | undefined;
  readonly perRun: Credits;
  readonly perMonth: Credits | undefined;
  /** What these cost depends on the data, so they are left out of all figures. */
  readonly unknown: readonly Module[];
}

/**
 * The credits of one run (of its first cycle) and of a month, from what the catalogue says and when the scenario is
 * started. A module that is not in the catalogue counts as one credit; error handlers, the tools of agents, and disabled
 * routes as none. Looks at each module once.
 */
export function estimateCredits(
  scenario: Scenario,
  catalog: Catalog,
  schedule: unknown = scenario.scheduling?.value,
): CreditEstimate {
  const estimate = new Estimate(catalog);
  const flow = scenario.flows[0];
  const { least, oneBundle } = flow ? estimate.flow(flow) : NOTHING;
  const perRun = { least, oneBundle };
  const runs = runsPerMonth(schedule);
  return {
    runsPerMonth: runs,
    perRun,
    perMonth: runs === undefined ? undefined : { least: runs * least, oneBundle: runs * oneBundle },
    unknown: estimate.unknown,
  };
}

interface FlowCredits extends Credits {
  /** Whether a bundle that enters the flow surely comes out at its end. */
  readonly goesOn: boolean;
}

const NOTHING: FlowCredits = { least: 0, oneBundle: 0, goesOn: true };

class Estimate {
  readonly unknown: Module[] = [];
  readonly #catalog: Catalog;

  constructor(catalog: Catalog) {
    this.#catalog = catalog;
  }

  flow(flow: Flow): FlowCredits {
    let least = 0;
    let oneBundle = 0;
    let goesOn = true;
    // How often a module runs by the repeaters before it, and by those before them: an aggregator goes back.
    let times = 1;
    const outer: { readonly repeater: number; readonly times: number }[] = [];
    for (const module of flow.modules) {
      const kind = kindOf(module, this.#catalog);
      const repeated = kind === "aggregator" ? outer.findIndex(({ repeater }) => repeater === feederOf(module)) : -1;
      if (isFiltered(module)) goesOn = false;
      const own = this.#module(module);
      if (goesOn) least += times * own.least;
      oneBundle += times * own.oneBundle;
      goesOn &&= own.goesOn;
      if (repeated !== -1) times = outer.splice(repeated)[0]?.times ?? 1;
      const repeats = repeatsOf(module);
      if (repeats === undefined) continue;
      outer.push({ repeater: module.id, times });
      times *= repeats;
    }
    return { least, oneBundle, goesOn };
  }

  /** A module with the flows that hang on it. */
  #module(module: Module): FlowCredits {
    const declaration = this.#catalog.find(module.type, module.version);
    const credits = declaration ? declaration.credits : 1;
    if (credits === undefined) this.unknown.push(module);
    const own = credits ?? 0;
    const routes = this.#flows(module.routes.filter((route) => route.source?.disabled !== true));
    const branches = this.#flows(module.branches.filter((branch) => branch.source?.disabled !== true));
    const fallback: unknown = module.source.parameters?.else;
    const sure = routes.filter(({ flow }) => flow.index !== fallback);
    const hasElse = branches.some(({ flow }) => flow.source?.type === "else");
    return {
      least: own + sum(sure.map(({ least }) => least)) + (hasElse ? fewest(branches.map(({ least }) => least)) : 0),
      oneBundle: own + sum(routes.map((route) => route.oneBundle)) + most(branches.map((branch) => branch.oneBundle)),
      goesOn: this.#givesBundle(module) && (branches.length === 0 || (hasElse && branches.every((b) => b.goesOn))),
    };
  }

  #flows(flows: readonly Flow[]): readonly (FlowCredits & { readonly flow: Flow })[] {
    return flows.map((flow) => ({ flow, ...this.flow(flow) }));
  }

  /** Whether it surely gives a bundle. What is not known may find nothing. */
  #givesBundle(module: Module): boolean {
    const kind = kindOf(module, this.#catalog);
    if (kind === "iterator") return (repeatsOf(module) ?? 0) > 0;
    return kind !== undefined && !GIVE_ANY_NUMBER.has(kind);
  }
}

/** Kinds that may give no bundle at all. An aggregator can be told to stop when it has nothing. */
const GIVE_ANY_NUMBER: ReadonlySet<string> = new Set(["polling trigger", "instant trigger", "search", "aggregator"]);

const isFiltered = ({ source: { filter } }: Module): boolean =>
  Array.isArray(filter?.conditions) && filter.conditions.flat().length > 0;

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
const most = (numbers: readonly number[]): number =>
  numbers.reduce((greatest, number) => Math.max(greatest, number), 0);
const fewest = (numbers: readonly number[]): number =>
  numbers.reduce((smallest, number) => Math.min(smallest, number), Number.POSITIVE_INFINITY);
