// The flags of all commands that print scenarios as blueprints, if only to look at them.

import { Option } from "commander";

/** For commands that go through all environments. */
export const envOption = (): Option =>
  new Option("--env <name>", "only for this environment (default: every one beside the scenarios)");

/** For commands that show one. */
export const oneEnvOption = (): Option =>
  new Option("--env <name>", "for this environment (default: the first one beside the scenarios)");

export const outOption = (): Option =>
  new Option("--out <folder>", "where blueprints are printed to, in a folder per environment").default(
    "dist-blueprints",
  );
