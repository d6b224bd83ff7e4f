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
  const { byApp, byName } = idsOf(catalog);
  const ofApp = byApp.get(appOf(type));
  const candidates = ofApp ?? (byName.get(nameOf(type)) ?? []).filter((id) => id[0] === type[0]);
  const [meant, ...others] = nearestOnes(type, candidates);
  return meant !== undefined && others.length === 0 && isSlip(type, meant) ? meant : undefined;
}

interface Ids {
  readonly byApp: ReadonlyMap<string, readonly string[]>;
  readonly byName: ReadonlyMap<string, readonly string[]>;
}

function idsOf(catalog: Catalog): Ids {
  let found = idsIn.get(catalog);
  if (found === undefined) {
    const ids = catalog.modules.map(({ module }) => module);
    found = { byApp: groupedBy(ids, appOf), byName: groupedBy(ids, nameOf) };
    idsIn.set(catalog, found);
  }
  return found;
}

const idsIn = new WeakMap<Catalog, Ids>();

function groupedBy(ids: readonly string[], keyOf: (id: string) => string): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const id of ids) {
    const group = groups.get(keyOf(id));
    if (group === undefined) groups.set(keyOf(id), [id]);
    else group.push(id);
  }
  return groups;
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
