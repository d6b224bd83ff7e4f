import type { Data, DataObject, Json } from "../blueprint/blueprint.ts";
import { type FilePosition, type Problem, problemAt } from "../diagnostics/diagnostic.ts";
import type { Expression, Part, Template } from "../iml/ast.ts";
import { literal } from "../iml/build.ts";
import { printTemplate, UnprintableNameError } from "../iml/print.ts";
import { rewriteTemplate } from "../iml/rewrite.ts";
import { type Binding, bindingOf } from "../model/binding.ts";
import { CHOOSE_ON_IMPORT, type Environment } from "../model/environment.ts";
import { type Expr, isExpr, templateOf, verbatimOf } from "../model/expression.ts";
import { isObject } from "../util/is-object.ts";
import { nearest } from "../util/nearest.ts";

/** Where a value is written, for the words of a problem. */
export interface WrittenFor {
  readonly step: string;
  readonly position: FilePosition | undefined;
}

/** Turns authored values into what a blueprint holds: symbols get their values, expressions become mapping text. */
export interface Writer {
  /** Writes a value. `undefined`: the key is left out. */
  write(value: Data<Expr<unknown>>, written: WrittenFor): Json | undefined;
  readonly problems: readonly Problem[];
}

/** `rewrite` sees every expression before it is printed. */
export function createWriter(environment: Environment, rewrite: (expression: Expression) => Expression): Writer {
  const problems: Problem[] = [];
  const told = new Set<string>();

  function write(value: Data<Expr<unknown>>, at: WrittenFor): Json | undefined {
    if (isExpr(value)) {
      const asItIs = verbatimOf(value);
      if (asItIs) return asItIs.data;
      const template = templateOf(value);
      return template ? writeTemplate(template, at) : undefined;
    }
    if (Array.isArray(value)) return value.map((item) => write(item, at) ?? null);
    if (!isObject(value)) return value as Json;
    const written: Record<string, Json> = {};
    for (const [key, item] of Object.entries(value as DataObject<Expr<unknown>>)) {
      const json = item === undefined ? undefined : write(item, at);
      if (json !== undefined) written[key] = json;
    }
    return written;
  }

  function writeTemplate(template: Template, at: WrittenFor): Json | undefined {
    const [part] = template.parts;
    // A symbol that is the whole value keeps its type: ids are numbers.
    if (template.parts.length === 1 && part?.kind === "mapping" && part.expression?.kind === "placeholder") {
      return lookUp(bindingOf(part.expression), at);
    }
    const filled: Part[] = template.parts.map((piece) => {
      if (piece.kind === "text" || piece.expression?.kind !== "placeholder") return piece;
      const binding = bindingOf(piece.expression);
      return { kind: "text", text: textOf(binding, lookUpPart(binding, at)) };
    });
    const bound = rewriteTemplate({ parts: filled }, (expression) =>
      rewrite(expression.kind === "placeholder" ? literal(lookUpPart(bindingOf(expression), at)) : expression),
    );
    try {
      return printTemplate(bound);
    } catch (error) {
      if (!(error instanceof UnprintableNameError)) throw error;
      tell(`${at.step}: ${error.message}`, at);
      return "";
    }
  }

  function textOf({ inJson }: Binding, value: string | number | boolean): string {
    if (inJson === "value") return JSON.stringify(value);
    const text = String(value);
    return inJson === "part" ? JSON.stringify(text).slice(1, -1) : text;
  }

  /** A value inside of a text or an expression must be known now. */
  function lookUpPart(binding: Binding, at: WrittenFor): string | number | boolean {
    const value = lookUp(binding, at);
    if (value !== undefined) return value;
    tell(
      `\`${binding.name}\` is to be chosen on import, but it stands inside of a text`,
      at,
      `Give it its id under \`${sectionOf(binding)}\` in ${environment.path}`,
    );
    return "";
  }

  function lookUp(binding: Binding, at: WrittenFor): string | number | boolean | undefined {
    const { kind, name } = binding;
    const section = sectionOf(binding);
    const values: Readonly<Record<string, unknown>> = environment[section];
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value === undefined) {
      const [similar] = nearest(name, Object.keys(values));
      tell(
        `\`${name}\` has no value under \`${section}\` in ${environment.path}`,
        at,
        similar === undefined
          ? `Add it to ${environment.path}`
          : `Did you mean \`${similar}\`? Otherwise add it to ${environment.path}`,
      );
      return "";
    }
    if (kind === "webhookUrls") {
      const { url } = value as Environment["webhooks"][string];
      if (url === undefined)
        tell(
          `The webhook \`${name}\` has no \`url\` in ${environment.path}`,
          at,
          `Add the address that Make shows for the hook to ${environment.path}`,
        );
      return url ?? "";
    }
    if (typeof value === "string" && value.includes("{{"))
      tell(
        `The value \`${name}\` in ${environment.path} holds \`{{\`, which Make reads as a mapping`,
        at,
        "Write mappings in the scenario, where they are checked",
      );
    const id =
      kind === "webhooks" ? (value as Environment["webhooks"][string]).id : (value as string | number | boolean);
    if (id === CHOOSE_ON_IMPORT && kind !== "values") return undefined;
    // Modules that call a scenario name it `SCN_<id>`.
    return kind === "scenarios" ? `SCN_${id}` : id;
  }

  function tell(message: string, { position }: WrittenFor, help?: string): void {
    if (told.has(message)) return;
    told.add(message);
    problems.push(problemAt(position, message, help));
  }

  return { write, problems };
}

/** The section of the environment file that holds a binding's value. */
const sectionOf = ({ kind }: Binding): Exclude<Binding["kind"], "webhookUrls"> =>
  kind === "webhookUrls" ? "webhooks" : kind;
