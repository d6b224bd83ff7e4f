// A step's output, used as if it were data. A reference is a proxy: each property read makes a longer path. It is also
// callable, because `items.at(2)` must be told from a field that happens to be called `at`.

import type { Lens } from "../catalog/module.ts";
import type { Expression, Reference, Segment } from "../iml/ast.ts";
import { index, literal, property } from "../iml/build.ts";
import {
  isExpr,
  mapping,
  type Ref,
  refuseText,
  templateExpression,
  templateKey,
  templateOf,
} from "../model/expression.ts";
import { refuse } from "./mistakes.ts";

/** Makes the reference to a module's output, or to a named variable such as `var.input`. */
export function ref<T>(root: Reference, lens?: Lens): Ref<T> {
  return proxy(root, root, lens) as Ref<T>;
}

/** `root` is the whole output, `reference` what has been reached by now. */
function proxy(root: Reference, reference: Reference, lens: Lens | undefined): unknown {
  const template = { parts: [{ kind: "mapping", expression: reference }] };
  return new Proxy(() => undefined, {
    get(_, key) {
      if (key === templateKey) return template;
      if (key === Symbol.toPrimitive) return refuseText;
      if (typeof key === "symbol") return undefined;
      const found = lens !== undefined && Object.hasOwn(lens, key) ? lens[key] : undefined;
      if (typeof found === "function") return fromExpression(found(root));
      return proxy(root, longer(reference, property(key)), found);
    },
    apply(_, __, [position]: readonly unknown[]) {
      const method = reference.path.at(-1);
      const list: Reference = { ...reference, path: reference.path.slice(0, -1) };
      const name = method?.kind === "property" ? method.name : "";
      const positions: Readonly<Record<string, unknown>> = { at: position, first: 1, last: -1 };
      if (!Object.hasOwn(positions, name)) {
        refuse(
          name === "" ? "A step's output is no function" : `\`${name}\` is a field of a step's output, not a function`,
          "Functions of the mapping language are called as fn.name(value)",
        );
      }
      const item = longer(list, index(asExpression(positions[name])));
      return proxy(item, item, undefined);
    },
    ownKeys: () =>
      refuse(
        "The fields of a step's output are known only at run time, and cannot be spread or listed",
        "Name the fields one by one",
      ),
  });
}

const longer = (reference: Reference, segment: Segment): Reference => ({
  ...reference,
  path: [...reference.path, segment],
});

const fromExpression = (expression: Expression): unknown =>
  expression.kind === "reference" ? ref(expression) : mapping(expression);

/** A value as an operand of an expression. */
export function asExpression(value: unknown): Expression {
  const template = templateOf(value);
  if (template) return templateExpression(template);
  if (value instanceof Date) return literal(value.toISOString());
  if (value === null || value === undefined) return literal(null);
  if (typeof value === "string" || typeof value === "boolean") return literal(value);
  if (typeof value === "number" && Number.isFinite(value)) return literal(value);
  return refuse(
    `A value of the type ${Array.isArray(value) ? "list" : typeof value} cannot stand in an expression`,
    "Give a step's output, text, a number, true, false or null: the mapping language has no lists or objects",
  );
}

/** The provisional id of the step whose output this is, if it is one. */
export function stepOf(value: unknown): number | undefined {
  if (!isExpr(value)) return undefined;
  const [part] = templateOf(value)?.parts ?? [];
  const expression = part?.kind === "mapping" ? part.expression : undefined;
  return expression?.kind === "reference" && expression.root.kind === "module" ? expression.root.id : undefined;
}
