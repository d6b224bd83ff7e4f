// Exports as Make's editor writes them, and ways to have them decompiled and compiled again.

import { readdirSync } from "node:fs";
import { expect } from "vitest";
import { blueprint, filter, type JsonObject, module, route, router, setVariable, webhook } from "../lint/blueprints.ts";
import { type Project, project } from "../load/project.ts";
import { type Ran, run, transcript } from "./command.ts";

/** A place on the canvas, and the name of a step. */
const at = (x: number, name?: string): JsonObject => ({
  designer: { x, y: 0, ...(name === undefined ? {} : { name }) },
});

/** A message to Slack, with what the editor keeps of the connection. */
export const message = (id: number, text: string, name?: string): JsonObject =>
  module(id, "slack:CreateMessage", {
    version: 4,
    parameters: { __IMTCONN__: 101 },
    mapper: { channelWType: "manualy", channel: "C024BE91L", text, parse: false, mrkdwn: true },
    metadata: {
      ...at(300 * id, name),
      restore: { parameters: { __IMTCONN__: { label: "Team", data: { scoped: "true", connection: "slack3" } } } },
    },
  });

/** A module that the catalogue does not know, as the editor describes it. */
export const runActor = (id: number, mapper: JsonObject = { actorId: "news", limit: 5 }): JsonObject =>
  module(id, "apify:runActor", {
    parameters: { __IMTCONN__: 202 },
    mapper,
    metadata: {
      ...at(300 * id),
      parameters: [{ name: "__IMTCONN__", type: "account:apify", label: "Connection", required: true }],
      expect: [
        { name: "actorId", type: "select", label: "Actor", required: true },
        { name: "limit", type: "uinteger", label: "Limit" },
      ],
    },
  });

/** An export with a webhook in front of these modules. */
export const named = (name: string, modules: readonly JsonObject[], hook = 301): JsonObject => ({
  ...blueprint([
    webhook(1, {
      parameters: { hook, maxResults: 1 },
      metadata: { ...at(0, "Order arrives"), restore: { parameters: { hook: { label: "Orders" } } } },
    }),
    ...modules,
  ]),
  name,
});

/** Some of everything: a catalogue module, a learnt one, routes, a mapping. */
export const orders = named("Orders", [
  message(2, "Order {{1.id}} of {{1.customer.email}}", "Tell the team"),
  runActor(3),
  router(5, [
    route(setVariable(6, "{{1.total}}", { ...filter("{{1.kind}}", "text:equal", "gift") })),
    route(setVariable(7, 0, { ...filter("{{1.kind}}", "text:equal", "sale") })),
  ]),
]);

export const decompile = (files: Project, args: readonly string[]): Ran => run(files.folder, ["decompile", ...args]);
export const shown = (files: Project, ...args: readonly string[]): string =>
  transcript(decompile(files, args), files.folder);

export const json = (value: unknown): string => JSON.stringify(value, null, 4);

/** A project with these exports, each a file of its own. */
export const exportsOf = (
  exports: Readonly<Record<string, unknown>>,
  more: Readonly<Record<string, string>> = {},
): Project =>
  project({ ...Object.fromEntries(Object.entries(exports).map(([name, value]) => [name, json(value)])), ...more });

/** Every file that is there, but for exports. */
export const writtenIn = ({ folder }: Project): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`.slice(folder.length + 1))
    .filter((name) => name.includes("/"))
    .sort();

/** What `cyanotype compile` prints in the folder: the only blueprint, or the one with the given name. */
export function compiled(files: Project, name?: string): unknown {
  const { code, stdout, stderr } = run(files.folder, ["compile", "--stdout", ...(name ? ["--scenario", name] : [])]);
  expect([code, stderr]).toEqual([0, ""]);
  return JSON.parse(stdout);
}
