// JSON pointers (RFC 6901): `/flow/0/mapper/to`. The empty pointer is the whole document.

/** The pointer of what stands some steps below another pointer; each step is a property name or an array index. */
export function pointer(base: string, ...steps: readonly (string | number)[]): string {
  let path = base;
  for (const step of steps) path += `/${typeof step === "number" ? step : escaped(step)}`;
  return path;
}

/** Hardly any name has one of the two, and pointers are made by the million. */
const escaped = (step: string): string =>
  step.includes("~") || step.includes("/") ? step.replaceAll("~", "~0").replaceAll("/", "~1") : step;

/** The steps of a pointer from the top of the document, unescaped. Array indexes come back as text. */
export const parsePointer = (path: string): readonly string[] => path.split("/").slice(1).map(unescaped);

/** A step as a pointer has it, without escapes. */
export const unescaped = (step: string): string =>
  step.includes("~") ? step.replaceAll("~1", "/").replaceAll("~0", "~") : step;

const isEnumerable = Object.prototype.propertyIsEnumerable;

/** What stands at a pointer in a parsed document; `undefined` when nothing does. */
export function resolvePointer(json: unknown, path: string): unknown {
  let value = json;
  for (const step of parsePointer(path)) {
    // Own and enumerable: neither `toString` nor the `length` of an array.
    if (typeof value !== "object" || value === null || !isEnumerable.call(value, step)) return undefined;
    value = (value as Record<string, unknown>)[step];
  }
  return value;
}
