import { expect, test } from "vitest";
import * as telegram from "../../../src/catalog/apps/telegram.ts";
import { connection } from "../../../src/dsl/bindings.ts";
import { describeAgainstExports } from "../corpus-modules.ts";
import { valuesOf } from "../values-of.ts";

test("a message has buttons as data", () => {
  const message = telegram.sendReplyMessage({
    connection: connection("telegram"),
    chatId: "1",
    text: "Approve?",
    replyMarkup: { inline_keyboard: [[{ text: "Yes", callback_data: "yes" }]] },
  });
  expect(valuesOf(message).mapper).toEqual({
    chatId: "1",
    text: "Approve?",
    replyMarkupAssembleType: "reply_markup_enter",
    replyMarkup: '{"inline_keyboard":[[{"text":"Yes","callback_data":"yes"}]]}',
  });
});

describeAgainstExports(telegram);
