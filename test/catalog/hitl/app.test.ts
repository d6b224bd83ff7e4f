import { describe, expect, test } from "vitest";
import { HITL_MODULES, hitlModuleOf } from "../../../src/catalog/hitl/app.ts";

describe("a module of HITL.sh's app that an export names is", () => {
  test.for(Object.values(HITL_MODULES).map((name) => `hitl:${name}`))("%s itself", (id) => {
    expect(hitlModuleOf(id)).toBe(id);
  });

  test.for<[type: string, id: string]>([
    ["hitl:CreateARequest", "hitl:createRequest"],
    ["app#hitl-sh-x1y2z3:createReviewRequest", "hitl:createRequest"],
    ["hitl-sh:getARequest", "hitl:getRequestStatus"],
    ["app#hitl-a1b2:GetRequestStatus", "hitl:getRequestStatus"],
    ["hitl:universal", "hitl:makeAnApiCall"],
    ["hitl:makeApiCall", "hitl:makeAnApiCall"],
    ["hitl:newResponse", "hitl:watchResponses"],
    ["hitl:triggerWatchRequestEvents", "hitl:watchResponses"],
  ])("%s: %s", ([type, id]) => {
    expect(hitlModuleOf(type)).toBe(id);
  });

  test.for([
    "hitl:listLoops",
    "hitl:create\nRequest",
    "hitl:",
    "hitlx:createRequest",
    "slack:createRequest",
    "createRequest",
  ])("none: %j", (type) => {
    expect(hitlModuleOf(type)).toBeUndefined();
  });
});
