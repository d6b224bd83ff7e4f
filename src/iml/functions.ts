import type { ImlFunction } from "./define-function.ts";
import { arrayCollectionFunctions } from "./functions/array-collections.ts";
import { itemFunctions } from "./functions/array-items.ts";
import { orderFunctions } from "./functions/array-order.ts";
import { choosingFunctions } from "./functions/choose.ts";
import { collectionFunctions } from "./functions/collections.ts";
import { customAppFunctions } from "./functions/custom-apps.ts";
import { datePartFunctions } from "./functions/date-parts.ts";
import { dateTextFunctions } from "./functions/date-text.ts";
import { encodingFunctions } from "./functions/encode.ts";
import { escapeFunctions } from "./functions/escape.ts";
import { letterFunctions } from "./functions/letters.ts";
import { numberTextFunctions } from "./functions/number-text.ts";
import { replaceFunctions } from "./functions/replace.ts";
import { roundingFunctions } from "./functions/rounding.ts";
import { searchFunctions } from "./functions/search.ts";
import { statisticsFunctions } from "./functions/statistics.ts";

const byName = (declarations: readonly ImlFunction[]): ReadonlyMap<string, ImlFunction> =>
  new Map(declarations.map((declaration) => [declaration.name, declaration]));

const byNameWithinGroup = (declarations: readonly ImlFunction[]): readonly ImlFunction[] =>
  declarations.toSorted((a, b) => (a.name < b.name ? -1 : 1));

/** Every built-in function that a scenario can call, by name: group by group, in the order of the editor's tabs. */
export const functions: ReadonlyMap<string, ImlFunction> = byName(
  [
    [...choosingFunctions, ...collectionFunctions],
    [...roundingFunctions, ...statisticsFunctions, ...numberTextFunctions],
    [...letterFunctions, ...searchFunctions, ...replaceFunctions, ...escapeFunctions, ...encodingFunctions],
    [...dateTextFunctions, ...datePartFunctions],
    [...itemFunctions, ...orderFunctions, ...arrayCollectionFunctions],
  ].flatMap(byNameWithinGroup),
);

/** Every function that only custom apps can call, by name. */
export const functionsOfCustomApps: ReadonlyMap<string, ImlFunction> = byName(customAppFunctions);

/** Names are case-sensitive. */
export const findFunction = (name: string): ImlFunction | undefined => functions.get(name);
