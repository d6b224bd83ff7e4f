// Which names may stand without backticks.

/** The source of a regular expression (with the flag `u`) for a word: the name of a function, a field, a keyword. */
export const WORD = String.raw`[\p{L}_$][\p{L}\p{M}\p{N}_$]*`;

const BARE_NAME = new RegExp(String.raw`^(?:${WORD}|\d+)$`, "u");

/** Names that Make's editor leaves bare; it puts all others in backticks, `_value` and `0` among them. */
export const isPlainName = (name: string): boolean => /^[A-Za-z][A-Za-z0-9_]*$/.test(name);

/** Names that are read as one name when they stand bare, whatever the editor would write. */
export const isBareName = (name: string): boolean => BARE_NAME.test(name);

export const isDigits = (text: string): boolean => /^\d+$/.test(text);
