import { describeModule } from "../../model/module-place.ts";
import { noteTexts, type OwnText, ownTexts } from "../own-texts.ts";
import { defineRule } from "../rule.ts";

// The editor shows a connection under the address of its owner, and keeps that in the file. So an export tells whose
// accounts it works with, even where no module holds an address.

/** An e-mail address or a phone number that goes along when the blueprint is shared. */
export const personalDataInBlueprint = defineRule({
  id: "personal-data-in-blueprint",
  category: "security",
  summary: "An e-mail address or a phone number stands in the blueprint, for everybody who gets it",
  severity: { recommended: "off", strict: "off", publish: "warning" },
  since: "0.1.0",

  messages: {
    address: (d: { where: string }) => `${d.where} holds an e-mail address`,
    phone: (d: { where: string }) => `${d.where} holds a phone number`,
  },

  check({ scenario, report }) {
    for (const module of scenario.modules) look(ownTexts(module), `\`${describeModule(module)}\``);
    look(noteTexts(scenario), "A note");

    function look(texts: Iterable<OwnText>, where: string): void {
      for (const { text, pointer, isLabel } of texts) {
        const found = (message: "address" | "phone", pattern: RegExp, help: string): void => {
          for (const match of text.matchAll(pattern)) {
            const range = { start: match.index, end: match.index + match[0].length };
            report(message, { at: { pointer, range }, data: { where }, help });
          }
        };
        if (text.includes("@")) found("address", ADDRESS, "Map it, remove it, or write one of `example.com`");
        // Elsewhere, many a number that begins with a plus is none of a phone.
        if (isLabel && text.includes("+")) found("phone", PHONE, "Remove it");
      }
    }
  },
});

/** Those of `example.com` and its like belong to nobody; `logo@2x.png` is the name of a picture. */
const ADDRESS =
  /(?<![\w.%+@-])[\w.%+-]{1,64}@(?!\dx\.|(?:[\w-]{1,63}\.){0,4}(?:example(?:\.(?:com|net|org))?|invalid|test|localhost)\b)(?:[\w-]{1,63}\.){1,5}[A-Za-z]{2,24}\b/g;

/** With the code of a country. */
const PHONE = /(?<![\w+])\+[1-9]\d{0,2}(?:[ ()/.-]{0,2}\d){7,12}(?!\d)/g;
