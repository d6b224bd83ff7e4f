// Shows the findings of the fixed sample on genuine exports that nobody has judged yet, and what the judged ones come to.
// A verdict is a line in test/lint/precision/verdicts.json: "<key>": { "rule", "isTrue", "why" }. `--all` shows all of them.

import { createJiti } from "jiti";

const jiti = createJiti(import.meta.url);
const { precisionTable, readVerdicts, sample } = await jiti.import("../test/lint/precision/sample.ts");
const { createLocator } = await jiti.import("../src/blueprint/locate.ts");
const { formatText } = await jiti.import("../src/lint/formats/text.ts");
const { createReport, locateFindings } = await jiti.import("../src/lint/report.ts");

const verdicts = readVerdicts();
const sampled = sample();
for (const { key, file, text, finding } of sampled) {
  if (verdicts[key] !== undefined && !process.argv.includes("--all")) continue;
  const located = locateFindings({ path: file, findings: [finding], locate: createLocator(text) });
  const [block] = formatText(createReport([located], 1), { textOf: () => text }).split("\n\n1 ");
  console.log(`${block}\n  key     ${key}\n`);
}
console.log(precisionTable());
for (const severity of ["error", "warning"]) {
  const judged = sampled.filter(({ key, finding }) => finding.severity === severity && verdicts[key] !== undefined);
  console.log(`${severity}: ${judged.filter(({ key }) => verdicts[key].isTrue).length} of ${judged.length} are true`);
}
