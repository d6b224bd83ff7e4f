// Settings for those who check the same files again and again.

import { statSync } from "node:fs";
import { findUpward } from "../find-upward.ts";
import { CONFIGURATION_NAMES, type LintSettings, lintSettings } from "../lint/lint-settings.ts";

export interface KeptSettings {
  /** The settings of a folder, read again when the configuration's file is another one. Mistakes are thrown each time. */
  readonly of: (cwd: string) => Promise<LintSettings>;
  /** Reads everything again: what a configuration names may have changed, too. */
  readonly forget: () => void;
}

export function keepSettings(): KeptSettings {
  const kept = new Map<string, { readonly state: string; readonly settings: LintSettings }>();
  return {
    of: async (cwd) => {
      const state = stateOf(findUpward(cwd, CONFIGURATION_NAMES));
      const known = kept.get(cwd);
      if (known?.state === state) return known.settings;
      const settings = await lintSettings({ cwd });
      kept.set(cwd, { state, settings });
      return settings;
    },
    forget: () => kept.clear(),
  };
}

function stateOf(path: string | undefined): string {
  const file = path === undefined ? undefined : statSync(path, { throwIfNoEntry: false });
  return JSON.stringify([path, file?.mtimeMs, file?.size]);
}
