import { uinteger } from "./field.ts";

/** What a module that gives several bundles says in each of them about its place among them, counted from 1. */
export const bundlePosition = {
  __IMTLENGTH__: uinteger("Total number of bundles"),
  __IMTINDEX__: uinteger("Bundle order position"),
};
