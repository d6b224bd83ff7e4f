import { account, boolean, collection, hook, json, number, select, text } from "../field.ts";
import { app, observed } from "../module.ts";

const identity = { slug: "telegram", name: "Telegram Bot", version: 1 } as const;
const telegram = app({ ...identity, parameters: { __IMTCONN__: account("telegram") } });

/** What a bundle holds depends on the update: name its type, such as `watchUpdates<{ message: { text: string } }>(…)`. */
export const watchUpdates = app(identity).instantTrigger("WatchUpdates", {
  label: "Watch Updates",
  summary: "Starts when somebody writes to the bot.",
  parameters: { __IMTHOOK__: hook("telegramapi") },
  evidence: observed(2),
});

export const getUpdates = telegram.search("GetUpdates", {
  label: "Get Updates",
  summary: "Gives what was written to the bot, a bundle for each update. It cannot be used beside `watchUpdates`.",
  mapper: {
    offset: number("Start offset (Update ID)"),
    limit: number("Limit"),
    isToUseAutopaging: boolean(
      "Confirm processed requests by increasing the offset in the Telegram server [auto-paging]",
    ).default(true),
  },
  output: { message: collection("Message", { chat: collection("Chat", { id: number("Chat ID") }) }) },
  repeatable: false,
  evidence: observed(1),
});

/** `text` is read by `parseMode`: escape what comes from elsewhere, or Telegram refuses the message. */
export const sendReplyMessage = telegram.action("SendReplyMessage", {
  label: "Send a Text Message or a Reply",
  summary: "Writes to a chat.",
  mapper: {
    chatId: text("Chat ID").required(),
    text: text("Text").required(),
    messageThreadId: number("Message Thread ID"),
    parseMode: select("Parse Mode", ["Markdown", "HTML"]),
    disableNotification: boolean("Disable Notifications"),
    disableWebPagePreview: boolean("Disable Link Previews"),
    replyToMessageId: number("Original Message ID"),
    replyMarkupAssembleType: select("Enter/Assemble the Reply Markup Field", [
      "reply_markup_enter",
      "reply_markup_assemble",
    ])
      .default("reply_markup_enter")
      .optional(),
    replyMarkup: json("Reply Markup").describe("Buttons, as Telegram's API wants them: `{ inline_keyboard: […] }`."),
  },
  evidence: observed(51),
});
