import { readNumber } from "../../iml/coerce.ts";
import { type FilterOperator, findOperator } from "../../iml/operators.ts";
import { hasMapping } from "../../iml/scan.ts";
import { connectedModules } from "../../model/connected-modules.ts";
import { asText } from "../../util/as-text.ts";
import { comparisons } from "../comparisons.ts";
import { typesOf } from "../output-type.ts";
import { defineRule, type Fix } from "../rule.ts";

/** An operator looks at a value that it can do nothing with: `number:greater` with `ten`. */
export const wrongOperandType = defineRule({
  id: "wrong-operand-type",
  category: "conditions",
  summary: "A condition compares with a value of another type than its operator is for",
  severity: { recommended: "error", strict: "error" },
  since: "0.1.0",
  fixable: "suggested",

  messages: {
    literal: (d: { value: string; what: string; operator: string }) =>
      `\`${d.value}\` is no ${d.what}, and \`${d.operator}\` compares nothing else`,
    list: (d: { value: string; operator: string }) =>
      `\`${d.value}\` is a list, and \`${d.operator}\` compares single numbers`,
    neverEqual: (d: { value: string; type: string; literal: string }) =>
      `\`${d.value}\` is a ${d.type}, whose text is never \`${d.literal}\``,
  },

  check({ scenario, catalog, report }) {
    const typeOf = typesOf(scenario, catalog);
    for (const module of connectedModules(scenario)) {
      for (const { a, o, b, pointer } of comparisons(module, catalog)) {
        const operator = typeof o === "string" ? findOperator(o) : undefined;
        if (operator === undefined || operator.unary || a === undefined || b === undefined) continue;
        const [value, literal] = [asText(a), asText(b)];
        const { code } = operator;
        const type = typeOf(value);
        const needed = literalOf(operator);
        if (type === "array" && operator.group === "number") {
          report("list", {
            at: { pointer: `${pointer}/a` },
            data: { value, operator: code },
            help: "Compare how many items it has, with an operator of the group Array, or one of its items",
          });
        }
        // An empty side asks whether there is a value at all.
        if (literal.trim() === "" || hasMapping(literal)) continue;
        const at = { pointer: `${pointer}/b` };
        if (needed && !needed.fits(literal)) {
          const help = LOST_KEYWORD.test(literal) ? `Write it in braces: \`{{${literal.trim()}}}\`` : needed.help;
          const meant = meantBy(literal, operator);
          const fix: Fix | undefined =
            meant === undefined
              ? undefined
              : { safety: "suggested", patch: [{ op: "replace", path: at.pointer, value: meant }] };
          report("literal", { at, data: { value: literal, what: needed.what, operator: code }, help, fix });
        } else if (TEXT_EQUAL.test(code) && type === "number" && String(readNumber(literal)) !== literal) {
          const help = "Write the number as a mapping gives it, or use an operator of the group Number";
          report("neverEqual", { at, data: { value, type, literal }, help });
        } else if (TEXT_EQUAL.test(code) && type === "boolean" && !/^(?:true|false)$/i.test(literal)) {
          const help = "Compare it with `true` or `false`, with an operator of the group Boolean";
          report("neverEqual", { at, data: { value, type: "yes or no", literal }, help });
        }
      }
    }
  },
});

const TEXT_EQUAL = /^text:(?:not)?equal/;
/** What gives a moment in a mapping, and is plain text outside of one. */
const LOST_KEYWORD = /^\s*(?:now|timestamp|pi|random)\s*$/;

function meantBy(literal: string, { group }: FilterOperator): string | undefined {
  if (LOST_KEYWORD.test(literal)) return `{{${literal.trim()}}}`;
  const lower = literal.trim().toLowerCase();
  return group === "boolean" && (lower === "true" || lower === "false") ? lower : undefined;
}

interface Literal {
  readonly what: string;
  readonly fits: (literal: string) => boolean;
  readonly help: string;
}

const number: Literal = {
  what: "number",
  fits: (literal) => readNumber(literal) !== undefined,
  help: "Write digits, with a point before decimals and nothing else: `1000.5`",
};

/** What may stand on the right side, as far as a plain text shows it. */
const LITERALS: Readonly<Record<string, Literal>> = {
  number,
  boolean: {
    what: "yes or no",
    fits: (literal) => /^\s*(?:true|false)\s*$/.test(literal),
    help: "Write `true` or `false`",
  },
  // Make reads dates in many forms; all of them have digits.
  date: {
    what: "date",
    fits: (literal) => /\d/.test(literal),
    help: "Write a date such as `2025-01-31`, or map one",
  },
  time: {
    what: "time of day",
    fits: (literal) => /\d:\d\d/.test(literal),
    help: "Write hours and minutes: `17:30`",
  },
  semver: { what: "version", fits: (literal) => /\d/.test(literal), help: "Write a version such as `1.4.0`" },
};

/** The operators of arrays compare their members, or how many they are. */
const literalOf = ({ group, code }: FilterOperator): Literal | undefined =>
  group === "array" && !code.includes("contain") ? number : LITERALS[group];
