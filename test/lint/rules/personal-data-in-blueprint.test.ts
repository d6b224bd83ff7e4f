import { personalDataInBlueprint } from "../../../src/lint/rules/personal-data-in-blueprint.ts";
import { blueprint, type JsonObject, module, setVariable, webhook } from "../blueprints.ts";
import { describeRule } from "../describe-rule.ts";

const named = (name: string): JsonObject => setVariable(2, "", { metadata: { designer: { x: 0, y: 0, name } } });
const ADDRESS = "ada@lovelace.dev";

describeRule(personalDataInBlueprint, {
  good: {
    "an address that is mapped": blueprint([webhook(), setVariable(2, "{{1.email}}")]),
    "addresses of nobody": blueprint([
      webhook(),
      setVariable(2, "ada@example.com, ada@mail.example.org, ada@shop.example, ada@localhost"),
    ]),
    "the address of a page": blueprint([webhook(), setVariable(2, "https://medium.com/@ada and @ada")]),
    "the name of a picture": blueprint([webhook(), setVariable(2, "logo@2x.png")]),
    "the version of a package": blueprint([webhook(), setVariable(2, "cyanotype@1.2.3")]),
    "a number with a plus that is no label": blueprint([webhook(), setVariable(2, "+4915112345678")]),
    "a sum in a name": blueprint([webhook(), named("Total +15 %")]),
    "what the editor knows of the form": blueprint([
      webhook(),
      setVariable(2, "", { metadata: { expect: [{ name: "to", label: ADDRESS }] } }),
    ]),
  },
  bad: {
    "the caption of a connection": {
      given: blueprint([
        webhook(),
        module(2, "google-email:sendAnEmail", {
          metadata: { restore: { parameters: { __IMTCONN__: { label: `My Google connection (${ADDRESS})` } } } },
        }),
      ]),
      reports: [{ message: "address", at: "/flow/1/metadata/restore/parameters/__IMTCONN__/label", text: ADDRESS }],
    },
    "a receiver": {
      given: blueprint([webhook(), module(2, "google-email:sendAnEmail", { mapper: { to: [ADDRESS] } })]),
      reports: [{ message: "address", at: "/flow/1/mapper/to/0", text: ADDRESS }],
    },
    "two addresses in a text": {
      given: blueprint([webhook(), setVariable(2, `${ADDRESS};bob@lovelace.dev`)]),
      reports: [
        { message: "address", at: "/flow/1/mapper/value", text: ADDRESS },
        { message: "address", at: "/flow/1/mapper/value", text: "bob@lovelace.dev" },
      ],
    },
    "the name of a module": {
      given: blueprint([webhook(), named("Call +49 (151) 234-5678")]),
      reports: [{ message: "phone", at: "/flow/1/metadata/designer/name", text: "+49 (151) 234-5678" }],
    },
    "the name of a filter": {
      given: blueprint([webhook(), setVariable(2, "", { filter: { name: `From ${ADDRESS}`, conditions: [] } })]),
      reports: [{ message: "address", at: "/flow/1/filter/name", text: ADDRESS }],
    },
    "the label of a branch": {
      given: blueprint([
        webhook(),
        module(2, "builtin:BasicIfElse", {
          mapper: null,
          branches: [{ type: "else", label: ADDRESS, merge: false, flow: [setVariable(3)] }],
        }),
      ]),
      reports: [{ message: "address", at: "/flow/1/branches/0/label", text: ADDRESS }],
    },
    "a note": {
      given: blueprint([webhook()], {}, { notes: [{ moduleIds: [1], content: `<p>Ask ${ADDRESS}</p>` }] }),
      reports: [{ message: "address", at: "/metadata/notes/0/content", text: ADDRESS }],
    },
  },
});
