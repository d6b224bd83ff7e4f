// Libraries that few mappings need: each is loaded when the first of those is evaluated. Evaluation is synchronous,
// and so is this.

import { createRequire } from "node:module";
import type moment from "moment-timezone";
import type semver from "semver";

const require = createRequire(import.meta.url);

/** What Make's own dates are made with: the same tokens, the same zones. */
export const loadMoment = (): typeof moment => require("moment-timezone");

/** What Make's filters compare versions with. */
export const loadSemver = (): typeof semver => require("semver");

export const loadCrypto = (): typeof import("node:crypto") => require("node:crypto");

export const loadThreads = (): typeof import("node:worker_threads") => require("node:worker_threads");
