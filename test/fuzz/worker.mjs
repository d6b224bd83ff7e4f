// Checks inputs in a thread of its own, so that one that hangs can be ended. For each seed it is sent, it answers with
// what came of it.

import { parentPort, workerData } from "node:worker_threads";
import { createJiti } from "jiti";

const jiti = createJiti(import.meta.url, { fsCache: false });
const { inputOf } = await jiti.import("./inputs.ts");
const { checkInput } = await jiti.import("./check-input.ts");

parentPort.on("message", (seed) => {
  const { kind, bytes } = inputOf(seed, workerData.blueprints);
  const started = performance.now();
  let outcome;
  let error;
  try {
    outcome = checkInput(bytes);
  } catch (thrown) {
    error = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
  }
  parentPort.postMessage({ seed, kind, outcome, error, milliseconds: performance.now() - started });
});
parentPort.postMessage("ready");
