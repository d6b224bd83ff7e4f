// Reads templates into trees: an operator-precedence parser that keeps every byte and never gives up on a field.
//
// Recovery works in *slots*: a mapping, an argument, an index, the inside of parentheses. Where a slot holds something
// that no tree can express, that slot alone becomes an `Invalid` node, the first reason is reported, and reading goes
// on, so that several mistakes in one field are found at once.

import type {
  Call,
  EmptyArgument,
  Expression,
  Group,
  Invalid,
  MappingPart,
  NumberLiteral,
  Range,
  Segment,
  StringLiteral,
  Unary,
} from "./ast.ts";
import { isBinaryOperator, PRECEDENCE } from "./precedence.ts";
import type { ImlProblem } from "./problem.ts";
import { Recovery } from "./recovery.ts";
import type { MappingSpan } from "./scan.ts";
import * as syntax from "./syntax-problems.ts";
import { type Before, TokenCursor } from "./token-cursor.ts";
import { nameOf, numberOf, rangeOf, rootOf, spacingOf, stringOf } from "./token-nodes.ts";
import type { Token } from "./tokenize.ts";

// No scenario comes near; they keep the recursion of everything that walks a tree within the stack.
const MAX_DEPTH = 250;
const MAX_OPERATORS = 2000;

/** Tokens that are a value and cannot be the parenthesis of a call. */
const VALUE_KINDS: ReadonlySet<Token["kind"]> = new Set<Token["kind"]>(["number", "digits", "word", "name", "string"]);

type Slot = "mapping" | "argument" | "index" | "group";

/** Reads what stands between the braces of one mapping, once; what is wrong is added to `problems`. */
export class MappingParser {
  private readonly span: MappingSpan;
  private readonly tokens: TokenCursor;
  private readonly recovery: Recovery;
  private operators = 0;
  private depth = 0;
  private slotKind: Slot = "mapping";
  /** How many slots of each kind are being read, the current one included. */
  private readonly open: Record<Slot, number> = { mapping: 0, argument: 0, index: 0, group: 0 };

  constructor(text: string, span: MappingSpan, problems: ImlProblem[]) {
    this.span = span;
    this.tokens = new TokenCursor(text, span.start + 2, span.end - 2);
    this.recovery = new Recovery(problems);
  }

  mapping(): MappingPart {
    const expression = this.slot("mapping", "");
    const after = this.tokens.gap();
    const { start, end } = this.span;
    return { kind: "mapping", expression, range: { start, end }, ...(after !== "" && { after }) };
  }

  /** `lead` is what the printer puts before the first token of its own accord. */
  private slot(kind: Slot, lead: string): Expression | undefined {
    const outer = { kind: this.slotKind, broken: this.recovery.isBroken };
    this.slotKind = kind;
    this.recovery.isBroken = false;
    this.open[kind]++;
    if (++this.depth > MAX_DEPTH) this.abandon(`${MAX_DEPTH} levels`);

    let expression: Expression | undefined;
    if (!this.endsSlot()) {
      const start = this.tokens.current.start;
      const before = this.tokens.before(lead);
      expression = this.expression(0, lead);
      while (!this.endsSlot()) {
        this.reportUnjoined();
        this.expression(0, lead);
      }
      if (this.recovery.isBroken) expression = this.invalid(start, before);
    }

    this.depth--;
    this.open[kind]--;
    this.slotKind = outer.kind;
    this.recovery.isBroken = outer.broken;
    return expression;
  }

  /** A bracket or separator that belongs further out also ends the slot: what is missing is then the inner one. */
  private endsSlot(): boolean {
    const { kind, text } = this.tokens.current;
    if (kind === "end") return true;
    if (text === ";") return this.open.argument > 0;
    if (text === ",") return this.slotKind === "argument";
    if (text === ")") return this.open.argument + this.open.group > 0;
    return text === "]" && this.open.index > 0;
  }

  /** One value stands behind another. */
  private reportUnjoined(): void {
    const { kind, text } = this.tokens.current;
    if (kind === "word" && syntax.isInfixWord(text)) {
      this.recovery.fail(syntax.infixWord(rangeOf(this.tokens.advance()), text));
    } else if (kind === "invalid" || text === "{" || text === "[") {
      this.recovery.isBroken = true; // These report themselves.
    } else if (this.startsOperand()) {
      this.recovery.fail(syntax.missingOperator(rangeOf(this.tokens.current), text));
    }
  }

  private expression(minimum: number, lead: string): Expression {
    const start = this.tokens.current.start;
    let left = this.operand(lead);
    for (;;) {
      const { kind, text: operator } = this.tokens.current;
      if (kind !== "operator" || !isBinaryOperator(operator)) return left;
      const precedence = PRECEDENCE[operator];
      if (precedence <= minimum) return left;
      if (++this.operators > MAX_OPERATORS) {
        this.abandon(`${MAX_OPERATORS} operators`);
        return left;
      }
      const spacing = this.tokens.gap();
      const operatorRange = rangeOf(this.tokens.advance());
      const right = this.expression(precedence, " ");
      const range = this.tokens.rangeFrom(start);
      left = { kind: "binary", operator, left, right, range, operatorRange, ...(spacing !== " " && { spacing }) };
    }
  }

  private operand(lead: string): Expression {
    while (!this.startsOperand()) {
      if (this.endsSlot()) return this.missingOperand();
      this.reportNoOperand();
      this.tokens.advance();
    }
    const { kind, text } = this.tokens.current;
    switch (kind) {
      case "operator":
        return this.unary(lead);
      case "number":
        return this.literal(lead);
      case "digits": {
        const behind = this.tokens.peek(1).text;
        return behind === "." || behind === "[" ? this.reference(lead) : this.literal(lead);
      }
      case "string":
        return this.member(this.literal(lead));
      case "word":
      case "name":
        return this.reference(lead);
      case "mark":
        return text === "(" ? this.member(this.group(lead)) : this.jsonLiteral(lead);
      default:
        return this.invalidToken(lead);
    }
  }

  private startsOperand(): boolean {
    const { kind, text } = this.tokens.current;
    if (kind === "word") return text.toLowerCase() !== "not" || !VALUE_KINDS.has(this.tokens.peek(1).kind);
    if (kind === "operator") return text === "-" || text === "!";
    if (kind === "mark") return text === "(" || text === "{" || text === "[";
    return kind !== "end";
  }

  private reportNoOperand(): void {
    this.recovery.fail(syntax.noOperand(rangeOf(this.tokens.current), this.tokens.current));
    // The inner `}}` has ended the outer mapping.
    if (this.tokens.current.text === "{{") this.recovery.expectEarlyEnd();
  }

  private missingOperand(): Invalid {
    const previous = this.tokens.peek(-1);
    const isOperator = previous.kind === "operator";
    this.recovery.fail(
      isOperator
        ? syntax.missingRight(rangeOf(previous), previous.text)
        : syntax.missingValue(rangeOf(this.tokens.current)),
    );
    return { kind: "invalid", text: "" };
  }

  private unary(lead: string): Unary {
    const before = this.tokens.before(lead);
    const { start, text } = this.tokens.advance();
    if (++this.depth > MAX_DEPTH) this.abandon(`${MAX_DEPTH} levels`);
    const operand = this.operand("");
    this.depth--;
    return {
      kind: "unary",
      operator: text === "-" ? "-" : "!",
      operand,
      range: this.tokens.rangeFrom(start),
      ...before,
    };
  }

  private group(lead: string): Group | Invalid {
    const before = this.tokens.before(lead);
    const open = this.tokens.advance();
    const expression = this.slot("group", "");
    const after = this.tokens.gap();
    this.close(")", open);
    const range = this.tokens.rangeFrom(open.start);
    if (expression === undefined) {
      this.recovery.fail(syntax.missingValue(range));
      return this.invalid(open.start, before);
    }
    return { kind: "group", expression, range, ...(after !== "" && { after }), ...before };
  }

  private literal(lead: string): StringLiteral | NumberLiteral {
    const before = this.tokens.before(lead);
    const token = this.tokens.advance();
    return token.kind === "string" ? stringOf(token, before) : numberOf(token, before);
  }

  private reference(lead: string): Expression {
    const before = this.tokens.before(lead);
    const root = this.tokens.advance();
    if (root.kind === "word" && this.tokens.current.text === "(") return this.member(this.call(rangeOf(root), before));
    const path = this.path();
    const range = this.tokens.rangeFrom(root.start);
    if (this.tokens.current.text !== "(") return { kind: "reference", root: rootOf(root), path, range, ...before };
    // `JSON.stringify(…)` can be told from a function by its name alone; `1.items.map(…)` is no call at all.
    const isDotted = root.kind === "word" && path.every(isPlainSegment);
    if (!isDotted) this.recovery.fail(syntax.methodCall(range, this.tokens.textIn(range)));
    return this.member(this.call(range, before));
  }

  /** The path of members behind a call, a group or a text, if there is one. */
  private member(object: Expression): Expression {
    const start = object.range?.start ?? this.tokens.current.start;
    const path = this.path();
    if (path.length === 0) return object;
    const range = this.tokens.rangeFrom(start);
    if (this.tokens.current.text === "(") {
      this.recovery.fail(syntax.methodCall(range, this.tokens.textIn(range)));
      this.call(range, {});
    }
    return { kind: "member", object, path, range };
  }

  private path(): readonly Segment[] {
    const path: Segment[] = [];
    for (;;) {
      const { text } = this.tokens.current;
      const segment = text === "." ? this.property() : text === "[" ? this.index() : undefined;
      if (segment === undefined) return path;
      path.push(segment);
    }
  }

  private property(): Segment | undefined {
    const blanksBefore = this.tokens.gap();
    const dot = this.tokens.advance();
    const name = this.tokens.current;
    if (name.kind !== "word" && name.kind !== "name" && name.kind !== "digits") {
      if (name.kind === "invalid") this.recovery.isBroken = true;
      else this.recovery.fail(syntax.missingName(rangeOf(dot)));
      return undefined;
    }
    const spacing = spacingOf(blanksBefore, this.tokens.gap());
    this.tokens.advance();
    if (name.kind === "digits" && this.tokens.current.kind === "word" && this.tokens.gap() === "") {
      this.tokens.advance();
      const range = this.tokens.rangeFrom(name.start);
      this.recovery.fail(syntax.unquotedName(range, this.tokens.textIn(range)));
    }
    return { kind: "property", ...nameOf(name), range: this.tokens.rangeFrom(dot.start), ...spacing };
  }

  private index(): Segment {
    const blanksBefore = this.tokens.gap();
    const open = this.tokens.advance();
    const index = this.slot("index", "");
    const spacing = spacingOf(blanksBefore, this.tokens.gap());
    this.close("]", open);
    return { kind: "index", index, range: this.tokens.rangeFrom(open.start), ...spacing };
  }

  /** The parenthesis is the current token; `nameRange` is what stands before it. */
  private call(nameRange: Range, before: Before): Call | Invalid {
    const spacing = [this.tokens.gap()];
    const open = this.tokens.advance();
    const args: (Expression | EmptyArgument)[] = [];
    const commas: Range[] = [];
    let isMixed = false;
    if (this.tokens.current.text === ")") spacing.push(this.tokens.gap());
    else {
      for (;;) {
        const lead = args.length === 0 ? "" : " ";
        const argument = this.slot("argument", lead) ?? this.emptyArgument(lead);
        args.push(argument);
        spacing.push(argument.kind === "empty" ? "" : this.tokens.gap());
        if (this.tokens.current.text === ",") commas.push(rangeOf(this.tokens.current));
        else if (this.tokens.current.text !== ";") break;
        else isMixed = true;
        this.tokens.advance();
      }
    }
    this.close(")", { start: nameRange.start, end: open.end });
    const [comma] = commas;
    if (comma !== undefined) {
      this.recovery.report(syntax.commaSeparator(comma, isMixed ? [] : commas));
      return this.invalid(nameRange.start, before);
    }
    const name = this.tokens.textIn(nameRange);
    const range = this.tokens.rangeFrom(nameRange.start);
    const hasBlanks = spacing.some((blanks) => blanks !== "");
    return { kind: "call", name, args, range, nameRange, ...(hasBlanks && { spacing }), ...before };
  }

  private emptyArgument(lead: string): EmptyArgument {
    const { start } = this.tokens.current;
    return { kind: "empty", range: { start, end: start }, ...this.tokens.before(lead) };
  }

  private invalidToken(lead: string): Invalid {
    const before = this.tokens.before(lead);
    const { start, problem } = this.tokens.advance();
    if (problem !== undefined) this.recovery.report(problem);
    // A quote that never closes has swallowed what would have closed the brackets around it.
    if (problem?.code === "unclosed-quote") this.recovery.expectEarlyEnd();
    return this.invalid(start, before);
  }

  /** `{…}` or `[…]`, up to its closing bracket. */
  private jsonLiteral(lead: string): Invalid {
    const before = this.tokens.before(lead);
    const { start, text } = this.tokens.current;
    if (!this.tokens.skipBrackets()) this.recovery.expectEarlyEnd();
    const range = this.tokens.rangeFrom(start);
    this.recovery.report(text === "{" ? syntax.objectLiteral(range) : syntax.arrayLiteral(range));
    return this.invalid(start, before);
  }

  private invalid(start: number, before: Before): Invalid {
    const range = this.tokens.rangeFrom(start);
    return { kind: "invalid", text: this.tokens.textIn(range), range, ...before };
  }

  /** `open` is what the bracket closes. */
  private close(bracket: ")" | "]", open: Range): void {
    if (this.tokens.current.text === bracket) {
      this.tokens.advance();
      return;
    }
    const problem = syntax.unclosedBracket(rangeOf(open), this.tokens.textIn(open));
    if (this.tokens.current.kind === "end") this.recovery.failAtEnd(problem);
    else this.recovery.fail(problem);
  }

  private abandon(limit: string): void {
    this.recovery.abandon(syntax.tooComplex({ start: this.span.start, end: this.span.end }, limit));
    this.tokens.skipToEnd();
  }
}

const isPlainSegment = (segment: Segment): boolean =>
  segment.kind === "property" && segment.quoted === undefined && segment.spacing === undefined;
