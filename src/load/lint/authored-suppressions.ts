import type { JsonPlace } from "../../diagnostics/diagnostic.ts";
import type { Suppression } from "../../lint/suppressions.ts";
import type { AuthoredFragment, AuthoredModule, AuthoredScenario, AuthoredSuppression } from "../../model/authored.ts";
import { modulePlace } from "../../model/module-place.ts";
import { buildScenario, type Module } from "../../model/scenario.ts";
import { pointer } from "../../util/json-pointer.ts";

/** A suppression, and the place in the printed blueprint that stands for where its author wrote it. */
export interface PlacedSuppression extends Suppression {
  readonly at: JsonPlace;
}

const cache = new WeakMap<object, readonly PlacedSuppression[]>();

/** What the author of a scenario suppresses. The same objects for each form that it is printed in. */
export function authoredSuppressions(authored: AuthoredScenario | AuthoredFragment): readonly PlacedSuppression[] {
  let suppressions = cache.get(authored);
  if (suppressions === undefined) {
    suppressions = [...collect(authored)];
    cache.set(authored, suppressions);
  }
  return suppressions;
}

function* collect(authored: AuthoredScenario | AuthoredFragment): Generator<PlacedSuppression> {
  if (authored.kind === "scenario") {
    for (const suppression of authored.suppressions ?? [])
      yield { ...suppression, by: "source", target: "scenario", at: { pointer: "" } };
  }
  // Modules stand in the printed blueprint where they stand in the authored one.
  const flows =
    authored.kind === "scenario"
      ? [{ pointer: "/flow", modules: authored.flow }]
      : authored.flows.map((modules, index) => ({ pointer: pointer("", "subflows", index, "flow"), modules }));
  // A step, the merge behind it and the directive of its handler share what their author said.
  const places = new Map<AuthoredSuppression, Module[]>();
  for (const module of buildScenario({ name: authored.name, flows }).modules) {
    for (const suppression of (module.source as unknown as AuthoredModule).suppressions ?? [])
      places.set(suppression, [...(places.get(suppression) ?? []), module]);
  }
  for (const [suppression, modules] of places) {
    const [step] = modules as [Module];
    const pointers = modules.map((module) => module.pointer);
    yield { ...suppression, by: "source", target: { pointers }, at: modulePlace(step) };
  }
}
