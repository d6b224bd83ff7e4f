import { type EvaluationContext, evaluateTemplate } from "../../src/iml/evaluate.ts";

export const NOW = new Date("2026-03-04T05:06:07.089Z");

/** Values as JSON would have them: dates as ISO 8601, bytes as hexadecimal digits, nothing as null. */
export function plain(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Uint8Array) return Buffer.from(value).toString("hex");
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value === "object" && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plain(item)]));
  }
  return value ?? null;
}

export interface Given extends Partial<EvaluationContext> {
  /** What modules gave out, by id. */
  readonly bundles?: Readonly<Record<number, unknown>>;
}

/** The plain value of a field's text, or what its error says. */
export function fieldValue(text: string, { bundles, ...context }: Given = {}): unknown {
  const result = evaluateTemplate(text, { now: NOW, bundle: (id) => bundles?.[id], ...context });
  return result.ok ? plain(result.value) : `error: ${result.error.message}`;
}

/** The same of an expression. */
export const expressionValue = (expression: string, given?: Given): unknown => fieldValue(`{{${expression}}}`, given);
