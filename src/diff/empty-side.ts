import type { ScenarioSide } from "./compare-scenarios.ts";

/** What a scenario that is new, or gone, is compared with. */
export const emptySide = (other: ScenarioSide | undefined): ScenarioSide => ({
  scenario: {
    name: "",
    isFragment: other?.scenario.isFragment ?? false,
    flows: [],
    orphans: [],
    modules: [],
    metadata: {},
    metadataPointer: "/metadata",
    settings: {},
    scheduling: undefined,
    find: () => undefined,
  },
  blueprint: {},
});
