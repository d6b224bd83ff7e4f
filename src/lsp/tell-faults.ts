// The mistakes in a configuration or a baseline: shown in their files, and said once.

import { type Diagnostic, MessageType } from "vscode-languageserver";
import { formatProblem, type Problem } from "../diagnostics/diagnostic.ts";
import { ofProblem } from "./diagnostics.ts";
import { uriOf } from "./workspace.ts";

export interface FaultOutlet {
  readonly sendDiagnostics: (params: { readonly uri: string; readonly diagnostics: Diagnostic[] }) => void;
  readonly showMessage: (params: { readonly type: MessageType; readonly message: string }) => void;
}

/** To be called after each check, with what keeps the files of a folder from being checked: nothing, as a rule. */
export function createFaultTeller({
  sendDiagnostics,
  showMessage,
}: FaultOutlet): (folder: string, faults: readonly Problem[]) => void {
  const shown = new Map<string, { readonly message: string; readonly uris: readonly string[] }>();
  return (folder, faults) => {
    const message = faults.map((fault) => formatProblem(fault)).join("\n");
    const before = shown.get(folder) ?? { message: "", uris: [] };
    if (before.message === message) return;
    const byFile = groupByFile(faults);
    shown.set(folder, { message, uris: [...byFile.keys()] });
    for (const uri of before.uris) {
      if (!byFile.has(uri)) sendDiagnostics({ uri, diagnostics: [] });
    }
    for (const [uri, here] of byFile) sendDiagnostics({ uri, diagnostics: here.map(ofProblem) });
    if (message === "") return;
    showMessage({ type: MessageType.Error, message: `Cyanotype checks nothing until this is mended: ${message}` });
  };
}

function groupByFile(faults: readonly Problem[]): ReadonlyMap<string, readonly Problem[]> {
  const files = new Map<string, Problem[]>();
  for (const fault of faults) {
    if (fault.path === undefined) continue;
    const uri = uriOf(fault.path);
    files.set(uri, [...(files.get(uri) ?? []), fault]);
  }
  return files;
}
