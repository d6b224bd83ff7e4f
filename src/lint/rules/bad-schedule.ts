import { schedulingPlace } from "../../model/scheduling.ts";
import { asText } from "../../util/as-text.ts";
import { isObject } from "../../util/is-object.ts";
import { quote } from "../../util/quote.ts";
import { defineRule } from "../rule.ts";

/** A schedule that Make refuses: only files that come from its API have one. */
export const badSchedule = defineRule({
  id: "bad-schedule",
  category: "reliability",
  summary: "The schedule is one that Make does not accept",
  severity: { recommended: "error", strict: "error" },
  since: "0.1.0",
  fixable: "safe",
  options: {
    minimumInterval: {
      summary: "shortest time between two runs that the plan allows, in seconds",
      // What Make's SDK demands. Its help says 15 minutes for the free plan.
      default: 60,
      minimum: 60,
    },
  },

  messages: {
    type: (d: { type: string }) => `There is no schedule of the type ${d.type}`,
    noInterval: () => "The schedule does not say after how many seconds the next run starts",
    tooOften: (d: { interval: number; minimum: number }) =>
      `The scenario is to start every ${d.interval} seconds, and the least is ${d.minimum}`,
    noDate: () => "The only run has no full date",
  },

  check({ scenario, options, report }) {
    const { scheduling } = scenario;
    if (scheduling === undefined || !isObject(scheduling.value)) return;
    const { type, interval, date } = scheduling.value;
    const at = (key: string) => schedulingPlace(scheduling, key);
    if (typeof type !== "string" || !TYPES.has(type)) {
      const known = [...TYPES].map((name) => `\`${name}\``).join(", ");
      report("type", { at: at("type"), data: { type: quote(asText(type)) }, help: `Write one of ${known}` });
    } else if (type === "indefinitely" && typeof interval !== "number") {
      const place = at("interval");
      report("noInterval", {
        at: place,
        help: "Write `interval` as a number of seconds, such as 900",
        fix:
          // A schedule may stand in a text, as the API gives it.
          !scheduling.isText && typeof interval === "string" && /^[1-9]\d{0,8}$/.test(interval)
            ? { safety: "safe", patch: [{ op: "replace", path: place.pointer, value: Number(interval) }] }
            : undefined,
      });
    } else if (type === "indefinitely" && typeof interval === "number" && interval < options.minimumInterval) {
      report("tooOften", {
        at: at("interval"),
        data: { interval, minimum: options.minimumInterval },
        help: `Write ${options.minimumInterval} or more`,
      });
    } else if (type === "once" && !(typeof date === "string" && FULL_DATE.test(date))) {
      report("noDate", { at: at("date"), help: "Write date, time and zone, such as `2027-01-31T09:00:00Z`" });
    }
  },
});

const TYPES: ReadonlySet<string> = new Set([
  "immediately",
  "indefinitely",
  "once",
  "daily",
  "weekly",
  "monthly",
  "yearly",
  "on-demand",
]);

const FULL_DATE = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)$/;
