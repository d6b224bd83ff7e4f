/** What kind of thing a value of JSON, YAML or a program is, for a message: `text`, `a whole number`, `an array`, `null`. */
export function describeValue(value: unknown): string {
  if (Array.isArray(value)) return "an array";
  switch (typeof value) {
    case "string":
      return "text";
    case "number":
      if (!Number.isFinite(value)) return `\`${value}\``;
      return Number.isInteger(value) ? "a whole number" : "a number";
    case "boolean":
      return `\`${value}\``;
    case "object":
      return value === null ? "`null`" : "an object";
    case "function":
      return "a function";
    default:
      return "nothing";
  }
}
