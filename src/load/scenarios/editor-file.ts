import { parseExactly } from "../../blueprint/exact-numbers.ts";
import { scanJson } from "../../blueprint/scan-json.ts";
import type { EditorData, EditorFile } from "../../compile/editor-data.ts";
import { ProblemError } from "../../diagnostics/diagnostic.ts";
import { isObject } from "../../util/is-object.ts";
import { SCENARIO_ENDING } from "../find-files.ts";
import { readIfThere } from "../read-if-there.ts";

/** The companion of a file of scenarios: `orders.editor.json` beside `orders.scenario.ts`. */
export const editorPath = (scenarioPath: string): string =>
  `${scenarioPath.slice(0, -SCENARIO_ENDING.length)}.editor.json`;

/** What the companion says of each scenario, by the name of its files; nothing without a companion. */
export async function readEditorFile(scenarioPath: string): Promise<EditorFile["scenarios"]> {
  const path = editorPath(scenarioPath);
  const text = await readIfThere(path);
  if (text === undefined) return {};
  const file = parse(text.replace(/^\ufeff/u, ""));
  if (isEditorFile(file)) return file.scenarios;
  throw new ProblemError([
    {
      path,
      message:
        file === undefined
          ? "The file is no JSON"
          : "The file does not say of each step its id and what the editor had",
      help: "Restore it from version control; or delete it, and the steps get new ids and places",
    },
  ]);
}

/** Numbers are read to the last digit, as they were in the export. */
function parse(text: string): unknown {
  try {
    const scan = /\d{16}/.test(text) ? scanJson(text) : undefined;
    return scan?.ok ? parseExactly(text, scan.tape).json : JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isEditorFile(file: unknown): file is EditorFile {
  if (!isObject(file) || file.version !== 1 || !isObject(file.scenarios)) return false;
  return Object.values(file.scenarios).every(isEditorData);
}

const isEditorData = (data: unknown): data is EditorData =>
  isObject(data) &&
  isObject(data.steps) &&
  (data.blueprint === undefined || isOverlay(data.blueprint)) &&
  Object.values(data.steps).every((step) => isOverlay(step) && Number.isSafeInteger(step.id));

const isOverlay = (overlay: unknown): overlay is Readonly<Record<string, unknown>> =>
  isObject(overlay) &&
  (overlay.set === undefined || isObject(overlay.set)) &&
  (overlay.spelled === undefined ||
    (Array.isArray(overlay.spelled) &&
      overlay.spelled.every((spelling) => isObject(spelling) && typeof spelling.at === "string")));
