import type { JsonPlace } from "../../../diagnostics/diagnostic.ts";
import { connectedModules } from "../../../model/connected-modules.ts";
import { modulePlace } from "../../../model/module-place.ts";
import type { Module, Scenario } from "../../../model/scenario.ts";
import { schedulingPlace } from "../../../model/scheduling.ts";
import { asText } from "../../../util/as-text.ts";
import { isObject } from "../../../util/is-object.ts";
import { apiCall, reviewFlow } from "../../review-flow.ts";
import type { ReviewRequest } from "../../review-request.ts";
import { SEVERITY } from "../../review-request-rule.ts";
import { counted } from "../../review-wording.ts";
import { defineProjectRule } from "../../rule.ts";

/** A scenario that asks for the state of reviews which another one has made. */
interface Poller {
  /** Seconds; `null` where nobody knows when it runs. */
  readonly interval: number | null;
  readonly stores: readonly string[];
  readonly at: JsonPlace;
}

/** A request that only who asks gets an answer to. */
interface Asked {
  /** Seconds; `null` where that is known only at run time, or left to HITL.sh. */
  readonly timeout: number | null;
  /** The data stores that its id is kept in. */
  readonly stores: readonly string[];
}

interface Facts {
  readonly poller: Poller | undefined;
  readonly asked: readonly Asked[];
  /** It asks HITL.sh for lists of requests, and so may ask for every one. */
  readonly lists: boolean;
}

export const hitlTimeoutVsSchedule = defineProjectRule({
  id: "hitl/timeout-vs-schedule",
  category: "review",
  summary: "A scenario asks for answers at intervals that are longer than people have to answer",
  severity: SEVERITY.risky,
  since: "0.1.0",

  messages: {
    late: (d: { interval: number; timeout: number }) =>
      `This asks for answers every ${counted(d.interval)} seconds, but the reviews are over after ${counted(d.timeout)}`,
  },

  collect({ scenario }): Facts | undefined {
    const { hasPart, sources } = reviewFlow(scenario);
    if (!hasPart) return undefined;
    const polls = sources.find(({ how, request }) => how === "status" && request === undefined);
    const lists = connectedModules(scenario).some((module) => {
      const call = apiCall(module);
      return call?.method === "get" && /\/requests\/?$/.test(call.path);
    });
    return { poller: polls && pollerOf(scenario, polls.module), asked: askedIn(scenario), lists };
  },

  check(scenarios) {
    if (scenarios.some(({ facts }) => facts.lists)) return;
    const pollers = scenarios.flatMap(({ facts }) => facts.poller ?? []);
    const asked = scenarios.flatMap(({ facts }) => facts.asked);
    const late = new Set(
      asked.filter((request) => pollers.every((poller) => !mayAskFor(poller, request) || isSlow(poller, request))),
    );
    if (late.size === 0) return;
    for (const { facts, report } of scenarios) {
      const { poller } = facts;
      const own = poller ? asked.filter((request) => mayAskFor(poller, request)) : [];
      if (poller === undefined || own.length === 0 || !own.every((request) => late.has(request))) continue;
      report("late", {
        at: poller.at,
        data: {
          interval: poller.interval ?? 0,
          timeout: own.reduce((most, request) => Math.max(most, request.timeout ?? 0), 0),
        },
        help: "Let it run more often than that, or raise `timeout_seconds`",
      });
    }
  },
});

/** Whether it may be this request that it asks for: both have the same data store, or one of them has none. */
const mayAskFor = (poller: Poller, { stores }: Asked): boolean =>
  stores.length === 0 || poller.stores.length === 0 || stores.some((store) => poller.stores.includes(store));

const isSlow = ({ interval }: Poller, { timeout }: Asked): boolean =>
  interval !== null && timeout !== null && interval > timeout;

function pollerOf(scenario: Scenario, module: Module): Poller {
  const { scheduling } = scenario;
  const value = scheduling?.value;
  // One that makes requests itself may ask for them in the same run.
  const isRegular =
    reviewFlow(scenario).requests.length === 0 &&
    isObject(value) &&
    value.type === "indefinitely" &&
    typeof value.interval === "number";
  return {
    interval: isRegular ? Number(value.interval) : null,
    stores: connectedModules(scenario).flatMap(storeOf),
    at: scheduling ? schedulingPlace(scheduling, "interval") : modulePlace(module),
  };
}

function askedIn(scenario: Scenario): readonly Asked[] {
  const { requests, requestReads, sources } = reviewFlow(scenario);
  const isOwn = (request: ReviewRequest): boolean => sources.some((source) => source.request === request);
  return requests.flatMap((request): readonly Asked[] => {
    // What calls back, and what its own scenario asks for, need not wait for a schedule.
    const callsBack = request.body.kind === "object" && !request.body.lacks("callback_url");
    if (callsBack || isOwn(request)) return [];
    const timeout = request.get("timeout_seconds");
    const keepers = requestReads.filter(({ of, field }) => of === request && ID.test(field));
    return [
      {
        timeout: timeout?.kind === "number" ? timeout.value : null,
        stores: keepers.flatMap(({ reader }) => storeOf(reader)),
      },
    ];
  });
}

/** By which a request can be found again; the empty name is all that it gave. */
const ID = /^(?:request_id|id|polling_url|)$/;

/** The data store that a module works with. */
function storeOf({ type, source }: Module): readonly string[] {
  const store: unknown = type.startsWith("datastore:") ? source.parameters?.datastore : undefined;
  return typeof store === "number" || typeof store === "string" ? [asText(store)] : [];
}
