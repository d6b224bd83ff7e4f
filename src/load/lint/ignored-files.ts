import { count } from "../../lint/formats/shown.ts";
import type { Finding } from "../../lint/linter.ts";
import type { CheckedFile } from "../../lint/report.ts";
import { uncheckedMandatory } from "../../lint/suppression-rules.ts";
import { pointer } from "../../util/json-pointer.ts";
import { quote } from "../../util/quote.ts";
import { shownPath } from "../find-files.ts";
import type { LintSettings } from "./lint-settings.ts";

/** Tells which patterns of the configuration have kept mandatory rules from files that were found, as findings in it. */
export function faultsOfIgnores(
  { configuration, mandatory, severityOf, ignoredBy }: LintSettings,
  ignored: ReadonlySet<string>,
  cwd: string,
): readonly CheckedFile[] {
  const severity = severityOf([])(uncheckedMandatory);
  if (configuration === undefined || mandatory.size === 0 || ignored.size === 0 || severity === "off") return [];
  const counts = new Map<number, number>();
  for (const path of ignored) counts.set(ignoredBy(path), (counts.get(ignoredBy(path)) ?? 0) + 1);
  const findings = [...counts].map(
    ([index, files]): Finding => ({
      rule: uncheckedMandatory.id,
      messageId: "ignored",
      message: `${quote(configuration.ignores[index] ?? "")} keeps mandatory rules from ${count(files, "file")}`,
      help: "Ignore only what your team does not import into Make",
      at: { pointer: pointer("/ignores", index) },
      related: [],
      severity,
    }),
  );
  return [{ path: shownPath(configuration.path, cwd), findings, locate: configuration.locate }];
}
