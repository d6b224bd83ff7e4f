import { hitlNewerContentType } from "../../../../src/lint/rules/hitl/newer-content-type.ts";
import { describeRule } from "../../describe-rule.ts";
import { BODY, posted, request } from "./requests.ts";

const type = (value: unknown) => posted(request("single_select", { type: value }));

describeRule(hitlNewerContentType, {
  good: {
    text: type("markdown"),
    "an image": type("image"),
    "a type that nobody knows, which another rule reports": type("html"),
    "a mapped type": type("{{1.type}}"),
  },
  bad: {
    "a video": { given: type("video"), reports: [{ message: "newer", at: BODY, text: '"video"' }] },
    "a file": { given: type("file"), reports: [{ message: "newer", at: BODY, text: '"file"' }] },
  },
});
