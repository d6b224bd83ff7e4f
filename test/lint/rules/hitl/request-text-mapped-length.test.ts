import { hitlRequestTextMappedLength } from "../../../../src/lint/rules/hitl/request-text-mapped-length.ts";
import { describeRule } from "../../describe-rule.ts";
import { asked, BODY, field, posted, request } from "./requests.ts";

const text = (request_text: string) => asked(request("single_select", { request_text }));

describeRule(hitlRequestTextMappedLength, {
  good: {
    "text without mappings": text("Is this in order?"),
    "a cut": text("{{substring(1.text; 0; 2000)}}"),
    "a cut that leaves room for more text": text("Review: {{substring(1.text; 0; 1900)}}"),
    "a cut within other functions": text('{{trim(replace(substring(1.text; 0; 2000); "a"; "b"))}}'),
    "dates, numbers and counts": text(
      'Since {{formatDate(1.date; "YYYY")}}: {{length(1.items)}} of {{1.a * 2}}, {{now}}',
    ),
    "a choice between texts": text('{{if(1.urgent; "Now"; ifempty("Later"; "Never"))}}'),
    "cuts that are joined": text('{{substring(1.a; 0; 900) + " " + (substring(1.b; 0; 900))}}'),
  },
  bad: {
    "a value as it is": {
      given: text("Review: {{1.text}}"),
      reports: [{ message: "uncut", at: field("request_text") }],
    },
    "a value in a body": {
      given: posted(request("single_select", { request_text: "{{1.text}}" })),
      reports: [{ message: "uncut", at: BODY, text: '"{{1.text}}"' }],
    },
    "a cut that is too long for the text around it": {
      given: text("Review: {{substring(1.text; 0; 2000)}}"),
      reports: [{ message: "uncut", at: field("request_text") }],
    },
    "a cut up to a length that is mapped": {
      given: text("{{substring(1.text; 0; 1.length)}}"),
      reports: [{ message: "uncut", at: field("request_text") }],
    },
    "a cut from a place that is mapped": {
      given: text("{{substring(1.text; 1.start; 2000)}}"),
      reports: [{ message: "uncut", at: field("request_text") }],
    },
    "a part of a list": {
      given: text("{{slice(1.list; 0; 2)}}"),
      reports: [{ message: "uncut", at: field("request_text") }],
    },
    "an input of the scenario": {
      given: text("{{var.input.text}}"),
      reports: [{ message: "uncut", at: field("request_text") }],
    },
    "a branch that is not cut": {
      given: text('{{if(1.short; "ok"; 1.text)}}'),
      reports: [{ message: "uncut", at: field("request_text") }],
    },
    "a list as text": {
      given: text('{{join(1.list; ",")}}'),
      reports: [{ message: "uncut", at: field("request_text") }],
    },
    "a part of what a function gives": {
      given: text("{{first(1.list).text}}"),
      reports: [{ message: "uncut", at: field("request_text") }],
    },
  },
});
