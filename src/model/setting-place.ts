import type { JsonPlace } from "../diagnostics/diagnostic.ts";
import { isObject } from "../util/is-object.ts";
import { pointer } from "../util/json-pointer.ts";
import type { Scenario } from "./scenario.ts";

/** The place of a setting, also where it is left out; of all settings or `metadata` where those are missing too. */
export const settingPlace = ({ metadata, metadataPointer }: Scenario, key: string): JsonPlace => ({
  pointer: isObject(metadata.scenario) ? pointer(metadataPointer, "scenario", key) : metadataPointer,
});
