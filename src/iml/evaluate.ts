// Gives mappings the values that Make gives them. Where sources disagree on what these are, `docs/iml-fidelity.md`
// tells which side is taken, and in which file.

import type { Binary, Call, Expression, Part, Range, Reference, Segment, Template } from "./ast.ts";
import { asOperand, isTrue, toText } from "./coerce.ts";
import { type CustomFunction, callCustomFunction } from "./custom-functions.ts";
import type { CallScope } from "./define-function.ts";
import { attempt, EvaluationError, type Result } from "./evaluation-error.ts";
import { findFunction, functionsOfCustomApps } from "./functions.ts";
import { keywords } from "./keywords.ts";
import { Budget, MAX_SIZE, tooLarge } from "./limits.ts";
import { operate } from "./operate.ts";
import { parseTemplate } from "./parse.ts";
import { itemAt, valueUnder } from "./path.ts";
import type { Value } from "./value.ts";

/** What a mapping is evaluated in. Data are plain values: what JSON has, dates, and bytes. */
export interface EvaluationContext {
  /** What the module with this id gave out; `undefined` where it gave nothing, or where there is no such module. */
  readonly bundle?: (moduleId: number) => unknown;
  /** What names stand for that are no module: above all `var`, with the families `input`, `scenario` and so on. */
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly customFunctions?: ReadonlyMap<string, CustomFunction>;
  readonly now: Date;
  /** The organization's time zone, a name of the IANA database. Default: UTC. */
  readonly timezone?: string;
  /** From 0 up to, but not including, 1; also what `uuid` and `shuffle` are made of. Default: `Math.random`. */
  readonly random?: () => number;
  readonly executionId?: string;
}

/**
 * The value of a field: that of the expression where the field is a single mapping, else a text. What fails comes back
 * as an error; nothing is thrown.
 */
export const evaluateTemplate = (template: Template | string, context: EvaluationContext): Result<Value> =>
  attempt(() => new Evaluator(context).template(template));

/** Mistakes that leave nothing but plain text behind. */
const HARMLESS: ReadonlySet<string> = new Set(["doubled-braces", "unclosed-mapping"]);

/** Far more than anybody nests, and less than half of what the stack holds. */
const MAX_DEPTH = 500;

/** Evaluates templates one after the other, all within one budget. */
export class Evaluator {
  readonly scope: CallScope;
  private readonly context: EvaluationContext;
  private depth = 0;

  constructor(context: EvaluationContext) {
    this.context = context;
    const { now, timezone = "UTC", random = Math.random } = context;
    this.scope = { now, timezone, random, budget: new Budget() };
  }

  template(template: Template | string): Value {
    const { parts } = typeof template === "string" ? this.parse(template) : template;
    const [first] = parts;
    if (parts.length === 1 && first?.kind === "mapping") return this.part(first);
    let text = "";
    for (const part of parts) {
      text += toText(this.part(part));
      if (text.length > MAX_SIZE) throw tooLarge();
    }
    return text;
  }

  private parse(text: string): Template {
    const { template, problems } = parseTemplate(text);
    const fatal = problems.filter(({ code }) => !HARMLESS.has(code));
    if (fatal[0] !== undefined) throw validationError(fatal.length, fatal[0].range);
    return template;
  }

  private part(part: Part): Value {
    if (part.kind === "text") return part.text;
    return part.expression === undefined ? undefined : this.expression(part.expression);
  }

  private expression(expression: Expression): Value {
    if (++this.depth > MAX_DEPTH) {
      throw new EvaluationError(`The expression has more than ${MAX_DEPTH} levels`, expression.range);
    }
    const value = this.evaluate(expression);
    this.depth--;
    return value;
  }

  private evaluate(expression: Expression): Value {
    switch (expression.kind) {
      case "string":
      case "number":
        return expression.value;
      case "reference":
        return this.reference(expression);
      case "call":
        return this.call(expression);
      case "member":
        return this.scope.budget.admit(this.path(this.expression(expression.object), expression.path));
      case "unary":
        return expression.operator === "!"
          ? !isTrue(this.expression(expression.operand))
          : -asOperand(this.expression(expression.operand));
      case "binary":
        return this.binary(expression);
      case "group":
        return this.expression(expression.expression);
      case "invalid":
        throw validationError(1, expression.range);
      case "placeholder":
        throw new Error("A placeholder must be filled before its expression is evaluated");
    }
  }

  /** `a + b + c + …` is as deep a tree as it is long, so its left side is not evaluated by recursion. */
  private binary(expression: Binary): Value {
    const operations: Binary[] = [];
    let left: Expression = expression;
    for (; left.kind === "binary"; left = left.left) operations.push(left);
    return operations.reduceRight<Value>(
      (value, { operator, right }) => operate(operator, value, () => this.expression(right), this.scope.timezone),
      this.expression(left),
    );
  }

  private reference({ root, path }: Reference): Value {
    const { bundle, variables = {}, executionId } = this.context;
    const { now, random, budget } = this.scope;
    if (root.kind === "module") return budget.admit(this.path(bundle?.(root.id) as Value, path));
    const keyword = root.quoted === true ? undefined : keywords.get(root.name);
    return keyword === undefined
      ? budget.admit(this.path(valueUnder(variables as Readonly<Record<string, Value>>, root.name), path))
      : this.path(keyword.evaluate({ now, random, executionId }), path);
  }

  private path(from: Value, path: readonly Segment[]): Value {
    return path.reduce<Value>((value, segment) => {
      if (segment.kind === "property") return valueUnder(value, segment.name);
      return itemAt(value, segment.index === undefined ? 1 : asOperand(this.expression(segment.index)));
    }, from);
  }

  private call({ name, args, nameRange }: Call): Value {
    const custom = this.context.customFunctions?.get(name);
    const builtin = findFunction(name) ?? functionsOfCustomApps.get(name);
    if (custom === undefined && builtin === undefined) {
      throw new EvaluationError(`Function '${name}' not found!`, nameRange);
    }
    const lazy = args.map((arg) => () => (arg.kind === "empty" ? undefined : this.expression(arg)));
    const { depth } = this;
    try {
      return custom === undefined ? builtin?.call(lazy, this.scope) : callCustomFunction(custom, lazy, this.scope);
    } catch (error) {
      if (!(error instanceof EvaluationError)) throw error;
      throw new EvaluationError(`Function '${name}' finished with error! ${error.message}`, error.range ?? nameRange);
    } finally {
      this.depth = depth;
    }
  }
}

const validationError = (problems: number, range: Range | undefined): EvaluationError =>
  new EvaluationError(`Scenario validation failed - ${problems} problem(s) found`, range);
