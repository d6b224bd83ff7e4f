// The language server: documents come in, and what the features say of them goes out. What is wrong with a document is
// told when it is opened, and when nobody has typed for a moment.

import {
  CodeActionKind,
  type CompletionItem,
  createConnection,
  type Diagnostic,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
  type InitializeResult,
  type Position,
  type PublishDiagnosticsParams,
  ShowMessageNotification,
  TextDocumentSyncKind,
  TextDocuments,
} from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { catalog } from "../catalog/catalog.ts";
import type { LintSettings } from "../load/lint/lint-settings.ts";
import { keepSettings } from "../load/scenarios/kept-settings.ts";
import { type Analysis, analyse } from "./analysis.ts";
import { type Checked, check } from "./check.ts";
import { codeActions, FIX_ALL } from "./code-actions.ts";
import { completion } from "./completion.ts";
import { definition } from "./definition.ts";
import { hover } from "./hover.ts";
import { isBlueprint } from "./is-blueprint.ts";
import { references } from "./references.ts";
import { symbols } from "./symbols.ts";
import { createFaultTeller } from "./tell-faults.ts";
import { createWorkspace } from "./workspace.ts";

export interface ServerOptions {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
  /** Where the server was started. */
  readonly cwd: string;
  /** `2027-01-31`. */
  readonly today: () => string;
  readonly version: string;
}

/** How long nobody types before a text is checked, in milliseconds; longer where checking takes longer. */
const PAUSE = 150;

/** A document as it was when it was last looked at. */
interface Seen {
  readonly version: number;
  readonly analysis: Analysis;
}

/** Listens until the client ends it or is gone: then the process ends, as the protocol wants it. */
export function serve({ input, output, cwd, today, version: ownVersion }: ServerOptions): void {
  const connection = createConnection(input, output);
  const documents = new TextDocuments(TextDocument);
  const workspace = createWorkspace(cwd);
  const seen = new Map<string, Seen>();
  const checked = new Map<string, Checked & { readonly version: number; readonly took: number }>();
  const timers = new Map<string, NodeJS.Timeout>();
  const settings = keepSettings();
  const sendDiagnostics = (params: PublishDiagnosticsParams): void => unlessGone(connection.sendDiagnostics(params));
  const tellFaults = createFaultTeller({
    sendDiagnostics,
    showMessage: (params) => unlessGone(connection.sendNotification(ShowMessageNotification.type, params)),
  });
  let client: InitializeParams["capabilities"] = {};

  connection.onInitialize(({ capabilities, workspaceFolders, rootUri }): InitializeResult => {
    client = capabilities;
    workspace.change(workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : []));
    return {
      serverInfo: { name: "cyanotype", version: ownVersion },
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        hoverProvider: true,
        definitionProvider: true,
        referencesProvider: true,
        documentSymbolProvider: true,
        codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL] },
        completionProvider: { triggerCharacters: ["{", ".", "`", '"'] },
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      },
    };
  });

  connection.onInitialized(() => {
    if (client.workspace?.didChangeWatchedFiles?.dynamicRegistration) {
      const watchers = ["**/cyanotype.config.{yaml,yml}", "**/cyanotype.baseline.json"];
      const registered = connection.client.register(DidChangeWatchedFilesNotification.type, {
        watchers: watchers.map((globPattern) => ({ globPattern })),
      });
      unlessGone(registered);
    }
    if (client.workspace?.workspaceFolders) {
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        workspace.change(
          added.map(({ uri }) => uri),
          removed.map(({ uri }) => uri),
        );
        recheck();
      });
    }
  });
  connection.onDidChangeWatchedFiles(() => {
    settings.forget();
    recheck();
  });

  documents.onDidOpen(settings.forget);
  documents.onDidChangeContent(({ document: { uri } }) => {
    const last = checked.get(uri);
    schedule(uri, last ? Math.max(PAUSE, 2 * last.took) : 0);
  });
  documents.onDidClose(({ document: { uri } }) => {
    clearTimeout(timers.get(uri));
    for (const known of [timers, seen, checked]) known.delete(uri);
    sendDiagnostics({ uri, diagnostics: [] });
  });

  connection.onHover(({ textDocument, position }) => {
    const { catalog } = knownOf(textDocument);
    return at(textDocument, position, (analysis, offset) => hover(analysis, offset, catalog)) ?? null;
  });
  connection.onDefinition(({ textDocument: { uri }, position }) => {
    const range = at({ uri }, position, definition);
    return range ? { uri, range } : null;
  });
  connection.onReferences(({ textDocument: { uri }, position, context: { includeDeclaration: withModule } }) => {
    const ranges = at({ uri }, position, (analysis, offset) => references(analysis, offset, { withModule })) ?? [];
    return ranges.map((range) => ({ uri, range }));
  });
  connection.onDocumentSymbol(({ textDocument }) => {
    const analysis = analysed(textDocument.uri);
    return analysis ? [...symbols(analysis, knownOf(textDocument).catalog)] : [];
  });
  connection.onCompletion(({ textDocument, position }): CompletionItem[] => {
    const withSnippets = client.textDocument?.completion?.completionItem?.snippetSupport === true;
    const options = { withSnippets, ...knownOf(textDocument) };
    const items = at(textDocument, position, (analysis, offset) => completion(analysis, offset, options));
    return [...(items ?? [])];
  });
  connection.onCodeAction(({ textDocument: { uri }, range, context: { only } }) => {
    const analysis = analysed(uri);
    const last = checked.get(uri);
    if (analysis === undefined || last === undefined || last.version !== seen.get(uri)?.version) return [];
    return [...codeActions(analysis, last.told, { uri, range, ...(only ? { only } : {}) })];
  });

  documents.listen(connection);
  connection.listen();

  /** What is known of an open document's text as it is now; nothing when it is none of ours. */
  function analysed(uri: string): Analysis | undefined {
    const document = documents.get(uri);
    if (document === undefined) return undefined;
    const known = seen.get(uri);
    if (known?.version === document.version) return known.analysis;
    const text = document.getText();
    if (!isBlueprint(uri, document.languageId, text)) return undefined;
    const analysis = analyse(text);
    seen.set(uri, { version: document.version, analysis });
    return analysis;
  }

  /** The modules and functions that the configuration adds; before the first check, those that everybody has. */
  function knownOf({ uri }: { readonly uri: string }): Pick<LintSettings, "catalog" | "customFunctions"> {
    return checked.get(uri)?.settings ?? { catalog, customFunctions: new Set() };
  }

  function at<T>(
    { uri }: { readonly uri: string },
    position: Position,
    ask: (analysis: Analysis, offset: number) => T,
  ): T | undefined {
    const analysis = analysed(uri);
    const offset = documents.get(uri)?.offsetAt(position);
    return analysis && offset !== undefined ? ask(analysis, offset) : undefined;
  }

  function schedule(uri: string, pause: number): void {
    clearTimeout(timers.get(uri));
    timers.set(
      uri,
      setTimeout(() => {
        unlessGone(tell(uri));
      }, pause),
    );
  }

  /** What cannot be told, or fails, is for the log: the server goes on. */
  function unlessGone(work: Promise<unknown>): void {
    work.catch((error: unknown) => connection.console.error(String(error)));
  }

  function recheck(): void {
    for (const uri of documents.keys()) schedule(uri, 0);
  }

  async function tell(uri: string): Promise<void> {
    const document = documents.get(uri);
    if (document === undefined) return;
    // The document itself changes with every edit.
    const { version } = document;
    const started = performance.now();
    const analysis = analysed(uri);
    const place = workspace.placeOf(uri);
    const found: Checked = analysis
      ? await check(analysis, { uri, today: today(), settingsOf: settings.of, ...place })
      : { diagnostics: [], told: [], faults: [], settings: undefined };
    // Somebody typed meanwhile, or closed it: what was found is old.
    if (documents.get(uri)?.version !== version) return;
    checked.set(uri, { ...found, version, took: performance.now() - started });
    if (analysis) tellFaults(place.cwd, found.faults);
    sendDiagnostics({ uri, version, diagnostics: known(found.diagnostics) });
  }

  /** Without what the client does not know. */
  function known(diagnostics: readonly Diagnostic[]): Diagnostic[] {
    if (client.textDocument?.publishDiagnostics?.relatedInformation) return [...diagnostics];
    return diagnostics.map(({ relatedInformation: _, ...diagnostic }) => diagnostic);
  }
}
