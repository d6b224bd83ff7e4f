import { HEX_COLOR } from "../../../catalog/hitl/contract.ts";
import { writeField } from "../../review-fixes.ts";
import { defineRequestRule } from "../../review-request-rule.ts";
import { quoted } from "../../review-wording.ts";

export const hitlColorHex = defineRequestRule({
  id: "hitl/color-hex",
  gravity: "risky",
  summary: "A color of an answer is not written in hexadecimal",
  fixable: "safe",

  messages: {
    notHex: (d: { key: string; value: string }) => `\`${d.key}\` is ${d.value}, not a color such as \`#16a34a\``,
  },

  check(request, report) {
    const { configOf, options } = request;
    const config = configOf("boolean");
    const colors = [
      ...options.map((option) => ["color", option.get("color")] as const),
      ...["true_color", "false_color"].map((key) => [key, config?.get(key)] as const),
    ];
    for (const [key, color] of colors) {
      if (color === undefined || color.kind === "mapped") continue;
      if (color.kind === "string" && HEX_COLOR.test(color.value)) continue;
      report("notHex", {
        at: color.at,
        data: { key, value: quoted(color.value) },
        help: "Write `#` and six digits from 0 to f",
        fix:
          color.kind === "string" && HEX_COLOR.test(`#${color.value.trim()}`)
            ? writeField("safe", request, color, `#${color.value.trim()}`)
            : undefined,
      });
    }
  },
});
