// Checks inputs that nobody would write, from a seed of its own each time: npm run fuzz -- --seconds 600 --seed 1.

import { parseArgs } from "node:util";
import { createJiti } from "jiti";

const { values } = parseArgs({
  options: {
    seconds: { type: "string", default: "120" },
    seed: { type: "string", default: String(Date.now() % 2 ** 31) },
  },
});
const jiti = createJiti(import.meta.url);
const { blueprintTexts } = await jiti.import("../test/fuzz/blueprints.ts");
const { fuzz } = await jiti.import("../test/fuzz/fuzz.ts");

const [seconds, seed] = [Number(values.seconds), Number(values.seed)];
console.log(`seed ${seed}, ${seconds} s`);
const { inputs, outcomes, slowest, failures } = await fuzz(blueprintTexts(), { seed, time: seconds * 1000 });
for (const [outcome, count] of [...outcomes].sort()) console.log(`${String(count).padStart(8)}  ${outcome}`);
console.log(`${inputs} inputs, the slowest took ${slowest.toFixed(0)} ms, ${failures.length} failed`);
// Many fail of the same.
const byReason = new Map(failures.map((failure) => [failure.error.split(/:|`/u, 2).join(":"), failure]));
for (const { seed: own, error } of [...byReason.values()].slice(0, 20)) console.log(`\nseed ${own}: ${error}`);
process.exitCode = failures.length > 0 ? 1 : 0;
