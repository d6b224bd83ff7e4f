import { hitlConfigJsonInjection } from "../../../../src/lint/rules/hitl/config-json-injection.ts";
import { describeRule } from "../../describe-rule.ts";
import { asked, BODY, field, posted, request } from "./requests.ts";

const context = (text: string) => asked(request("single_select", { context: text }));
const value = (mapping: string) => context(`{"note": "${mapping}"}`);
const CONTEXT = field("context");
const escaped = String.raw`{{replace(replace(1.note; "/\"/g"; "'"); "/\n/g"; " ")}}`.replaceAll(String.raw`\"`, '""');

describeRule(hitlConfigJsonInjection, {
  good: {
    "text without mappings": posted(request()),
    "a value whose quotes are replaced": value(escaped),
    "numbers and dates": value('{{round(1.amount)}} on {{formatDate(1.date; "D.M.")}}, {{now}}, {{1.a * 2}}'),
    "one of several texts": value('{{if(1.amount > 100; "high"; "low")}}'),
    "a mapping in place of a value": context('{"amount": {{1.amount}}}'),
    "a mapping in a field that is no JSON": asked(request("single_select", { request_text: "{{1.text}}" })),
    "a whole context that is mapped": context("{{1.context}}"),
  },
  bad: {
    "a value as it is": {
      given: value("{{1.note}}"),
      reports: [{ message: "unescaped", at: CONTEXT, text: "{{1.note}}" }],
    },
    "values among text": {
      given: value("From {{1.name}}: {{trim(1.note)}}!"),
      reports: [
        { message: "unescaped", at: CONTEXT, text: "{{1.name}}" },
        { message: "unescaped", at: CONTEXT, text: "{{trim(1.note)}}" },
      ],
    },
    "a text of an HTTP body": {
      given: posted(request("single_select", { request_text: "Refund for {{1.name}}?" })),
      reports: [{ message: "unescaped", at: BODY, text: "{{1.name}}" }],
    },
    "an option": {
      given: asked(request("single_select", { response_config: '{"options": ["{{1.first}}", "Reject"]}' })),
      reports: [{ message: "unescaped", at: field("response_config"), text: "{{1.first}}" }],
    },
    "a choice between values": {
      given: value('{{if(1.short; "x"; 1.note)}}'),
      reports: [{ message: "unescaped", at: CONTEXT, text: '{{if(1.short; "x"; 1.note)}}' }],
    },
    "text joined with a value": {
      given: value('{{"Note " + 1.note}}'),
      reports: [{ message: "unescaped", at: CONTEXT, text: '{{"Note " + 1.note}}' }],
    },
    "a quote that another function puts in": {
      given: value('{{join(1.list; """")}}'),
      reports: [{ message: "unescaped", at: CONTEXT, text: '{{join(1.list; """")}}' }],
    },
    "values joined, one of them in parentheses": {
      given: value("{{1.a + (1.b)}}"),
      reports: [{ message: "unescaped", at: CONTEXT, text: "{{1.a + (1.b)}}" }],
    },
    "an input of the scenario": {
      given: value("{{var.input.note}}"),
      reports: [{ message: "unescaped", at: CONTEXT, text: "{{var.input.note}}" }],
    },
    "a part of what a function gives": {
      given: value("{{first(1.list).note}}"),
      reports: [{ message: "unescaped", at: CONTEXT, text: "{{first(1.list).note}}" }],
    },
    "a replacement of something else": {
      given: value('{{replace(1.note; "a"; "b")}}'),
      reports: [{ message: "unescaped", at: CONTEXT, text: '{{replace(1.note; "a"; "b")}}' }],
    },
  },
});
