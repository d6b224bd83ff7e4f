import { hitlCallbackNotPublic } from "../../../../src/lint/rules/hitl/callback-not-public.ts";
import { describeRule } from "../../describe-rule.ts";
import { BODY, posted, request } from "./requests.ts";

const callback = (host: string) => posted(request("single_select", { callback_url: `https://${host}/answers` }));
const reports = (host: string) => ({
  given: callback(host),
  reports: [{ message: "unreachable", at: BODY, text: `"https://${host}/answers"` }],
});

describeRule(hitlCallbackNotPublic, {
  good: {
    "a webhook of Make": callback("hook.eu2.make.com"),
    "a public address of four numbers": callback("52.25.180.123"),
    "a public name that begins like a private address": callback("10.example.com"),
    "a partly mapped address": callback("{{1.host}}.local"),
    "an address that nobody can read": callback("[::1"),
    "a mapped address": posted(request("single_select", { callback_url: "{{1.hook}}" })),
    "what is no address, which another rule reports": posted(request("single_select", { callback_url: "localhost" })),
  },
  bad: {
    localhost: reports("localhost:3000"),
    "the machine itself": reports("127.0.0.1"),
    "the machine itself in IPv6": reports("[::1]:8080"),
    "an address of an office": reports("192.168.1.20"),
    "another one": reports("172.16.0.1"),
    "a name of an office": reports("server.local"),
    "a name without a dot": reports("intranet"),
  },
});
