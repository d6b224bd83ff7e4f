// What is there without any step: the clock, the run, the scenario, the organization.

import { property, keyword as word } from "../iml/build.ts";
import { type Expr, mapping, type Ref } from "../model/expression.ts";
import { ref } from "./ref.ts";

const keyword = <T>(name: string): Expr<T> => mapping<T>(word(name));

/** The moment at which the mapping is evaluated. */
export const now = keyword<Date>("now");
/** The same in seconds since 1970. */
export const timestamp = keyword<number>("timestamp");
/** A fresh random UUID, version 4. */
export const uuid = keyword<string>("uuid");
/** A random number from 0 up to 1, without 1. */
export const random = keyword<number>("random");
export const pi = keyword<number>("pi");
/** The id of the run. */
export const executionId = keyword<string>("executionId");

/** Values that fields can be set to. */
export const keywords = {
  /** As if the field were not given. */
  ignore: keyword<never>("ignore"),
  /** Empties the field. */
  erase: keyword<never>("erase"),
  null: keyword<null>("null"),
  emptyText: keyword<string>("emptystring"),
  emptyList: keyword<never[]>("emptyarray"),
  space: keyword<string>("space"),
  noBreakSpace: keyword<string>("nbsp"),
  tab: keyword<string>("tab"),
  newline: keyword<string>("newline"),
  carriageReturn: keyword<string>("carriagereturn"),
};

const variable = <T>(...path: readonly string[]): Ref<T> => ref<T>({ ...word("var"), path: path.map(property) });

/** The scenario that runs. */
export const thisScenario = variable<{
  readonly name: string;
  readonly url: string;
  readonly executionId: string;
  readonly executionUrl: string;
}>("scenario");

/** A variable of the organization. A change made during a run is seen by the next one. */
export const organizationVariable = <T extends string | number | boolean | Date = string>(name: string): Expr<T> =>
  variable<T>("organization", name);

/** A variable of the team. A change made during a run is seen by the next one. */
export const teamVariable = <T extends string | number | boolean | Date = string>(name: string): Expr<T> =>
  variable<T>("team", name);
