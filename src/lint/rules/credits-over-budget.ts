import { modulePlace } from "../../model/module-place.ts";
import { estimateCredits } from "../credits.ts";
import { defineRule } from "../rule.ts";

/** A scenario whose schedule alone costs more than the budget, whatever it finds. */
export const creditsOverBudget = defineRule({
  id: "credits-over-budget",
  category: "cost",
  summary: "A scenario costs more credits in a month than its budget",
  // What a budget is, every team says for itself.
  severity: { recommended: "off", strict: "off" },
  since: "0.1.0",
  options: {
    budget: { summary: "credits that a scenario may cost in a month of 30 days", default: 10_000, minimum: 1 },
  },

  messages: {
    over: (d: { runs: string; credits: string; budget: string }) =>
      `${d.runs} runs a month cost at least ${d.credits} credits, and the budget is ${d.budget}`,
  },

  check({ scenario, catalog, options: { budget }, report }) {
    const { scheduling } = scenario;
    const { runsPerMonth: runs, perRun, perMonth } = estimateCredits(scenario, catalog);
    if (scheduling === undefined || runs === undefined || perMonth === undefined) return;
    if (perMonth.least <= budget) return;
    const trigger = scenario.flows[0]?.modules[0];
    report("over", {
      at: { pointer: scheduling.pointer },
      data: { runs: inWords(runs), credits: inWords(perMonth.least), budget: inWords(budget) },
      help: `Start it less often: a run costs ${perRun.least} at least, and ${perRun.oneBundle} with one bundle that passes every filter`,
      related: trigger ? [{ message: "This runs each time", at: modulePlace(trigger) }] : [],
    });
  },
});

/** Whole, with a comma between thousands. */
const inWords = (number: number): string => String(Math.round(number)).replace(/\B(?=(?:\d{3})+$)/g, ",");
