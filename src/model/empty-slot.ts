import type { Module } from "./scenario.ts";

/** Whether nobody chose a module for this bubble yet. The editor exports it without a version, and often without an id. */
export const isEmptySlot = (module: Module): boolean => module.type === "placeholder:Placeholder";
