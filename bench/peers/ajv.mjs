// The published schema alone, compiled once, over many files. A line of JSON per file that does not fit.
// node ajv.mjs <schema> <files…>

import { readFileSync } from "node:fs";
import { Ajv } from "ajv";

const [schema, ...files] = process.argv.slice(2);
const validate = new Ajv({ strict: false, validateFormats: false, allErrors: true }).compile(
  JSON.parse(readFileSync(schema, "utf8")),
);
for (const file of files) {
  let faults = 1;
  try {
    faults = validate(JSON.parse(readFileSync(file, "utf8"))) ? 0 : validate.errors.length;
  } catch {
    // What is no JSON is one fault.
  }
  if (faults > 0) console.log(JSON.stringify({ file, faults }));
}
