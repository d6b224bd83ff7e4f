// ASSUMPTION: HITL.sh describes its Make app, but no export with one of its modules has ever been seen. The names of the
// fields follow its documentation; everything a blueprint would call them is a guess, and is guessed here only. The
// app's page on Make (apps.make.com/hitl) is the one hard fact.

/** How the catalogue declares the app; the version is a guess, too. */
export const HITL_APP = { slug: "hitl", name: "HITL.sh", version: 1 } as const;

/** Module identifiers without the app: `hitl:createRequest`. */
export const HITL_MODULES = {
  createRequest: "createRequest",
  getRequestStatus: "getRequestStatus",
  makeAnApiCall: "makeAnApiCall",
  watchResponses: "watchResponses",
} as const;

/** Whether a module may be of HITL.sh's app, however it is written: most are plainly of others. */
export const mayBeOfHitl = (type: string): boolean => type.startsWith("hitl") || type.startsWith("app#hitl");

/**
 * What a module is called within HITL.sh's app, in lower case and without separators; nothing for other apps. The app
 * may turn out to have another slug: Make gives custom apps a random ending.
 */
function moduleName(type: string): string | undefined {
  if (!mayBeOfHitl(type)) return undefined;
  const [, name] = /^(?:app#)?hitl(?:-sh)?(?:-[a-z0-9]+)?:(.+)$/.exec(type) ?? [];
  return name?.toLowerCase().replace(/[^a-z0-9]/g, "");
}

/** Whether a module (`app:Module`) asks for a review: `createRequest`, `CreateARequest`, `create-review-request`, … */
export const isCreateRequest = (type: string): boolean => /^createa?(?:review)?request$/.test(moduleName(type) ?? "");

/** Whether a module sends any call to HITL.sh's API: `makeAnApiCall`, `makeApiCall`, `universal`. */
export const isApiCall = (type: string): boolean => /^(?:make(?:an?)?apicall|universal)$/.test(moduleName(type) ?? "");

/** Whether a module gives the state of a request: `getRequestStatus`, `GetARequest`, … */
const isGetRequestStatus = (name: string): boolean => /^get(?:a|the)?(?:review)?request(?:s?status)?$/.test(name);

/** Whether a module starts a scenario with answers: `watchResponses`, `NewResponse`, `watchRequestEvents`, … */
const isWatchResponses = (name: string): boolean =>
  /^(?:trigger)?(?:watch|new|instant)(?:review|request)*(?:responses?|events?|requests?|completed)$/.test(name);

/**
 * The id that the catalogue has for a module of HITL.sh's app which a real export names: `hitl:createRequest` for
 * `app#hitl-sh-x1y2:CreateARequest`. Nothing for modules of other apps, and for those that nobody has described.
 */
export function hitlModuleOf(type: string): string | undefined {
  const name = moduleName(type);
  // Anything else is no id that Make would give.
  if (name === undefined || !/:[A-Za-z0-9]+$/.test(type)) return undefined;
  const [found] = [
    isCreateRequest(type) && HITL_MODULES.createRequest,
    isGetRequestStatus(name) && HITL_MODULES.getRequestStatus,
    isApiCall(type) && HITL_MODULES.makeAnApiCall,
    isWatchResponses(name) && HITL_MODULES.watchResponses,
  ].filter((id) => id !== false);
  return found === undefined ? undefined : `${HITL_APP.slug}:${found}`;
}

/** The fields of Create Request that stand for a field of the API's request, or for the loop in its address. */
export const CREATE_REQUEST_FIELDS = [
  "loop_id",
  "request_text",
  "response_type",
  "response_config",
  "processing_type",
  "priority",
  "timeout_seconds",
  "default_response",
  "context",
  "callback_url",
] as const;

/** The fields without which Create Request does not run. */
export const CREATE_REQUEST_REQUIRED = ["loop_id", "request_text", "response_type", "response_config"] as const;

/** What Create Request sends when such a field is left empty. */
export const CREATE_REQUEST_DEFAULTS = { processing_type: "time-sensitive", priority: "medium" } as const;
