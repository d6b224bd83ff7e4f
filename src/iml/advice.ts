import { nearest, slipFor } from "../util/nearest.ts";
import { functions, functionsOfCustomApps } from "./functions.ts";
import { keywords } from "./keywords.ts";

const AND = "Write `a & b`";
const CREATE_JSON = "Use the module `JSON > Create JSON`";
const PARSE_JSON = "Use the module `JSON > Parse JSON`";
const DATE_DIFFERENCE = "Subtract the dates: `(a - b) / 86400000` is the number of days";
const IS_MISSING = 'Compare with nothing: `ifempty(value; "") = ""`';
const FROM_BASE64 = 'Write `toString(toBinary(text; "base64"))`';

/** By the name in lower case: other languages and generated scenarios spell them in many ways. */
const REPLACEMENTS: Readonly<Record<string, string>> = {
  and: AND,
  or: "Write `a | b`",
  not: "Compare with `!=`, or with `= false`",
  mod: "Write `a % b`",
  eq: "Write `a = b`",
  equals: "Write `a = b`",
  notequal: "Write `a != b`",
  greater: "Write `a > b`",
  less: "Write `a < b`",
  greaterorequal: "Write `a >= b`",
  lessorequal: "Write `a <= b`",
  exists: 'Compare with nothing: `ifempty(value; "") != ""`',
  empty: IS_MISSING,
  isempty: IS_MISSING,
  isblank: IS_MISSING,
  isnull: "Write `value = null`",
  coalesce: "Write `ifempty(value; fallback)`",
  default: "Write `ifempty(value; fallback)`",
  iferror: "Add an error handler to the module that can fail",
  parsejson: PARSE_JSON,
  "json.parse": PARSE_JSON,
  createjson: CREATE_JSON,
  tojson: CREATE_JSON,
  stringify: CREATE_JSON,
  "json.stringify": CREATE_JSON,
  subtract: "Write `a - b`",
  sub: "Write `a - b`",
  multiply: "Write `a * b`",
  prod: "Write `a * b`",
  divide: "Write `a / b`",
  div: "Write `a / b`",
  concat: "Write `a + b` for texts, `merge(a; b)` for arrays",
  tonumber: 'Write `parseNumber(text; ".")`',
  number: 'Write `parseNumber(text; ".")`',
  int: 'Write `parseNumber(text; ".")`',
  parseint: 'Write `parseNumber(text; ".")`',
  parsefloat: 'Write `parseNumber(text; ".")`',
  text: "Write `toString(value)`",
  datediff: DATE_DIFFERENCE,
  datedifference: DATE_DIFFERENCE,
  startofday: "Set the parts of the time to 0: `setHour(setMinute(setSecond(now; 0); 0); 0)`",
  dateadd: "Write `addDays(date; number)`",
  filter: "Write `map(array; key; filterKey; filterValue)`, or use an iterator with a filter",
  find: "Write `first(map(array; key; filterKey; filterValue))`",
  append: "Write `add(array; value)`",
  push: "Write `add(array; value)`",
  base64tostring: FROM_BASE64,
  base64decode: FROM_BASE64,
  decodebase64: FROM_BASE64,
  frombase64: FROM_BASE64,
  count: "Write `length(array)`",
  size: "Write `length(array)`",
  len: "Write `length(value)`",
  index: "Write `get(array; position)`",
  touppercase: "Write `upper(text)`",
  uppercase: "Write `upper(text)`",
  tolowercase: "Write `lower(text)`",
  lowercase: "Write `lower(text)`",
  urlencode: "Write `encodeURL(text)`",
  encodeuricomponent: "Write `encodeURL(text)`",
  urldecode: "Write `decodeURL(text)`",
  decodeuricomponent: "Write `decodeURL(text)`",
  substr: "Write `substring(text; start; end)`",
  left: "Write `substring(text; 0; end)`",
  right: "Write `substring(text; start; length(text))`",
  match: "Use the module `Text parser > Match pattern`",
  regex: "Use the module `Text parser > Match pattern`",
};

/** Of the above, those that take the same arguments as what is written in their place. */
const SAME_ARGUMENTS =
  /^(?:coalesce|default|dateadd|append|push|count|size|len|(?:to)?(?:upper|lower)case|url(?:en|de)code|(?:en|de)codeuricomponent|text)$/;

/** The built-in functions that a name comes close to: a text may have the same unknown one a thousand times. */
function closeFunctions(name: string): readonly string[] {
  const known = close.get(name) ?? nearest(name, functions.keys(), functions.size);
  if (close.size > 1_000) close.clear();
  close.set(name, known);
  return known;
}

const close = new Map<string, readonly string[]>();

/** The function that is surely meant by a name which is none: in other languages it is called so, or it is a slip. */
export function functionMeant(name: string, customFunctions: readonly string[] = []): string | undefined {
  const lower = name.toLowerCase();
  if (SAME_ARGUMENTS.test(lower)) return /(\w+)\(/.exec(REPLACEMENTS[lower] ?? "")?.[1];
  return Object.hasOwn(REPLACEMENTS, lower) ? undefined : slipFor(name, [...customFunctions, ...closeFunctions(name)]);
}

/** What to write in the place of a function that does not exist. */
export function adviceFor(name: string, customFunctions: Iterable<string> = []): string {
  const lower = name.toLowerCase();
  const replacement = Object.hasOwn(REPLACEMENTS, lower) ? REPLACEMENTS[lower] : undefined;
  if (replacement !== undefined) return replacement;
  if (functionsOfCustomApps.has(name)) return "Write out what it would give: only custom apps can call it";
  if (keywords.has(name)) return `Write \`${name}\` without parentheses`;
  const lastPart = name.slice(name.lastIndexOf(".") + 1);
  const similar = nearest(lastPart, [...customFunctions, ...closeFunctions(lastPart)], 2).map(
    (candidate) => `\`${candidate}\``,
  );
  if (similar.length > 0) return `Did you mean ${similar.join(" or ")}?`;
  return "Use a built-in function, or name your organization's custom functions to the checker";
}
