// The operators of filter conditions. Make accepts any code and treats one that it does not know as never fulfilled,
// without an error.

import { nearest } from "../util/nearest.ts";

export type OperatorGroup = "basic" | "text" | "number" | "date" | "time" | "semver" | "array" | "boolean";

export interface FilterOperator {
  /** As a condition stores it: `text:equal:ci`. */
  readonly code: string;
  readonly group: OperatorGroup;
  /** What the editor shows, without the group. */
  readonly label: string;
  /** Looks at one operand only: the condition has no `b`. */
  readonly unary: boolean;
  readonly caseInsensitive: boolean;
}

const TEXT_LABELS: Readonly<Record<string, string>> = {
  equal: "Equal to",
  notequal: "Not equal to",
  contain: "Contains",
  notcontain: "Does not contain",
  startwith: "Starts with",
  notstartwith: "Does not start with",
  endwith: "Ends with",
  notendwith: "Does not end with",
  pattern: "Matches pattern",
  notpattern: "Does not match pattern",
};

const ORDER_LABELS: Readonly<Record<string, string>> = {
  equal: "Equal to",
  notequal: "Not equal to",
  greater: "Greater than",
  less: "Less than",
  greaterorequal: "Greater than or equal to",
  lessorequal: "Less than or equal to",
};

const DATE_LABELS: Readonly<Record<string, string>> = {
  ...ORDER_LABELS,
  greater: "Later than",
  less: "Earlier than",
  greaterorequal: "Later than or equal to",
  lessorequal: "Earlier than or equal to",
};

const MEMBER_LABELS: Readonly<Record<string, string>> = { contain: "Contains", notcontain: "Does not contain" };

/** These six compare how many items an array has. */
const LENGTH_LABELS: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(ORDER_LABELS).map(([name, label]) => [name, `Array length ${label.toLowerCase()}`]),
);

const BOOLEAN_LABELS: Readonly<Record<string, string>> = { equal: "Equal to", notequal: "Not equal to" };

const operatorsOf = (group: OperatorGroup, labels: Readonly<Record<string, string>>): readonly FilterOperator[] =>
  Object.entries(labels).map(([name, label]) => ({
    code: `${group}:${name}`,
    group,
    label,
    unary: false,
    caseInsensitive: false,
  }));

const ignoringCase = (operators: readonly FilterOperator[]): readonly FilterOperator[] =>
  operators.map(({ code, group, label, unary }) => ({
    code: `${code}:ci`,
    group,
    label: `${label} (case insensitive)`,
    unary,
    caseInsensitive: true,
  }));

const text = operatorsOf("text", TEXT_LABELS);
const members = operatorsOf("array", MEMBER_LABELS);

/** All 58, in the editor's order of groups. */
export const operators: readonly FilterOperator[] = [
  { code: "exist", group: "basic", label: "Exists", unary: true, caseInsensitive: false },
  { code: "notexist", group: "basic", label: "Does not exist", unary: true, caseInsensitive: false },
  ...text,
  ...ignoringCase(text),
  ...operatorsOf("number", ORDER_LABELS),
  ...operatorsOf("date", DATE_LABELS),
  ...operatorsOf("time", DATE_LABELS),
  ...operatorsOf("semver", ORDER_LABELS),
  ...members,
  ...ignoringCase(members),
  ...operatorsOf("array", LENGTH_LABELS),
  ...operatorsOf("boolean", BOOLEAN_LABELS),
];

const byCode: ReadonlyMap<string, FilterOperator> = new Map(operators.map((operator) => [operator.code, operator]));

export const findOperator = (code: string): FilterOperator | undefined => byCode.get(code);

const GROUP_OF: ReadonlyMap<string, OperatorGroup> = new Map(
  Object.entries<OperatorGroup>({
    string: "text",
    str: "text",
    numeric: "number",
    integer: "number",
    int: "number",
    num: "number",
    datetime: "date",
    list: "array",
    bool: "boolean",
  }),
);

/** Other people's words for Make's; all without a leading "not", which `suggestOperator` handles. */
const NAME_OF: ReadonlyMap<string, string> = new Map(
  Object.entries<string>({
    equals: "equal",
    equalto: "equal",
    is: "equal",
    eq: "equal",
    contains: "contain",
    includes: "contain",
    include: "contain",
    startswith: "startwith",
    beginswith: "startwith",
    endswith: "endwith",
    match: "pattern",
    matches: "pattern",
    matchespattern: "pattern",
    regex: "pattern",
    greaterthan: "greater",
    gt: "greater",
    after: "greater",
    later: "greater",
    lessthan: "less",
    lt: "less",
    before: "less",
    earlier: "less",
    greaterequal: "greaterorequal",
    greaterorequalto: "greaterorequal",
    greaterthanorequal: "greaterorequal",
    greaterthanorequalto: "greaterorequal",
    gte: "greaterorequal",
    ge: "greaterorequal",
    lessequal: "lessorequal",
    lessorequalto: "lessorequal",
    lessthanorequal: "lessorequal",
    lessthanorequalto: "lessorequal",
    lte: "lessorequal",
    le: "lessorequal",
    exists: "exist",
    empty: "notexist",
    isempty: "notexist",
    isnull: "notexist",
    "=": "equal",
    "==": "equal",
    "!=": "notequal",
    ">": "greater",
    "<": "less",
    ">=": "greaterorequal",
    "<=": "lessorequal",
  }),
);

/** The code that was most likely meant by one that does not exist: `text:equals`, `number:gt`, `date:before`. */
export function suggestOperator(code: string): string | undefined {
  const [, words = "", sensitivity] = /^(.*?)(:c[is])?$/.exec(code.toLowerCase().replace(/[\s_-]/g, "")) ?? [];
  const [prefix = "", ...rest] = words.split(":");
  const suffix = sensitivity === ":ci" ? sensitivity : "";
  const name = canonicalName(rest.join("") || prefix);
  if (name === "exist" || name === "notexist") return name;
  const groups = rest.length > 0 ? [GROUP_OF.get(prefix) ?? prefix] : ["text", "number"];
  const known = groups.map((group) => `${group}:${name}${suffix}`).find((candidate) => byCode.has(candidate));
  return known ?? nearest(code, byCode.keys())[0];
}

const NEGATION = /^(?:isnot|doesnot|not|does?nt|isnt|no)(?=.)/;

const OPPOSITE: ReadonlyMap<string, string> = new Map(Object.entries<string>({ exist: "notexist", notexist: "exist" }));

function canonicalName(word: string): string {
  if (word === "ne" || word === "neq") return "notequal";
  if (!NEGATION.test(word)) return NAME_OF.get(word) ?? word;
  const positive = word.replace(NEGATION, "");
  const name = NAME_OF.get(positive) ?? positive;
  return OPPOSITE.get(name) ?? `not${name}`;
}
