import { boolean, dataStructure, text } from "../field.ts";
import { app, observed } from "../module.ts";

const xml = app({ slug: "xml", name: "XML", version: 1 });

/** What a bundle holds is up to the text: name its type, `parseXml<{ order: { id: string } }>(…)`. */
export const parseXml = xml.transformer("ParseXML", {
  label: "Parse XML",
  summary: "Makes data of an XML text.",
  parameters: {
    type: dataStructure().optional(),
    preserveNumbersAsText: boolean("Preserve numbers as text").default(false),
  },
  mapper: { xml: text("XML").required() },
  canFail: true,
  evidence: observed(3),
});
