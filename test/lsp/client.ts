// A client over stdio, as editors have one.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { onTestFinished } from "vitest";
import {
  createProtocolConnection,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  ExitNotification,
  InitializedNotification,
  type InitializeParams,
  InitializeRequest,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  type Range,
  RegistrationRequest,
  ShowMessageNotification,
  ShutdownRequest,
} from "vscode-languageserver-protocol/node";
import { COMMAND } from "../cli/command.ts";

export interface Client {
  readonly connection: ProtocolConnection;
  readonly open: (uri: string, text: string, languageId?: string) => Promise<void>;
  readonly edit: (
    uri: string,
    version: number,
    changes: readonly { readonly range: Range; readonly text: string }[],
  ) => Promise<void>;
  readonly close: (uri: string) => Promise<void>;
  /** The next diagnostics of a document that are not waited for yet. */
  readonly diagnostics: (uri: string) => Promise<PublishDiagnosticsParams>;
  /** What was shown to the person. */
  readonly messages: readonly string[];
  /** The globs that the server wants to hear of. */
  readonly watched: readonly string[];
  /** Ends the server as the protocol wants it, and gives its exit code. */
  readonly shutDown: () => Promise<number | null>;
  /** Is gone without a word. */
  readonly vanish: () => Promise<number | null>;
}

/** Starts the built command in a folder and introduces itself. */
export async function startClient(
  folder: string,
  rootUri: string | null,
  args: readonly string[] = [],
): Promise<Client> {
  const child = spawn(process.execPath, [COMMAND, "lsp", ...args], { cwd: folder, stdio: ["pipe", "pipe", "inherit"] });
  onTestFinished(() => {
    child.kill();
  });
  const exited = once(child, "exit") as Promise<[code: number | null]>;
  const connection = createProtocolConnection(child.stdout, child.stdin);
  const told = new Map<string, PublishDiagnosticsParams[]>();
  const waiting = new Map<string, (params: PublishDiagnosticsParams) => void>();
  const messages: string[] = [];
  const watched: string[] = [];
  connection.onNotification(PublishDiagnosticsNotification.type, (params) => {
    const wait = waiting.get(params.uri);
    waiting.delete(params.uri);
    if (wait) wait(params);
    else told.set(params.uri, [...(told.get(params.uri) ?? []), params]);
  });
  connection.onNotification(ShowMessageNotification.type, ({ message }) => {
    messages.push(message);
  });
  connection.onRequest(RegistrationRequest.type, ({ registrations }) => {
    for (const { registerOptions } of registrations) {
      const { watchers = [] } = registerOptions as { readonly watchers?: readonly { readonly globPattern: string }[] };
      watched.push(...watchers.map(({ globPattern }) => globPattern));
    }
  });
  connection.listen();

  const capabilities: InitializeParams["capabilities"] = {
    textDocument: {
      publishDiagnostics: { relatedInformation: true },
      completion: { completionItem: { snippetSupport: true } },
    },
    workspace: { didChangeWatchedFiles: { dynamicRegistration: true } },
  };
  await connection.sendRequest(InitializeRequest.type, { processId: process.pid, rootUri, capabilities });
  await connection.sendNotification(InitializedNotification.type, {});
  return {
    connection,
    open: (uri, text, languageId = "json") =>
      connection.sendNotification(DidOpenTextDocumentNotification.type, {
        textDocument: { uri, languageId, version: 1, text },
      }),
    edit: (uri, version, changes) =>
      connection.sendNotification(DidChangeTextDocumentNotification.type, {
        textDocument: { uri, version },
        contentChanges: [...changes],
      }),
    close: (uri) => connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } }),
    diagnostics: (uri) => {
      const [first, ...others] = told.get(uri) ?? [];
      told.set(uri, others);
      return first ? Promise.resolve(first) : new Promise((resolve) => waiting.set(uri, resolve));
    },
    messages,
    watched,
    shutDown: async () => {
      await connection.sendRequest(ShutdownRequest.type);
      await connection.sendNotification(ExitNotification.type);
      return (await exited)[0];
    },
    vanish: async () => {
      child.stdin.end();
      return (await exited)[0];
    },
  };
}
