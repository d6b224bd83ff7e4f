import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";

/** Runs in a process of its own: here, another test may have loaded them already. */
const SCRIPT = `
import { createRequire } from "node:module";
import { createJiti } from "jiti";
const { evaluateConditions, evaluateTemplate } = await createJiti(import.meta.url).import("./src/iml.ts");
const loaded = () =>
  ["moment-timezone", "semver"].filter((name) =>
    Object.keys(createRequire(import.meta.url).cache).some((path) => path.includes(\`/\${name}/\`)),
  );
const now = new Date(0);
const steps = [loaded()];
evaluateTemplate('{{upper("a") + toString(now) + missing}}', { now });
steps.push(loaded());
evaluateTemplate('{{formatDate(now; "YYYY")}}', { now });
steps.push(loaded());
evaluateConditions([[{ a: "1.0.0", o: "semver:equal", b: "1.0.0" }]], { now });
steps.push(loaded());
console.log(JSON.stringify(steps));
`;

test("libraries are loaded by the first mapping that needs them", () => {
  const output = execFileSync(process.execPath, ["--input-type=module", "-e", SCRIPT], { encoding: "utf8" });
  expect(JSON.parse(output)).toEqual([[], [], ["moment-timezone"], ["moment-timezone", "semver"]]);
});
