import { literalSecret } from "../../../src/lint/rules/literal-secret.ts";
import { blueprint, type JsonObject, module, webhook } from "../blueprints.ts";
import { describeRule } from "../describe-rule.ts";

// All of these are made up, and some are put together so that nobody takes them for real ones.
const HEX = "9f86d081884c7d659a2feaa0c55ad015";
const PASSWORD = "Ahk7-quiet-Ovh2";

const request = (mapper: JsonObject) => blueprint([webhook(), module(2, "http:MakeRequest", { version: 4, mapper })]);
const header = (name: string, value: unknown) => request({ headers: [{ name, value }] });
const HEADER = "/flow/1/mapper/headers/0/value";
const text = (value: string) => request({ note: value });

const noted = (content: string) => blueprint([webhook()], {}, { notes: [{ moduleIds: [1], content }] });

const found = (given: JsonObject, at: string, shown: string) => ({
  given,
  reports: [{ message: "plain", at, text: shown }],
});
const key = (...parts: readonly string[]) => {
  const value = parts.join("");
  return found(text(`before ${value} behind`), "/flow/1/mapper/note", value);
};

describeRule(literalSecret, {
  good: {
    "a token from elsewhere": header("Authorization", "Bearer {{var.organization.token}}"),
    "no token yet": header("Authorization", "Bearer "),
    "a placeholder in words": header("Authorization", "Bearer YOUR_API_TOKEN"),
    "a placeholder in capitals": header("X-Api-Key", "OPENROUTER_KEY_2"),
    "a placeholder in brackets": header("apikey", "[SUPABASE_ANON_KEY]"),
    "a placeholder in angle brackets": header("Authorization", "Bearer <token of 2024>"),
    "what was crossed out": header("X-Api-Key", "xxxxxxxx-0000-xxxx-0000-xxxxxxxxxxxx"),
    "an id": header("X-Request-Id", HEX),
    "the key of a record": request({ key: HEX }),
    "a number of tokens": request({ max_tokens: "4096204820484096" }),
    "the address of a coin": header("token", "0x5C69bEe701ef814a2B6a3EDD9F9F8dC3A0aF4c8d"),
    "the address of a coin of another kind": header("token", "EPjFWdd5AufqSSqeM2qN1xzybapC8G4wEGGkZwyTDt1v"),
    "a sentence about passwords": request({ password: "Ask the team lead for it" }),
    "a mapped part of an address": text("https://example.com/?api_key={{1.key}}"),
    "a user without a password": text("https://shop@example.com/"),
    "a key that is all one letter": header("X-Api-Key", "a1a1a1a1a1a1a1a1a1a1"),
    "a webhook of Make, which a callback needs": request({ callback_url: `https://hook.eu1.make.com/${HEX}` }),
    "no text": header("X-Api-Key", 12345678901234),
    "a scheme in front of a token from elsewhere": header("Authorization", '{{"Bearer " + var.organization.token}}'),
    "what a token is looked up by": header("Authorization", '{{get(1.headers; "x-hub-signature-256")}}'),
    "what a token is compared with": header("Authorization", '{{if(1.kind = "9f86d081884c7d65"; 1.a; 1.b)}}'),
    "a word where there is no password": request({ password: '{{ifempty(1.password; "unknown")}}' }),
    "a cookie that counts visitors": header("Cookie", "_ga=GA1.2.1834509127.1719823450; theme=dark; lang=en-US"),
    "a cookie from elsewhere": header("Cookie", "session={{1.session}}; theme=dark"),
    "a note about a placeholder": noted("<p>Put it there: Authorization: Bearer YOUR_API_TOKEN</p>"),
  },
  bad: {
    "a bearer token": found(header("authorization", `Bearer ${HEX}`), HEADER, HEX),
    "a user and a password in a header": found(
      header("Authorization", "Basic b3BzOmhvcnNlNDI="),
      HEADER,
      "b3BzOmhvcnNlNDI=",
    ),
    "a header for keys": found(header("x-rapidapi-key", HEX), HEADER, HEX),
    "a field for keys": found(request({ clientSecret: HEX }), "/flow/1/mapper/clientSecret", HEX),
    "a field for passwords": found(request({ authPass: PASSWORD }), "/flow/1/mapper/authPass", PASSWORD),
    "a variable": found(
      request({ variables: [{ name: "access_token", value: HEX }] }),
      "/flow/1/mapper/variables/0/value",
      HEX,
    ),
    "a part of an address": found(text(`https://example.com/a?b=1&api_key=${HEX}#c`), "/flow/1/mapper/note", HEX),
    "a password in an address": found(text(`https://shop:${PASSWORD}@example.com`), "/flow/1/mapper/note", PASSWORD),
    "a member of JSON": found(text(`{"a": "{{1.a}}", "apiKey": "${HEX}"}`), "/flow/1/mapper/note", HEX),
    "a bearer token in a longer text": found(text(`curl -H "Bearer ${HEX}"`), "/flow/1/mapper/note", HEX),
    "a key of Anthropic": key("sk-", "ant-api03-Zq27LmXv0RdYc81HsPwE"),
    "a key of OpenAI": key("sk-", "Zq27LmXv0RdYc81HsPwE4uKt"),
    "a key of Google": key("AI", "zaSyZq27LmXv0RdYc81HsPwE4uKtGfNb6jT3B"),
    "a key of AWS": key("AK", "IAZQ27LMXV0RDYC81H"),
    "a token of GitHub": key("gh", "p_Zq27LmXv0RdYc81HsPwE4uKtGfNb6jT3Bl5K"),
    "a token of a Telegram bot": key("8203948576:", "AAZq27LmXv0RdYc81HsPwE4uKtGfNb6jT3B"),
    "a token of a Telegram bot, in the address that it is called at": found(
      text("https://api.telegram.org/bot8203948576:AAZq27LmXv0RdYc81HsPwE4uKtGfNb6jT3B/sendMessage"),
      "/flow/1/mapper/note",
      "8203948576:AAZq27LmXv0RdYc81HsPwE4uKtGfNb6jT3B",
    ),
    "a web token": key("eyJhbGciOiJIUzI1NiJ9.", "eyJzdWIiOiI0MjE3In0.", "mB7kQw2VtXz9LsRp4HdYcJf0"),
    "the address of a webhook of Slack": found(
      text("https://hooks.slack.com/services/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"),
      "/flow/1/mapper/note",
      "Zq27LmXv0RdYc81HsPwE4uKt",
    ),
    "a secret in a module that hangs on nothing": found(
      blueprint(
        [webhook()],
        {},
        { designer: { orphans: [[module(2, "util:SetVariable2", { mapper: { apiKey: HEX } })]] } },
      ),
      "/metadata/designer/orphans/0/0/mapper/apiKey",
      HEX,
    ),
    "a key among texts that a mapping puts together": found(
      header("Authorization", `{{"Bearer " + "${HEX}"}}`),
      HEADER,
      HEX,
    ),
    "a key in a mapping that says nothing else": found(header("X-Api-Key", `{{"${HEX}"}}`), HEADER, HEX),
    "a key that a mapping chooses": found(
      header("X-Api-Key", `{{if(1.live; "${HEX}"; var.organization.key)}}`),
      HEADER,
      HEX,
    ),
    "a key in place of one that is empty": found(
      header("Authorization", `Bearer {{ifempty(1.token; "${HEX}")}}`),
      HEADER,
      HEX,
    ),
    "a password that a function writes otherwise": found(
      header("Authorization", `Basic {{base64("ops:${PASSWORD}")}}`),
      HEADER,
      `ops:${PASSWORD}`,
    ),
    "both halves of a key": {
      given: text(`{{"Bearer ${HEX.slice(0, 16)}" + "${HEX.slice(16)}"}}`),
      reports: [HEX.slice(0, 16), HEX.slice(16)].map((part) => ({
        message: "plain" as const,
        at: "/flow/1/mapper/note",
        text: part,
      })),
    },
    "a cookie of somebody who has signed in": found(
      header("cookie", `lang=en; li_at=AQ${HEX}; theme=dark`),
      HEADER,
      `AQ${HEX}`,
    ),
    "a note": found(noted(`<p>Bearer ${HEX}</p>`), "/metadata/notes/0/content", HEX),
    "the scenario's name": found({ ...blueprint([webhook()]), name: `Orders (Bearer ${HEX})` }, "/name", HEX),
    "a condition of a branch": found(
      blueprint([
        webhook(),
        module(2, "builtin:BasicIfElse", {
          branches: [
            { type: "condition", conditions: [[{ a: "{{1.h}}", o: "text:equal", b: `Bearer ${HEX}` }]], flow: [] },
          ],
        }),
      ]),
      "/flow/1/branches/0/conditions/0/0/b",
      HEX,
    ),
    "a secret in a filter": found(
      blueprint([
        webhook(),
        module(2, "util:SetVariable2", {
          filter: { conditions: [[{ a: "{{1.h}}", o: "text:equal", b: `Bearer ${HEX}` }]] },
        }),
      ]),
      "/flow/1/filter/conditions/0/0/b",
      HEX,
    ),
  },
});
