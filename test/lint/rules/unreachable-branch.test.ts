import { unreachableBranch } from "../../../src/lint/rules/unreachable-branch.ts";
import { blueprint, filter, type JsonObject, module, setVariable, webhook } from "../blueprints.ts";
import { describeRule } from "../describe-rule.ts";

type Comparison = readonly [a: string, o: string, b?: string];

const condition = (...[a, o, b]: Comparison): JsonObject => (b === undefined ? { a, o } : { a, o, b });

/** A branch for each list of groups; one without groups is the else branch. */
const ifElse = (...branches: readonly (readonly (readonly Comparison[])[])[]): JsonObject => decide(branches);

const decide = (branches: readonly (readonly (readonly Comparison[])[])[], more: JsonObject = {}): JsonObject =>
  blueprint([
    webhook(),
    module(2, "builtin:BasicIfElse", {
      mapper: null,
      ...more,
      branches: branches.map((groups, index) => ({
        type: groups.length === 0 ? "else" : "condition",
        label: `Branch ${index}`,
        merge: false,
        ...(groups.length === 0 ? {} : { conditions: groups.map((group) => group.map((each) => condition(...each))) }),
        flow: [setVariable(index + 3)],
      })),
    }),
  ]);

const paid: Comparison = ["{{1.status}}", "text:equal", "paid"];
const open: Comparison = ["{{1.status}}", "text:equal", "open"];
const large: Comparison = ["{{1.total}}", "number:greater", "100"];
const above = (limit: string): Comparison => ["{{1.total}}", "number:greater", limit];
const from = (limit: string): Comparison => ["{{1.total}}", "number:greaterorequal", limit];
const below = (limit: string): Comparison => ["{{1.total}}", "number:less", limit];
const upTo = (limit: string): Comparison => ["{{1.total}}", "number:lessorequal", limit];

const AT = "/flow/1/branches/1/conditions";
const reported = [{ message: "taken", at: AT }];

describeRule(unreachableBranch, {
  good: {
    "different answers": ifElse([[paid]], [[open]], []),
    "more conditions first": ifElse([[paid, large]], [[paid]], []),
    "the larger limit first": ifElse([[above("100")]], [[above("50")]], []),
    "the smaller upper limit first": ifElse([[below("50")]], [[below("100")]], []),
    "limits from both sides": ifElse([[above("100")]], [[below("200")]], []),
    "a limit that leaves one number": ifElse([[above("100")]], [[from("100")]], []),
    "an alternative that is left": ifElse([[paid]], [[paid], [open]], []),
    "a limit with another condition": ifElse([[above("50"), paid]], [[above("100")]], []),
    "another value with the same limit": ifElse([[above("50")]], [[["{{1.tax}}", "number:greater", "100"]]], []),
    "another operator": ifElse([[paid]], [[["{{1.status}}", "text:equal:ci", "paid"]]], []),
    "a limit that is mapped": ifElse([[above("{{1.limit}}")]], [[above("100")]], []),
    "a throw of the dice": ifElse(
      [[["{{random}}", "number:less", "0.5"]]],
      [[["{{random}}", "number:less", "0.5"]]],
      [],
    ),
    "a filter that asks what a branch asks": decide([[[["{{1.a}}", "exist"]]], []], filter("{{1.a}}", "exist")),
    "branches without conditions": ifElse([], []),
  },
  bad: {
    "the same condition": { given: ifElse([[paid]], [[paid]], []), reports: reported },
    "the same conditions in another order": {
      given: ifElse([[paid, large]], [[large, paid]], []),
      reports: reported,
    },
    "one more condition": { given: ifElse([[paid]], [[large, paid]], []), reports: reported },
    "the smaller limit first": { given: ifElse([[above("50")]], [[above("100")]], []), reports: reported },
    "the larger upper limit first": { given: ifElse([[below("100")]], [[upTo("50")]], []), reports: reported },
    "a limit that leaves nothing": { given: ifElse([[from("100")]], [[above("100")]], []), reports: reported },
    "the same limit": { given: ifElse([[upTo("100")]], [[upTo("100")]], []), reports: reported },
    "a limit among other conditions": { given: ifElse([[above("50")]], [[paid, above("100")]], []), reports: reported },
    "alternatives that two branches take": {
      given: ifElse([[paid]], [[open]], [[open], [paid]], []),
      reports: [{ message: "taken", at: "/flow/1/branches/2/conditions" }],
    },
    "a loose limit behind a tight one": {
      given: ifElse([[above("100")]], [[above("10")]], [[above("50")]], []),
      reports: [{ message: "taken", at: "/flow/1/branches/2/conditions" }],
    },
  },
});
