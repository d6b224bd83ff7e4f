// What `cyanotype init` asks on a terminal, where no flag has answered it.

import type { Readable, Writable } from "node:stream";
import { isCancel, select, text } from "@clack/prompts";
import type { CiService, ReferenceName } from "../load/init/references.ts";
import { REFERENCES, referenceNames } from "../load/init/references.ts";
import { ENVIRONMENT_NAME_HELP, isEnvironmentName } from "./environment-name.ts";
import { DEFAULTS, type InitAnswers } from "./init-answers.ts";

export interface Terminal {
  readonly input: Readable;
  readonly output: Writable;
}

/** Asks for what is not known; `undefined` when the person has had enough. */
export async function askQuestions(known: Partial<InitAnswers>, terminal: Terminal): Promise<InitAnswers | undefined> {
  const folder =
    known.folder ??
    (await text({ message: "Which folder?", initialValue: DEFAULTS.folder, validate: needed, ...terminal }));
  if (isCancel(folder)) return undefined;
  const source = known.source ?? (await askSource(terminal));
  if (source === undefined) return undefined;
  const env =
    known.env ??
    (await text({
      message: "Which account of Make is it for?",
      initialValue: DEFAULTS.env,
      validate: (name = "") => (isEnvironmentName(name) ? undefined : ENVIRONMENT_NAME_HELP),
      ...terminal,
    }));
  if (isCancel(env)) return undefined;
  const ci = known.ci ?? (await askService(terminal));
  return isCancel(ci) ? undefined : { folder, source, env, ci };
}

async function askSource(terminal: Terminal): Promise<InitAnswers["source"] | undefined> {
  const chosen = await select<ReferenceName | "export">({
    message: "What does it begin with?",
    options: [
      ...referenceNames.map((value) => ({ value, label: value, hint: REFERENCES[value] })),
      { value: "export", label: "an export of mine", hint: "a blueprint from Make's editor" },
    ],
    ...terminal,
  });
  if (isCancel(chosen)) return undefined;
  if (chosen !== "export") return { reference: chosen };
  const path = await text({
    message: "Which file?",
    placeholder: "orders.blueprint.json",
    validate: needed,
    ...terminal,
  });
  return isCancel(path) ? undefined : { export: path };
}

const askService = (terminal: Terminal) =>
  select<CiService>({
    message: "Where are pull requests checked?",
    options: [
      { value: "github", label: "GitHub" },
      { value: "gitlab", label: "GitLab" },
      { value: "none", label: "nowhere, or elsewhere" },
    ],
    ...terminal,
  });

const needed = (value = ""): string | undefined => (value.trim() === "" ? "Give it a name." : undefined);
