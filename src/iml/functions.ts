import type { ImlFunction } from "./define-function.ts";
import { arrayFunctions } from "./functions/array.ts";
import { dateFunctions } from "./functions/date.ts";
import { generalFunctions } from "./functions/general.ts";
import { mathFunctions } from "./functions/math.ts";
import { textFunctions } from "./functions/text.ts";

/** Every built-in function that a scenario can call, by name. */
export const functions: ReadonlyMap<string, ImlFunction> = new Map(
  [...generalFunctions, ...mathFunctions, ...textFunctions, ...dateFunctions, ...arrayFunctions].map((declaration) => [
    declaration.name,
    declaration,
  ]),
);

/** Names are case-sensitive. */
export const findFunction = (name: string): ImlFunction | undefined => functions.get(name);
