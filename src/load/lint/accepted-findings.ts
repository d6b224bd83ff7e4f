// Findings that somebody accepts, over all files of a run: what hides them, and what is wrong with that.

import { dirname } from "node:path";
import type { Finding } from "../../lint/linter.ts";
import type { CheckedFile } from "../../lint/report.ts";
import { checkSuppression, type SuppressedFinding, type Suppression, suppress } from "../../lint/suppressions.ts";
import type { Scenario } from "../../model/scenario.ts";
import { pointer } from "../../util/json-pointer.ts";
import { looksLikeBlueprint, SCENARIO_ENDING, shownPath } from "../find-files.ts";
import type { PlacedSuppression } from "./authored-suppressions.ts";
import type { LintSettings, Paths } from "./lint-settings.ts";

/** One file, or one printed form of a scenario. */
export interface FoundFile {
  readonly paths: Paths;
  readonly scenario: Scenario;
  readonly findings: readonly Finding[];
  /** What the scenario's author suppresses. */
  readonly authored: readonly PlacedSuppression[];
}

export interface AcceptedFindings {
  /** Takes what is suppressed from the findings. */
  readonly take: (file: FoundFile) => {
    readonly kept: readonly Finding[];
    readonly suppressed: readonly SuppressedFinding[];
  };
  /** What is wrong with a scenario's suppressions, by the rule that they name; to be asked when all files were seen. */
  readonly faultsIn: (
    file: Pick<FoundFile, "paths" | "authored">,
  ) => readonly { readonly suppressed: string; readonly finding: Finding }[];
  /** The same for the configuration's, as findings in its file. */
  readonly faultsInConfiguration: () => Promise<readonly CheckedFile[]>;
}

export interface AcceptanceOptions {
  readonly cwd: string;
  /** Today, `2027-01-31`. */
  readonly today: string;
  /** Whether scenarios are printed in all their forms. In one alone, a suppression may have nothing to hide. */
  readonly isWhole: boolean;
}

export function acceptedFindings(settings: LintSettings, { cwd, today, isWhole }: AcceptanceOptions): AcceptedFindings {
  const { configuration, mandatory, settableRules: known } = settings;
  const used = new Set<Suppression>();
  const seen: Paths[] = [];

  const isOn = ({ rule: id }: Suppression, paths: Paths): boolean => {
    const rule = settings.settableRules.find((candidate) => candidate.id === id);
    return rule === undefined || settings.severityOf(paths)(rule) !== "off";
  };

  return {
    take: ({ paths, scenario, findings, authored }) => {
      seen.push(paths);
      const suppressions = [...authored, ...settings.suppressionsFor(paths)];
      const taken = suppress(findings, scenario, suppressions, { mandatory, today, known });
      for (const { suppression } of taken.suppressed) used.add(suppression);
      return taken;
    },

    faultsIn: ({ paths, authored }) =>
      authored.flatMap((suppression) =>
        checkSuppression(suppression, {
          at: suppression.at,
          isUsed: used.has(suppression) || !isWhole || !isOn(suppression, paths),
          severityOf: settings.severityOf(paths),
          mandatory,
          known,
          today,
        }).map((finding) => ({ suppressed: suppression.rule, finding })),
      ),

    faultsInConfiguration: async () => {
      if (configuration === undefined || configuration.suppressions.length === 0) return [];
      const { path, locate, suppressions } = configuration;
      const findings: Finding[] = [];
      for (const [index, suppression] of suppressions.entries()) {
        findings.push(
          ...checkSuppression(suppression, {
            at: { pointer: pointer("/suppressions", index, "rule") },
            isUsed: !(await isIdle(suppression)),
            severityOf: settings.severityOf([]),
            mandatory,
            known,
            today,
          }),
        );
      }
      return [{ path: shownPath(path, cwd), findings, locate }];
    },
  };

  /** Whether every file that a suppression is for was checked, and there was nothing for it to hide. */
  async function isIdle(suppression: Suppression): Promise<boolean> {
    if (used.has(suppression) || !isWhole) return false;
    const isFor = (paths: Paths): boolean => settings.suppressionsFor(paths).some((other) => other === suppression);
    const files = seen.filter(isFor);
    if (files.length > 0 && !files.some((paths) => isOn(suppression, paths))) return false;
    for (const file of await filesOfProject()) {
      if (isFor([file]) && (await isUnseen(file))) return false;
    }
    return true;
  }

  async function isUnseen(file: string): Promise<boolean> {
    if (seen.some((paths) => paths.includes(file)) || settings.isIgnored([file])) return false;
    return looksLikeBlueprint(file);
  }

  async function filesOfProject(): Promise<readonly string[]> {
    const { glob } = await import("tinyglobby");
    return glob(["**/*.json", `**/*${SCENARIO_ENDING}`], {
      cwd: dirname(configuration?.path ?? cwd),
      absolute: true,
      ignore: ["**/node_modules/**"],
      expandDirectories: false,
    });
  }
}
