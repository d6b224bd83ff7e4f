import { describe, expect, test } from "vitest";
import { hitl, jira, slack, tools, zendesk } from "../../src/apps.ts";
import { compile } from "../../src/compile/compile.ts";
import { connection, env, iml, onError, scenario, webhook } from "../../src/index.ts";
import type { Environment } from "../../src/model/environment.ts";
import { environment, modulesOf } from "../dsl/printed.ts";

const given: Partial<Environment> = {
  connections: { jira: 1, zendesk: 2, slack: 3 },
  keys: { jira: 11, zendesk: 12 },
  webhooks: { tickets: { id: 21 } },
  values: { SITE: "acme" },
};
const certain = { ...given, modules: "certain" } as const;
const issue = jira.createIssue({
  connection: connection("jira"),
  site: env("SITE"),
  project: "BUY",
  issuetype: "Task",
  summary: iml`Decide`,
});
const tickets = zendesk.watchTickets({ connection: connection("zendesk"), webhook: webhook("tickets") });

describe("a module whose id is only weakly evidenced", () => {
  test("is printed as its own app", () => {
    const [module] = modulesOf((flow) => void flow.step("Open", issue), given);
    expect(module).toMatchObject({ module: "jira:ActionCreateIssue", parameters: { __IMTCONN__: 1 } });
  });

  test("or over an app whose ids are certain, with a key in place of the connection", () => {
    const [module] = modulesOf((flow) => void flow.step("Open", issue), certain);
    expect(module).toMatchObject({
      module: "http:MakeRequest",
      version: 4,
      parameters: { authenticationType: "apiKey", apiKeyKeychain: 11 },
      mapper: { method: "post", url: expect.stringContaining("acme") },
    });
  });

  test("is referred to where the printed form has the field", () => {
    const use = (from: Partial<Environment>): unknown =>
      modulesOf((flow) => {
        const { key } = flow.step("Open", issue);
        flow.step("Use", tools.compose({ value: iml`${key}` }));
      }, from).at(-1);
    expect(use(given)).toMatchObject({ mapper: { value: "{{1.key}}" } });
    expect(use(certain)).toMatchObject({ mapper: { value: "{{1.data.key}}" } });
  });

  test("keeps what is known of its error where it always is", () => {
    const steps = modulesOf((flow) => {
      flow.step("Open", issue, {
        onError: (flow, error) => {
          flow.step("Note", tools.compose({ value: iml`${error.message}` }));
          return onError.ignore();
        },
      });
    }, certain);
    expect(steps).toMatchObject([{ onerror: [{ mapper: { value: "{{1.error.message}}" } }, {}] }]);
  });

  test("leaves certain modules alone", () => {
    const tell = slack.createMessage({ connection: connection("slack"), channel: "#ops", text: "Hi" });
    const printed = (from: Partial<Environment>) => modulesOf((flow) => void flow.step("Tell", tell), from);
    expect(printed(certain)).toEqual(printed(given));
  });
});

describe("a trigger", () => {
  const watched = scenario("Tickets", {}, (flow) => void flow.trigger("New ticket", tickets));

  test("makes the scenario instant when it is printed as a webhook, and starts it at once", () => {
    const asApp = compile(watched, environment(given));
    expect(asApp.blueprint).toMatchObject({ metadata: { instant: false }, flow: [{ module: "zendesk:WatchTickets" }] });
    expect(asApp.deployment.scheduling).toEqual({ type: "indefinitely", interval: 900 });

    const asHook = compile(watched, environment(certain));
    expect(asHook.blueprint).toMatchObject({
      metadata: { instant: true },
      flow: [{ module: "gateway:CustomWebHook" }],
    });
    expect(asHook.deployment.scheduling).toEqual({ type: "immediately" });
  });
});

describe("real ids, once they are known", () => {
  const moduleIds = { "jira:ActionCreateIssue": { module: "app#jira-x7:createIssue", version: 3 } };

  test("take the place of the catalogue's", () => {
    const [module] = modulesOf((flow) => void flow.step("Open", issue), { ...given, moduleIds });
    expect(module).toMatchObject({ module: "app#jira-x7:createIssue", version: 3, parameters: { __IMTCONN__: 1 } });
  });

  test("say nothing where modules are printed in their certain form", () => {
    const [module] = modulesOf((flow) => void flow.step("Open", issue), { ...certain, moduleIds });
    expect(module).toMatchObject({ module: "http:MakeRequest" });
  });

  test("leave a trigger what it is", () => {
    const answers = hitl.watchResponses({ webhook: webhook("answers") });
    const watched = scenario("Answers", {}, (flow) => void flow.trigger("In", answers));
    const ids = { "hitl:watchResponses": { module: "app#hitl-x7:watch", version: 2 } };
    const { blueprint, deployment } = compile(
      watched,
      environment({ webhooks: { answers: { id: 1 } }, moduleIds: ids }),
    );
    expect(blueprint).toMatchObject({ flow: [{ module: "app#hitl-x7:watch" }], metadata: { instant: true } });
    expect(deployment.scheduling).toEqual({ type: "immediately" });
  });
});
