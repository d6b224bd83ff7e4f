import type { FilePosition, JsonPlace } from "../../diagnostics/diagnostic.ts";
import type { CheckedFile } from "../../lint/report.ts";
import type { PrintedScenario } from "../compile-files.ts";
import { shownPath } from "../find-files.ts";
import { type ReadFileResult, readBlueprintOf } from "../read-blueprint-file.ts";
import { namePosition } from "../scenarios/point-at-name.ts";
import { authoredSuppressions, type PlacedSuppression } from "./authored-suppressions.ts";
import type { Paths } from "./lint-settings.ts";

/** What is to be checked, and where it comes from. */
export interface LintInput {
  /** Reads it. What is found between scenarios may ask for it again, after all the others. */
  readonly read: () => ReadFileResult | Promise<ReadFileResult>;
  /** The path in the report. */
  readonly path: string;
  /** Every path that it goes by, absolute; that of the file which a person wrote comes last. */
  readonly paths: Paths;
  /** What a person calls it; without it, as the path says. */
  readonly name?: string;
  /** Of a file of scenarios: which one. */
  readonly slug?: string;
  readonly authored?: readonly PlacedSuppression[];
  /** The name of the step, or of the scenario, that a place belongs to. */
  readonly sourceOf?: NonNullable<CheckedFile["sourceOf"]>;
  /** The same, or something smaller where that is certain. It takes a reader of TypeScript, which is loaded for it. */
  readonly exactly?: () => Promise<NonNullable<CheckedFile["sourceOf"]>>;
}

/** A scenario as it is printed for an environment: what is found in it stands where its author wrote it. */
export function printedInput(printed: PrintedScenario, cwd: string): LintInput {
  const { scenario, path, text, file, sourceOf } = printed;
  // What is about the whole scenario, or about its settings, stands at its name.
  const { position } = scenario;
  const placeOf = ({ pointer }: JsonPlace): FilePosition | undefined =>
    sourceOf(pointer) ?? (position && namePosition(position, file.text, scenario.name));
  const shown = (place: FilePosition | undefined): FilePosition | undefined =>
    place && { ...place, path: shownPath(place.path, cwd) };
  return {
    read: () => readBlueprintOf(path, text),
    path: shownPath(path, cwd),
    paths: [path, file.path],
    name: shownPath(file.path, cwd),
    slug: scenario.slug,
    authored: authoredSuppressions(scenario),
    sourceOf: (place) => shown(placeOf(place)),
    exactly: async () => {
      const { createSourcePlaces } = await import("../source/source-places.ts");
      const exactPlaceOf = createSourcePlaces(printed);
      return (place) => shown(exactPlaceOf(place) ?? placeOf(place));
    },
  };
}
