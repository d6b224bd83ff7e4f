import { certainForm, ownForm } from "../../src/catalog/form.ts";
import type { ModuleCall } from "../../src/catalog/module.ts";
import type { Part } from "../../src/iml/ast.ts";
import { printTemplate } from "../../src/iml/print.ts";
import type { ModuleForm } from "../../src/model/authored.ts";
import { bindingOf } from "../../src/model/binding.ts";
import { templateOf } from "../../src/model/expression.ts";
import { isObject } from "../../src/util/is-object.ts";

interface Values {
  readonly parameters: unknown;
  readonly mapper: unknown;
}

/** What a module call puts into a blueprint, as a person reads it there. A binding is shown as `<connections: google>`. */
export function valuesOf({ declaration, input }: ModuleCall<unknown>): Values {
  return readableValues(ownForm(declaration, input));
}

/** The same for its form over apps whose identifiers are certain, which it must have. */
export function certainValuesOf({ declaration, input }: ModuleCall<unknown>): Values & { readonly module: string } {
  const form = certainForm(declaration, input);
  if (form === undefined) throw new Error(`${declaration.module} has no certain form`);
  return { module: form.module, ...readableValues(form) };
}

const readableValues = ({ parameters, mapper }: ModuleForm): Values => ({
  parameters: readable(parameters),
  mapper: readable(mapper),
});

function readable(value: unknown): unknown {
  const template = templateOf(value);
  if (template) return printTemplate({ parts: template.parts.map(withNamedBinding) });
  if (Array.isArray(value)) return value.map(readable);
  if (isObject(value)) return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, readable(inner)]));
  return value;
}

function withNamedBinding(part: Part): Part {
  if (part.kind === "text" || part.expression?.kind !== "placeholder") return part;
  const { kind, name } = bindingOf(part.expression);
  return { kind: "text", text: `<${kind}: ${name}>` };
}
