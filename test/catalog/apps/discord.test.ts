import { expect, test } from "vitest";
import * as discord from "../../../src/catalog/apps/discord.ts";
import { connection } from "../../../src/dsl/bindings.ts";
import { describeAgainstExports } from "../corpus-modules.ts";
import { valuesOf } from "../values-of.ts";

test("a message goes to a channel", () => {
  const message = discord.createMessage({
    connection: connection("discord"),
    channelId: "1",
    content: "Hello",
    embeds: [{ title: "Review", color: 0xff0000, fields: [{ name: "Amount", value: "500", inline: true }] }],
  });
  expect(valuesOf(message).mapper).toEqual({
    select: "channel",
    channelId: "1",
    content: "Hello",
    embeds: [{ title: "Review", color: 16711680, fields: [{ name: "Amount", value: "500", inline: true }] }],
  });
});

describeAgainstExports(discord);
