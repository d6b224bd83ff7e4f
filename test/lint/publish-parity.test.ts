// Make publishes a collection of blueprints for others and checks each of them by a script of its own, without an account.
// What that script refuses must not pass the preset for publishing: a row for each of its checks, with a template that
// breaks it, and the rule that says so.

import jsonPatch, { type Operation } from "fast-json-patch";
import { describe, expect, test } from "vitest";
import { readBlueprint } from "../../src/blueprint/read.ts";
import { lint } from "../../src/lint/linter.ts";
import { rules } from "../../src/lint/rules.generated.ts";
import { severities } from "../../src/lint/severities.ts";
import { scenarioOf } from "../../src/model/scenario-of.ts";
import { filter, type JsonObject, module } from "./blueprints.ts";

const step = (id: number, type: string, more: JsonObject = {}): JsonObject => {
  const { metadata, ...rest } = module(id, type, more);
  return { ...rest, metadata: { designer: { x: 300 * id, y: 0, name: `Step ${id}` }, ...(more.metadata as object) } };
};

const ignoring = (id: number): JsonObject => ({ onerror: [step(id, "builtin:Ignore")] });
const sleep = (id: number, more: JsonObject = {}): JsonObject =>
  step(id, "util:FunctionSleep", { mapper: { duration: "1" }, ...more });
const branch = (label: string, conditions: unknown, ...flow: readonly JsonObject[]): JsonObject => ({
  type: conditions === undefined ? "else" : "condition",
  label,
  merge: true,
  ...(conditions !== undefined && { conditions }),
  flow,
});

/** A template that the collection would take. */
const template: JsonObject = {
  name: "Orders to a list",
  description: "Collects the items of an order.",
  flow: [
    step(1, "gateway:CustomWebHook"),
    step(2, "builtin:BasicFeeder", { mapper: { array: "{{1.items}}" } }),
    step(3, "builtin:BasicAggregator", { parameters: { feeder: 2 }, mapper: { name: "{{2.name}}" } }),
    step(4, "builtin:BasicIfElse", {
      mapper: null,
      branches: [
        branch("Large", [[{ a: "{{length(3.array)}}", o: "number:greater", b: "5" }]], sleep(5)),
        branch("Small", undefined, sleep(6)),
      ],
    }),
    step(7, "builtin:BasicMerge", {
      mapper: null,
      outputs: [{ name: "size", mappings: ["large", "small"] }],
      filters: [null, null],
    }),
    step(8, "builtin:BasicRouter", {
      mapper: null,
      routes: [
        {
          flow: [
            step(9, "http:MakeRequest", {
              version: 4,
              parameters: { authenticationType: "noAuth", tlsType: "", proxyKeychain: "" },
              ...filter("{{7.size}}", "text:equal", "large"),
              mapper: {
                url: "https://api.example.com/orders/{{1.id}}",
                method: "get",
                parseResponse: true,
                stopOnHttpError: true,
                allowRedirects: true,
                shareCookies: false,
                requestCompressedContent: true,
                paginationType: "disabled",
              },
              ...ignoring(10),
            }),
          ],
        },
        {
          flow: [
            step(11, "gateway:WebhookRespond", {
              ...filter("{{7.size}}", "text:equal", "small"),
              mapper: { status: "200", body: "ok", headers: [] },
            }),
          ],
        },
      ],
    }),
  ],
  metadata: {
    version: 1,
    scenario: { roundtrips: 1, maxErrors: 3, autoCommit: true, autoCommitTriggerLast: true, dlq: true },
    designer: { orphans: [] },
  },
};

/** Named after the demand; how the template breaks it; who says so. */
const checks: Readonly<Record<string, readonly [change: readonly Operation[], rule: string]>> = {
  "no other keys than name, description, flow and metadata": [[add("/io", {})], "editor-data-in-template"],
  "a name": [[replace("/name", "")], "template-shape"],
  "a name that is a text": [[replace("/name", 7)], "blueprint-shape"],
  "a name of 120 characters at most": [[replace("/name", "n".repeat(121))], "template-shape"],
  "version 1 of the format": [[replace("/metadata/version", 2)], "blueprint-shape"],
  "the settings of the scenario": [[remove("/metadata/scenario")], "template-shape"],
  "a list of orphans": [[remove("/metadata/designer/orphans")], "template-shape"],
  ids: [[remove("/flow/1/id")], "bad-module-id"],
  "whole ids from 1": [[replace("/flow/5/id", 0)], "bad-module-id"],
  "each id once": [[replace("/flow/3/branches/0/flow/0/id", 6)], "duplicate-module-id"],
  "names of modules with app and module": [[replace("/flow/1/module", "Iterator")], "bad-module-name"],
  "no empty slots": [[replace("/flow/1/module", "placeholder:Placeholder")], "bad-module-name"],
  "versions of apps": [[remove("/flow/1/version")], "bad-module-version"],
  "whole versions from 1": [[replace("/flow/1/version", 0)], "bad-module-version"],
  "a place on the canvas": [[remove("/flow/1/metadata/designer/x")], "template-shape"],
  "a place in numbers": [[replace("/flow/1/metadata/designer/y", "0")], "template-shape"],
  "no connection": [[add("/flow/5/routes/0/flow/0/parameters/__IMTCONN__", 4711)], "account-id-in-template"],
  "no key of an app": [[add("/flow/5/routes/0/flow/0/parameters/__IMTKEY__", 4711)], "account-id-in-template"],
  "no webhook": [[add("/flow/0/parameters/hook", 4711)], "account-id-in-template"],
  "no data store": [[add("/flow/1/parameters/datastore", 4711)], "account-id-in-template"],
  "no agent": [[add("/flow/1/parameters/agent", "0f8fad5b-d9cb-469f-a165-70867728950e")], "account-id-in-template"],
  "no key for a service": [[add("/flow/1/parameters/apiKeyKeychain", 4711)], "account-id-in-template"],
  "no name and password": [[add("/flow/1/parameters/basicAuthKeychain", 4711)], "account-id-in-template"],
  "no account of OAuth": [[add("/flow/1/parameters/oAuthAccount", 4711)], "account-id-in-template"],
  "no proxy": [[replace("/flow/5/routes/0/flow/0/parameters/proxyKeychain", 4711)], "account-id-in-template"],
  "no data structure": [[add("/flow/1/parameters/bodyDataStructure", 4711)], "account-id-in-template"],
  "no captions of choices": [[add("/flow/1/metadata/restore", {})], "editor-data-in-template"],
  "no form of the mapper": [[add("/flow/1/metadata/expect", [])], "editor-data-in-template"],
  "no form of the settings": [[add("/flow/1/metadata/parameters", [])], "editor-data-in-template"],
  "no form of the output": [[add("/flow/1/metadata/interface", [])], "editor-data-in-template"],
  "no switch of the editor": [[add("/flow/1/metadata/advanced", true)], "editor-data-in-template"],
  "nothing to map in a router": [[replace("/flow/5/mapper", {})], "template-shape"],
  "routes of a router": [[replace("/flow/5/routes", [])], "router-without-routes"],
  "modules on a route": [[replace("/flow/5/routes/1/flow", [])], "empty-route"],
  "no filter of a router": [[add("/flow/5/filter", filter("{{1.id}}", "exist").filter)], "filter-on-router"],
  "the source of an aggregator": [[remove("/flow/2/parameters/feeder")], "aggregator-without-source"],
  "a source of an aggregator that is there": [[replace("/flow/2/parameters/feeder", 99)], "aggregator-without-source"],
  "nothing to map in an if-else": [[replace("/flow/3/mapper", {})], "template-shape"],
  "branches of an if-else": [[replace("/flow/3/branches", [])], "template-shape"],
  "a kind of each branch": [[replace("/flow/3/branches/0/type", "case")], "blueprint-shape"],
  "one else branch": [[add("/flow/3/branches/-", branch("Again", undefined, sleep(20)))], "if-else-bad-else"],
  "no condition of the else branch": [
    [add("/flow/3/branches/1/conditions", [[{ a: "{{1.id}}", o: "exist" }]])],
    "if-else-bad-else",
  ],
  "a condition of the other branches": [[replace("/flow/3/branches/0/conditions", [])], "if-else-without-condition"],
  "modules in a branch": [[replace("/flow/3/branches/0/flow", [])], "if-else-empty-branch"],
  "no branch that is switched off": [[add("/flow/3/branches/0/disabled", true)], "disabled-route"],
  "no router in a branch that is to be merged": [
    [
      add(
        "/flow/3/branches/0/flow/-",
        step(20, "builtin:BasicRouter", { mapper: null, routes: [{ flow: [sleep(21)] }] }),
      ),
    ],
    "router-in-merging-branch",
  ],
  "no router in any branch": [
    [
      add("/flow/3/branches/1/merge", false),
      add(
        "/flow/3/branches/1/flow/-",
        step(20, "builtin:BasicRouter", { mapper: null, routes: [{ flow: [sleep(21)] }] }),
      ),
    ],
    "template-shape",
  ],
  "no filter of the first module": [
    [add("/flow/0/filter", filter("{{1.id}}", "exist").filter)],
    "filter-on-first-module",
  ],
  "an if-else before a merge": [[remove("/flow/3")], "merge-without-if-else"],
  "a branch to merge": [
    [replace("/flow/3/branches/0/merge", false), replace("/flow/3/branches/1/merge", false)],
    "merge-without-if-else",
  ],
  "a merge behind branches to merge": [[remove("/flow/4")], "merge-missing"],
  "nothing to map in a merge": [[replace("/flow/4/mapper", {})], "template-shape"],
  "outputs of a merge": [[replace("/flow/4/outputs", [])], "template-shape"],
  "names of the outputs of a merge": [[remove("/flow/4/outputs/0/name")], "blueprint-shape"],
  "a mapping for each branch to merge": [[remove("/flow/4/outputs/0/mappings/1")], "merge-arity"],
  "a filter for each branch to merge": [[remove("/flow/4/filters/1")], "merge-arity"],
  "modules that mappings read": [[replace("/flow/1/mapper/array", "{{99.items}}")], "dangling-reference"],
  "modules that functions read": [[replace("/flow/1/mapper/array", "{{reverse(99.items)}}")], "dangling-reference"],
  "addresses of nobody": [[add("/flow/1/mapper/note", "ada@lovelace.dev")], "personal-data-in-blueprint"],
  "no address inside of Make": [[add("/flow/1/mapper/note", "https://we.make.com/123")], "account-id-in-template"],
  "no key in plain text": [
    // Put together at run time, so that no scanner takes this file for a leak.
    [add("/flow/1/mapper/note", ["sk", "live", "4eC39HqLyjWDarjtT1zdp7dc"].join("_"))],
    "literal-secret",
  ],
  "nothing of its own to leave out: the data centre": [
    [add("/metadata/zone", "eu1.make.com")],
    "editor-data-in-template",
  ],
};

const severityOf = severities("publish");

function told(blueprint: JsonObject): readonly string[] {
  const read = readBlueprint(JSON.stringify(blueprint));
  if (!read.ok) throw new SyntaxError(read.problems.map(({ message }) => message).join("\n"));
  const { document } = read;
  const findings = lint(
    { scenario: scenarioOf(document), json: document.blueprint, root: document.root },
    { severityOf },
  );
  return findings.filter(({ severity }) => severity !== "info").map(({ rule }) => rule);
}

describe("what Make's collection of blueprints demands", () => {
  test("is met by the template", () => {
    expect(told(template)).toEqual([]);
  });

  test.for(Object.entries(checks))("%s", ([, [change, rule]]) => {
    const { newDocument } = jsonPatch.applyPatch(template, structuredClone([...change]), true, false);
    expect(told(newDocument)).toContain(rule);
  });

  test("includes modules: without one, there is no blueprint to check", () => {
    expect(readBlueprint(JSON.stringify({ ...template, flow: [] }))).toMatchObject({ ok: false });
  });

  test("names only rules that there are", () => {
    const ids = rules.map(({ id }) => id);
    expect(Object.values(checks).flatMap(([, rule]) => (ids.includes(rule) ? [] : [rule]))).toEqual([]);
  });
});

function add(path: string, value: unknown): Operation {
  return { op: "add", path, value };
}
function replace(path: string, value: unknown): Operation {
  return { op: "replace", path, value };
}
function remove(path: string): Operation {
  return { op: "remove", path };
}
