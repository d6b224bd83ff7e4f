import { Worker } from "node:worker_threads";

/** How long one input may take, in milliseconds. */
const LIMIT = 2_000;

export interface Failure {
  readonly seed: number;
  readonly error: string;
}

export interface FuzzResult {
  readonly inputs: number;
  /** How many of each kind came to what: `blueprint findings`. */
  readonly outcomes: ReadonlyMap<string, number>;
  readonly slowest: number;
  readonly failures: readonly Failure[];
}

interface Answer {
  readonly seed: number;
  readonly kind: string;
  readonly outcome?: string;
  readonly error?: string;
  readonly milliseconds: number;
}

/**
 * Checks input after input, from a seed on, until the time is over or an input hangs. The time is in milliseconds and
 * begins when the first input is checked.
 */
export async function fuzz(
  blueprints: readonly string[],
  { seed, time }: { readonly seed: number; readonly time: number },
): Promise<FuzzResult> {
  const worker = new Worker(new URL("./worker.mjs", import.meta.url), { workerData: { blueprints } });
  const outcomes = new Map<string, number>();
  const failures: Failure[] = [];
  let slowest = 0;
  let current = seed;
  try {
    await answerOf(worker, 60_000);
    const end = performance.now() + time;
    for (; performance.now() < end; current++) {
      worker.postMessage(current);
      const answer = await answerOf<Answer>(worker, LIMIT);
      if (answer === undefined) {
        failures.push({ seed: current, error: `It takes longer than ${LIMIT} ms` });
        break;
      }
      const { kind, outcome = "failed", error, milliseconds } = answer;
      slowest = Math.max(slowest, milliseconds);
      outcomes.set(`${kind} ${outcome}`, (outcomes.get(`${kind} ${outcome}`) ?? 0) + 1);
      if (error !== undefined) failures.push({ seed: current, error });
    }
  } finally {
    await worker.terminate();
  }
  return { inputs: current - seed, outcomes, slowest, failures };
}

/** What a worker says next, or nothing when it does not say anything in time. */
function answerOf<T>(worker: Worker, time: number): Promise<T | undefined> {
  return new Promise((resolve, reject) => {
    const done = (answer: T | undefined): void => {
      clearTimeout(timer);
      worker.off("message", done);
      worker.off("error", reject);
      resolve(answer);
    };
    const timer = setTimeout(() => done(undefined), time);
    worker.once("message", done);
    worker.once("error", reject);
  });
}
