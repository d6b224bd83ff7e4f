import { any, dataStructure, freeFields, select, text } from "../field.ts";
import { app, observed, weak } from "../module.ts";

const json = app({ slug: "json", name: "JSON", version: 1 });

const space = select("Indentation", ["tab", "2", "4"]).describe("One line when it is left out.");
const structured = { type: dataStructure(), space };
const values = freeFields("Values").describe("The fields of the data structure.");

/**
 * What a bundle holds is up to the text: name its type, `parseJson<{ total: number }>(…)`. A list at the top gives one
 * bundle for each of its items.
 */
export const parseJson = json.transformer("ParseJSON", {
  label: "Parse JSON",
  summary: "Makes data of a JSON text.",
  parameters: { type: dataStructure().optional() },
  mapper: { json: text("JSON string").required() },
  canFail: true,
  evidence: observed(37),
});

export const createJson = json.transformer("CreateJSON", {
  label: "Create JSON",
  summary: "Makes a JSON text of values, by a data structure.",
  parameters: structured,
  mapper: { values },
  output: { json: text("JSON string") },
  evidence: observed(10),
});

export const transformToJson = json.transformer("TransformToJSON", {
  label: "Transform to JSON",
  summary: "Makes a JSON text of any data.",
  parameters: { space },
  mapper: { object: any("Object") },
  output: { json: text("JSON string") },
  evidence: observed(6),
});

export const aggregateToJson = json.aggregator("AggregateToJSON", {
  label: "Aggregate to JSON",
  summary: "Makes one JSON text of many bundles, by a data structure.",
  parameters: structured,
  mapper: { values },
  output: { json: text("JSON string") },
  evidence: weak("Copied from Make's editor, but before its fields were filled in"),
});
