// Is what we publish usable? Packs the tarball, installs it in an empty folder, imports every entry point, type-checks a
// scenario against the published types, and runs the command.

import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const { name, exports, dependencies } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const folder = mkdtempSync(join(tmpdir(), "cyanotype-package-"));
const run = (program, args, cwd = folder) =>
  execFileSync(program, args, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });
const tool = (path, ...args) => run(process.execPath, [join(root, "node_modules", path), ...args], root);

try {
  const [packed] = JSON.parse(run("npm", ["pack", "--json", "--ignore-scripts", "--pack-destination", folder], root));
  const files = packed.files.map(({ path }) => path);
  const stray = files.filter(
    (path) =>
      !/^(dist|schemas|scenarios|docs|scripts\/action)\/|^(package\.json|action\.yml|README\.md|LICENSE)$/.test(path),
  );
  if (stray.length > 0) throw new Error(`The tarball holds what users do not need: ${stray.join(", ")}`);
  console.log(`${packed.filename}: ${files.length} files, ${Math.round(packed.size / 1024)} KiB packed`);

  const tarball = join(folder, packed.filename);
  tool("publint/src/cli.js", "run", tarball, "--strict");
  tool(
    "@arethetypeswrong/cli/dist/index.js",
    tarball,
    "--profile",
    "esm-only",
    "--exclude-entrypoints",
    "schemas/*",
    "--format",
    "ascii",
  );

  writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "user", private: true, type: "module" }));
  run("npm", ["install", "--no-audit", "--no-fund", "--silent", tarball]);

  const entries = Object.keys(exports).filter((entry) => !entry.includes("*") && !entry.endsWith(".json"));
  for (const entry of entries) {
    const specifier = join(name, entry).replaceAll("\\", "/");
    const count = run(process.execPath, [
      "-e",
      `import("${specifier}").then((m) => console.log(Object.keys(m).length))`,
    ]).trim();
    if (!(Number(count) > 0)) throw new Error(`${specifier} exports nothing`);
    console.log(`import "${specifier}": ${count} exports`);
  }

  mkdirSync(join(folder, "scenarios/environments"), { recursive: true });
  writeFileSync(
    join(folder, "scenarios/environments/test.yaml"),
    "connections: { slack: 1 }\nwebhooks: { orders: { id: 2 } }\n",
  );
  writeFileSync(join(folder, "scenarios/orders.scenario.ts"), scenarioSource());
  writeFileSync(
    join(folder, "tsconfig.json"),
    JSON.stringify({
      compilerOptions: { module: "nodenext", target: "es2023", strict: true, noEmit: true, types: [] },
      include: ["scenarios"],
    }),
  );
  run(process.execPath, [join(root, "node_modules/typescript/bin/tsc"), "-p", "."]);
  console.log(run(process.execPath, [join(folder, "node_modules/.bin/cyanotype"), "compile"]).trim());
  console.log(run(process.execPath, [join(folder, "node_modules/.bin/cyanotype"), "lint", "scenarios"]).trim());
  const page = run(process.execPath, [join(folder, "node_modules/.bin/cyanotype"), "explain", "dangling-reference"]);
  console.log(page.split("\n", 1)[0]);
  run(process.execPath, [join(folder, "node_modules/.bin/cyanotype"), "init", "begun", "--yes"]);
  const fresh = run(
    process.execPath,
    [join(folder, "node_modules/.bin/cyanotype"), "compile", "--check"],
    join(folder, "begun"),
  );
  console.log(`A new project: ${fresh.trim()}`);
  console.log(`${Object.keys(dependencies).length} dependencies`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function scenarioSource() {
  return `import { connection, iml, onError, scenario, webhook } from "cyanotype";
import { slack, webhooks } from "cyanotype/apps";

export const orders = scenario("Orders", { storeIncompleteExecutions: true }, (flow) => {
  const order = flow.trigger("Order arrives", webhooks.customWebhook<{ number: number }>({ webhook: webhook("orders") }));
  flow.step("Tell the team", slack.createMessage({ connection: connection("slack"), channel: "#orders", text: iml\`Order \${order.number}\` }), {
    onError: onError.retry({ attempts: 3, everyMinutes: 5 }),
  });
});
`;
}
