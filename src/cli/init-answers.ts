import type { ProjectWish } from "../load/init/plan-project.ts";

/** What must be known before a project can be made; paths are as they were typed. */
export type InitAnswers = Pick<ProjectWish, "folder" | "source" | "env" | "ci">;

export const DEFAULTS: InitAnswers = {
  folder: ".",
  source: { reference: "google-forms-approval" },
  env: "production",
  ci: "github",
};
