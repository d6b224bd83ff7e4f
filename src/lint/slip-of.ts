import type { Catalog } from "../catalog/catalog.ts";
import { appOf } from "../model/scenario.ts";
import { nearestOnes } from "../util/nearest.ts";

/**
 * The known module whose id is meant where one letter is too many, missing, another or in the wrong order, or where only
 * upper and lower case differ. Ids that many apps have beside each other are no slips: a plural (`addRow`, `addRows`), a
 * number (`SetVariable`, `SetVariable2`), another verb (`GetVariable`, `SetVariable`).
 */
export function slipOf(type: string, catalog: Catalog): string | undefined {
  if (catalog.find(type) !== undefined) return undefined;
  const found = known.get(catalog) ?? new Map<string, string | undefined>();
  known.set(catalog, found);
  if (!found.has(type)) found.set(type, findSlip(type, catalog));
  return found.get(type);
}

/** The same few unknown modules stand in many scenarios. */
const known = new WeakMap<Catalog, Map<string, string | undefined>>();

function findSlip(type: string, catalog: Catalog): string | undefined {
  const ids = catalog.modules.map(({ module }) => module);
  const app = appOf(type);
  const ofApp = ids.filter((id) => appOf(id) === app);
  const [meant, ...others] =
    ofApp.length > 0
      ? nearestOnes(type, ofApp)
      : nearestOnes(
          type,
          ids.filter((id) => nameOf(id) === nameOf(type) && id[0] === type[0]),
        );
  return meant !== undefined && others.length === 0 && isSlip(type, meant) ? meant : undefined;
}

const nameOf = (type: string): string => type.slice(appOf(type).length);

function isSlip(written: string, meant: string): boolean {
  if (written.toLowerCase() === meant.toLowerCase()) return true;
  if (Math.abs(written.length - meant.length) > 1) return false;
  let start = 0;
  while (start < written.length && written[start] === meant[start]) start++;
  let end = 0;
  while (end < Math.min(written.length, meant.length) - start && written.at(-1 - end) === meant.at(-1 - end)) end++;
  const [wrong, right] = [written, meant].map((id) => id.slice(start, id.length - end)) as [string, string];
  const isSwap = wrong.length === 2 && right === `${wrong[1]}${wrong[0]}`;
  if (!isSwap && Math.max(wrong.length, right.length) > 1) return false;
  const isPlural = end === 0 && `${wrong}${right}` === "s";
  return !isPlural && !/\d/.test(wrong + right) && !(/[A-Z]/.test(wrong) && /[A-Z]/.test(right) && !isSwap);
}
