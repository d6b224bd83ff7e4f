import { connectedModules } from "../../model/connected-modules.ts";
import { describeModule, fieldPlace } from "../../model/module-place.ts";
import { isEmpty, isUntouched } from "../form-fields.ts";
import { defineRule } from "../rule.ts";

/** A row is written to Google Sheets without a word on how its values are to be read. */
export const missingValueInputOption = defineRule({
  id: "missing-value-input-option",
  category: "configuration",
  summary: "Cells of Google Sheets are written without saying whether to read them as typed or as they are",
  severity: { recommended: "warning", strict: "error" },
  since: "0.1.0",

  messages: {
    missing: (d: { module: string }) =>
      `\`${d.module}\` does not say whether Sheets reads its values as if they were typed`,
  },

  check({ scenario, catalog, report }) {
    for (const module of connectedModules(scenario)) {
      const declaration = catalog.find(module.type, module.version);
      if (!declaration?.mapper?.valueInputOption || declaration.version !== module.version) continue;
      const { mapper } = module.source;
      if (isUntouched(module) || !isEmpty(mapper?.valueInputOption)) continue;
      report("missing", {
        at: fieldPlace(module, "mapper", "valueInputOption"),
        data: { module: describeModule(module) },
        help: 'Set `mapper.valueInputOption` to "USER_ENTERED", so that dates and numbers become ones, or to "RAW"',
      });
    }
  },
});
