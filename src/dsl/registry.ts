// What was made by this package, and what its files are called.

import type { AuthoredFragment, AuthoredScenario } from "../model/authored.ts";

const made = new WeakSet<object>();

export const remember = (authored: AuthoredScenario | AuthoredFragment): unknown => made.add(authored);

/** Whether a value was made by `scenario()` or `fragment()`: what merely looks like one was never checked. */
export const isAuthored = (value: unknown): value is AuthoredScenario | AuthoredFragment =>
  typeof value === "object" && value !== null && made.has(value);

/** Lower case with dashes: the name of the scenario's files. */
export const slugOf = (name: string): string =>
  name
    .normalize("NFKD")
    .replaceAll(/\p{Mark}/gu, "")
    .toLowerCase()
    .replaceAll(/[^\p{Letter}\p{Number}]+/gu, "-")
    .replaceAll(/^-|-$/gu, "");

export const NAME_IT = "Name it with letters or digits: its files are called by the name";
