import { describe, expect, test } from "vitest";
import * as slack from "../../../src/catalog/apps/slack.ts";
import type { ModuleCall } from "../../../src/catalog/module.ts";
import { connection } from "../../../src/dsl/bindings.ts";
import { raw } from "../../../src/dsl/raw.ts";
import { describeAgainstExports } from "../corpus-modules.ts";
import { valuesOf } from "../values-of.ts";

const account = { connection: connection("slack") };
const parameters = { __IMTCONN__: "<connections: slack>" };

describe("Slack", () => {
  test.for<[string, ModuleCall<unknown>, unknown]>([
    [
      "takes a message for a channel by name",
      slack.createMessage({ ...account, channel: "#ops", text: raw.text`Hello {{1.name}}` as never }),
      { parameters, mapper: { channelWType: "manualy", channel: "#ops", text: "Hello {{1.name}}", mrkdwn: true } },
    ],
    [
      "takes blocks as data",
      slack.createMessage({ ...account, channel: "#ops", blocks: { blocks: [{ type: "divider" }] }, mrkdwn: false }),
      {
        parameters,
        mapper: { channelWType: "manualy", channel: "#ops", blocks: '{"blocks":[{"type":"divider"}]}', mrkdwn: false },
      },
    ],
    [
      "takes an emoji",
      slack.addReaction({ ...account, channelType: "public", channel: "C1", timestamp: "1.2", name: "thumbsup" }),
      { parameters, mapper: { channelType: "public", channel: "C1", timestamp: "1.2", name: "thumbsup" } },
    ],
    [
      "is watched by channel",
      slack.watchMessages({ ...account, channel: "C1" }),
      { parameters: { ...parameters, inputMethod: "list", channel: "C1", limit: 10 }, mapper: {} },
    ],
  ])("%s", ([, call, expected]) => {
    expect(valuesOf(call)).toEqual(expected);
  });
});

describeAgainstExports(slack);
