/**
 * The same JSON with an escape for each character that nobody sees: control characters and marks that turn the writing
 * round stand in texts alone, and would steer a terminal or deceive a reader.
 */
export const visibleJson = (json: string): string =>
  json.replace(
    /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
