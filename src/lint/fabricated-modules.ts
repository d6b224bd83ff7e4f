/**
 * Identifiers that people and language models make up, and what to use instead: the identifier of a real module, or a
 * sentence where no module does it. Only names that were looked into and found not to exist are listed; one that is
 * merely unknown is not.
 */
export const FABRICATED_MODULES: ReadonlyMap<string, { readonly use: string } | { readonly advice: string }> = new Map([
  ["airtable:createRecord", { use: "airtable:ActionCreateRecord" }],
  ["builtin:IgnoreError", { use: "builtin:Ignore" }],
  [
    "builtin:Schedule",
    { advice: "Remove it and set the schedule of the scenario in Make: it is no part of a blueprint" },
  ],
  ["builtin:Sleep", { use: "util:FunctionSleep" }],
  ["flow:ActionRouter", { use: "builtin:BasicRouter" }],
  ["gmail:sendEmail", { use: "google-email:sendAnEmail" }],
  ["google-drive:uploadFile", { use: "google-drive:uploadAFile" }],
  ["google-email:watchEmails", { use: "google-email:triggerWatchNewEmails" }],
  ["google-sheets:SearchRows", { use: "google-sheets:filterRows" }],
  ["google-sheets:getRows", { use: "google-sheets:getSheetContent" }],
  ["google-sheets:searchRows", { use: "google-sheets:filterRows" }],
  ["hubspot:createContact", { use: "hubspotcrm:createContact" }],
  ["openai:CreateChatCompletion", { use: "openai-gpt-3:CreateCompletion" }],
  ["openai:createChatCompletion", { use: "openai-gpt-3:CreateCompletion" }],
  ["set:Variable", { use: "util:SetVariable2" }],
  ["slack:createMessage", { use: "slack:CreateMessage" }],
]);
