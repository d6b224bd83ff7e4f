/** Any value as text, whatever it is: an object may have a `toString` that is no function. */
export const asText = (value: unknown): string =>
  typeof value === "object" && value !== null ? (JSON.stringify(value) ?? "") : String(value);
