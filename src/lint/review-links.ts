// Which request an answer belongs to, across scenarios. One scenario asks and another one acts, and a blueprint says
// nothing of how they are joined: a callback has an address, a webhook has a number. What both have are the answers: a
// scenario that acts on `approve` and `reject` belongs to the one request of the project that offers them.

import { answerValue, type Option, optionLabel } from "../catalog/hitl/contract.ts";
import type { JsonPlace } from "../diagnostics/diagnostic.ts";
import { describeModule, modulePlace } from "../model/module-place.ts";
import type { Module, Scenario } from "../model/scenario.ts";
import { takesTheRest } from "./rest-of-a-decision.ts";
import { type AnswerTest, answerTests } from "./review-answers.ts";
import { type AnswerSource, reviewFlow } from "./review-flow.ts";
import type { ReviewRequest } from "./review-request.ts";
import { type Gravity, SEVERITY } from "./review-request-rule.ts";
import {
  type Collected,
  defineProjectRule,
  type Fix,
  type Messages,
  type Report,
  type Rule,
  type RuleSpec,
} from "./rule.ts";

/** What a request offers to choose from. */
export interface Choice {
  readonly type: "single_select" | "multi_select";
  readonly options: readonly Option[];
}

/** A comparison of an answer with a fixed text. */
export interface LiteralTest {
  readonly literal: string;
  readonly how: AnswerTest["how"];
  readonly ignoresCase: boolean;
  readonly lowered: boolean;
  /** Fixed texts that are compared besides the answer. */
  readonly substitutes: readonly string[];
  readonly at: JsonPlace;
}

/** A router or an if-else whose ways are chosen by an answer alone. */
export interface Decider {
  readonly name: string;
  readonly at: JsonPlace;
  readonly isRouter: boolean;
  /** Some way takes what the others leave, or nobody can tell. */
  readonly isOpen: boolean;
}

/** What is known of one source of answers, as plain data. */
export interface SourceFacts {
  readonly how: AnswerSource["how"];
  /** What its own request offers, where the same scenario makes it; `null` when that is not known, or nothing. */
  readonly own: Choice | null | undefined;
  readonly tests: readonly LiteralTest[];
  readonly deciders: readonly Decider[];
}

interface Facts {
  /** What the requests offer; `null` for one of which that is not known. */
  readonly offers: readonly { readonly choice: Choice | null; readonly callsBack: boolean }[];
  readonly sources: readonly SourceFacts[];
}

interface AnswerRuleSpec<M extends Messages> extends Pick<RuleSpec<M>, "fixable" | "messages" | "summary"> {
  readonly id: `hitl/${string}`;
  readonly gravity: Gravity;
  /** `choice` is what the request offers; nothing when it is not certain which request it is. */
  readonly check: (source: SourceFacts, choice: Choice | undefined, report: Report<M>) => void;
}

/** Makes a rule that holds what a scenario asks of answers against what the request offers. */
export const defineAnswerRule = <const M extends Messages>({ gravity, check, ...spec }: AnswerRuleSpec<M>): Rule =>
  defineProjectRule<M, Facts>({
    ...spec,
    category: "review",
    severity: SEVERITY[gravity],
    since: "0.1.0",
    collect: ({ scenario }) => factsOf(scenario),
    check: (scenarios) => {
      const find = finder(scenarios);
      for (const { facts, report } of scenarios) {
        for (const source of facts.sources) check(source, find(source), report);
      }
    },
  });

const cache = new WeakMap<Scenario, Facts>();

function factsOf(scenario: Scenario): Facts | undefined {
  let facts = cache.get(scenario);
  if (facts === undefined) {
    facts = {
      offers: reviewFlow(scenario).requests.flatMap((request) => offerOf(request) ?? []),
      sources: sourcesOf(scenario),
    };
    cache.set(scenario, facts);
  }
  return facts.offers.length + facts.sources.length === 0 ? undefined : facts;
}

function offerOf(request: ReviewRequest): Facts["offers"][number] | undefined {
  const choice = choiceOf(request);
  if (choice === undefined) return undefined;
  const callsBack = request.body.kind !== "object" || !request.body.lacks("callback_url");
  return { choice, callsBack };
}

/** What a request offers; `null` when that is not known, nothing when it offers no options at all. */
function choiceOf({ responseType: type, answers, body }: ReviewRequest): Choice | null | undefined {
  if (type === undefined) return body.lacks("response_type") ? undefined : null;
  if (type !== "single_select" && type !== "multi_select") return undefined;
  return answers === undefined ? null : { type, options: answers };
}

/** Where the object around an answer keeps its value. */
const VALUE = /^selected_values?$/;

function sourcesOf(scenario: Scenario): readonly SourceFacts[] {
  const { sources, reads } = reviewFlow(scenario);
  if (sources.length === 0) return [];
  const tests = groupBy(
    answerTests(scenario).filter(({ field }) => field === "response_data"),
    ({ source }) => source,
  );
  const asking = groupBy(
    reads.filter(
      ({ field, reference }) => field === "response_data" && /^(?:filter|branch)$/.test(reference.in.domain),
    ),
    ({ of }) => of,
  );
  return sources.map((source) => {
    const own = tests.get(source) ?? [];
    const readers = new Set(asking.get(source)?.map(({ reader }) => reader));
    return {
      how: source.how,
      own: source.request && (choiceOf(source.request) ?? null),
      tests: own.flatMap((test) => literalTest(test) ?? []),
      deciders: decidersOf(own, readers),
    };
  });
}

/** Another text in the place of the one that an answer is compared with. Inside of mappings, the text around it is not kept. */
export const writeLiteral = ({ at }: LiteralTest, value: string): Fix | undefined =>
  at.range ? undefined : { safety: "suggested", patch: [{ op: "replace", path: at.pointer, value }] };

function literalTest(test: AnswerTest): LiteralTest | undefined {
  const { literal, how, ignoresCase, lowered, substitutes, at, paths } = test;
  const isValue = paths.every(
    ([first]) => first === undefined || (first.kind === "property" && VALUE.test(first.name)),
  );
  if (literal === undefined || literal === "" || !isValue || how === "other" || how === "no") return undefined;
  return { literal, how, ignoresCase, lowered, substitutes, at };
}

/** The routers and if-elses two ways of which ask for an answer. */
function decidersOf(tests: readonly AnswerTest[], readers: ReadonlySet<Module>): readonly Decider[] {
  const byModule = groupBy(
    tests.filter(({ decision }) => decision !== undefined),
    ({ module }) => module,
  );
  const ways = groupBy(
    [...readers].flatMap((module) => {
      const { flow, position } = module;
      const router = position === 0 && flow.kind === "route" ? flow.owner : undefined;
      return [
        ...(router === undefined ? [] : [{ decider: router, tests: filterTests(module) }]),
        ...(module.branches.length === 0 ? [] : [{ decider: module, tests: branchTests(module) }]),
      ];
    }),
    ({ decider }) => decider,
  );
  return [...ways].flatMap(([module, own]) => {
    const all = own.flatMap((way) => way.tests);
    const asked = module.routes.length > 0 ? own.length : new Set(all.map(({ decision }) => decision)).size;
    if (asked < 2) return [];
    const isOpen =
      own.some((way) => way.tests.length === 0) ||
      all.some(({ how, literal }) => how !== "equal" || literal === undefined) ||
      (module.routes.length > 0 ? takesTheRest(module) : module.branches.some(({ source }) => source?.type === "else"));
    return [{ name: describeModule(module), at: modulePlace(module), isRouter: module.routes.length > 0, isOpen }];
  });

  function filterTests(module: Module): readonly AnswerTest[] {
    return (byModule.get(module) ?? []).filter(({ decision }) => decision === 0);
  }
  function branchTests(module: Module): readonly AnswerTest[] {
    return (byModule.get(module) ?? []).filter(({ decision = 0 }) => decision > 0);
  }
}

/** More different requests than a person keeps apart: which one is meant is anybody's guess. */
const MANY = 200;

/** Finds what the request behind a source offers. */
function finder(
  scenarios: readonly Pick<Collected<Facts, Messages>, "facts">[],
): (source: SourceFacts) => Choice | undefined {
  const offers = scenarios.flatMap(({ facts }) => facts.offers);
  const pools = {
    callback: poolOf(offers.filter(({ callsBack }) => callsBack)),
    status: poolOf(offers),
  };
  const found = new Map<string, Choice | undefined>();
  return ({ how, own, tests }) => {
    if (own !== undefined) return own ?? undefined;
    const literals = [...new Set(tests.map(({ literal }) => slug(literal)))].sort();
    const key = JSON.stringify([how, literals]);
    if (!found.has(key)) found.set(key, bestFit(pools[how], literals));
    return found.get(key);
  };
}

/** The different choices that requests offer; none when one of them is not known. */
function poolOf(offers: Facts["offers"]): readonly Choice[] {
  if (offers.some(({ choice }) => choice === null)) return [];
  const different = new Map(
    offers.flatMap(({ choice }) => (choice === null ? [] : [[JSON.stringify(choice), choice]])),
  );
  return different.size > MANY ? [] : [...different.values()];
}

/** The one choice that has at least half of the literals, and more of them than every other. */
function bestFit(pool: readonly Choice[], literals: readonly string[]): Choice | undefined {
  const fits = pool.map((choice) => {
    const names = namesOf(choice);
    return { choice, count: literals.filter((literal) => names.has(literal)).length };
  });
  const best = Math.max(1, Math.ceil(literals.length / 2), ...fits.map(({ count }) => count));
  const [first, ...others] = fits.filter(({ count }) => count === best);
  return others.length > 0 ? undefined : first?.choice;
}

/** Every way to call one of the options, without regard to case and blanks. */
export const namesOf = ({ options }: Choice): ReadonlySet<string> =>
  new Set(options.flatMap((option) => [slug(answerValue(option)), slug(optionLabel(option))]));

/** How HITL.sh makes a value of a text. */
export const slug = (text: string): string => text.trim().toLowerCase().replaceAll(" ", "_");

function groupBy<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): ReadonlyMap<Key, readonly Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}
