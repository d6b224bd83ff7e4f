import type { Module } from "../model/scenario.ts";

/** How many bundles a repeater gives, where that is a number in the file. */
export const repeatsOf = ({ type, source }: Module): number | undefined =>
  type === "builtin:BasicRepeater" ? numberOf(source.mapper?.repeats) : undefined;

/** A whole number, as such or as the text that the editor writes. */
export function numberOf(value: unknown): number | undefined {
  if (typeof value === "number") return value;
  return typeof value === "string" && /^\s*\d+\s*$/.test(value) ? Number(value) : undefined;
}
