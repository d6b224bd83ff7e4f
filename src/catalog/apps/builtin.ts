import { any, array, boolean, freeFields, number, record, text, uinteger } from "../field.ts";
import { app, documented, observed, weak } from "../module.ts";

// The parts of Make's own flow control. Where a part refers to other modules (`else` of a router, `feeder` and `target`
// of an aggregator), the flow writes that.

const builtin = app({ slug: "builtin", name: "Flow Control", version: 1 });

export const router = builtin.router("BasicRouter", {
  label: "Router",
  summary: "Sends each bundle down every route whose filter lets it through.",
  mapper: null,
  evidence: observed(158),
});

export const ifElse = builtin.ifElse("BasicIfElse", {
  label: "If-else",
  summary: "Sends each bundle down the first branch whose condition holds.",
  mapper: null,
  evidence: observed(7),
});

export const merge = builtin.merge("BasicMerge", {
  label: "Merge",
  summary: "Brings the branches of an if-else together and gives their results under common names.",
  mapper: null,
  evidence: documented("the pattern files that Make publishes"),
});

export const iterator = builtin.iterator("BasicFeeder", {
  label: "Iterator",
  summary: "Gives each item of a list as a bundle of its own.",
  mapper: { array: array("Array", any("Value")).required() },
  output: {
    value: any("Value").describe("The item, when it is no collection; the fields of a collection stand beside it."),
    __IMTINDEX__: uinteger("Bundle order position").describe("From 1."),
    __IMTLENGTH__: uinteger("Total number of bundles"),
  },
  evidence: observed(43),
});

export const repeater = builtin.iterator("BasicRepeater", {
  label: "Repeater",
  summary: "Gives a bundle so many times, with a number that counts.",
  mapper: {
    start: number("Initial value").default(1),
    repeats: number("Repeats", { min: 0, max: 10_000 }).required(),
    step: number("Step").default(1),
  },
  output: { i: number("i") },
  evidence: observed(7),
});

export const arrayAggregator = builtin.aggregator("BasicAggregator", {
  label: "Array aggregator",
  summary: "Makes one list of many bundles.",
  mapper: { item: freeFields("Aggregated fields").describe("What each item of the list holds.") },
  output: {
    array: array("Array", record("Item")),
    __IMTAGGLENGTH__: uinteger("Number of items"),
    __IMTKEY__: any("Key").describe("What the bundles were grouped by, if they were."),
  },
  evidence: observed(21),
});

export const ignore = builtin.directive("Ignore", {
  label: "Ignore",
  summary: "Drops the bundle that failed and goes on with the next one.",
  mapper: null,
  evidence: observed(19),
});

export const resume = builtin.directive("Resume", {
  label: "Resume",
  summary: "Goes on behind the module that failed, with substitute output.",
  mapper: { output: freeFields("Substitute output").describe("Fields of the module that failed.") },
  evidence: observed(26),
});

export const commit = builtin.directive("Commit", {
  label: "Commit",
  summary: "Ends the run and keeps what was changed up to here.",
  mapper: null,
  evidence: observed(5),
});

export const rollback = builtin.directive("Rollback", {
  label: "Rollback",
  summary: "Ends the run in an error and takes back what modules with transactions changed.",
  mapper: null,
  evidence: observed(4),
});

/** Needs the scenario setting that stores incomplete executions. */
export const breakAndRetry = builtin.directive("Break", {
  label: "Break",
  summary: "Stores the bundle that failed as an incomplete execution and tries it again later.",
  mapper: {
    retry: boolean("Automatically complete execution").default(true),
    count: uinteger("Number of attempts", { min: 1, max: 10_000 }).default(3),
    interval: uinteger("Interval between attempts", { min: 1, max: 44_640 }).default(15).describe("In minutes."),
  },
  evidence: observed(21),
});

const message = text("Message").required();
const unseen = weak("Make's guide for AI agents names it, its help pages say that there is no such module");

export const throwError = builtin.directive("ThrowError", {
  label: "Throw error",
  summary: "Ends the run in an error with a message of your own.",
  mapper: { message },
  evidence: unseen,
});

export const throwWarning = builtin.directive("ThrowWarning", {
  label: "Throw warning",
  summary: "Marks the run with a warning and goes on.",
  mapper: { message },
  evidence: unseen,
});
