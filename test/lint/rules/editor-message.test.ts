import { editorMessage } from "../../../src/lint/rules/editor-message.ts";
import { blueprint, module, webhook } from "../blueprints.ts";
import { describeRule } from "../describe-rule.ts";

const said = (...messages: readonly unknown[]) =>
  blueprint([webhook(), module(2, "acme:Do", { metadata: { designer: { x: 0, y: 0, messages } } })]);
const message = (category: string, severity: string, text: unknown) => ({ category, severity, message: text });

describeRule(editorMessage, {
  good: {
    "no messages": blueprint([webhook()]),
    "an empty list": said(),
    "what rules of the linter find themselves": said(
      message("last", "warning", "A transformer should not be the last module in the route."),
      message("link", "warning", "The module is not connected to the data flow."),
      message("reference", "error", "Module references non-existing module '9'."),
    ),
    "a reminder that connections stay behind": said(message("share", "warning", "This cannot be shared completely.")),
    "an empty field of a form that is known": blueprint([
      webhook(),
      module(2, "util:FunctionSleep", {
        mapper: { duration: "5" },
        metadata: { designer: { x: 0, y: 0, messages: [message("setup", "error", "Value must not be empty.")] } },
      }),
    ]),
    "something that is no problem": said(message("setup", "info", "Fine.")),
    "something that is no message": said(null, "text", message("setup", "error", 7)),
  },
  bad: {
    "a module that is not set up": {
      given: said(message("setupreq", "error", "The module is not set up.")),
      reports: [{ message: "said", at: "/flow/1/metadata/designer/messages/0/message" }],
    },
    "something else about a form that is known": {
      given: blueprint([
        webhook(),
        module(2, "util:FunctionSleep", {
          metadata: { designer: { x: 0, y: 0, messages: [message("setup", "error", "Invalid number.")] } },
        }),
      ]),
      reports: [{ message: "said", at: "/flow/1/metadata/designer/messages/0/message" }],
    },
    "several at once, some of them equal": {
      given: said(
        message("last", "warning", "A transformer should not be the last module in the route."),
        message("setup", "error", "Value must not be empty."),
        message("setup", "error", "Value must not be empty."),
      ),
      reports: [{ message: "said", at: "/flow/1/metadata/designer/messages/1/message" }],
    },
  },
});
