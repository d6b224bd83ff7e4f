import { describe, expect, test } from "vitest";
import { actionName, appColor, appLetters, appName, KNOWN_COLORS, PALETTE } from "../../src/render/app-look.ts";
import { SEVERITY_COLORS } from "../../src/render/svg-module.ts";
import { COLORS } from "../../src/render/svg-theme.ts";

/** Relative luminance as WCAG has it. */
function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(color.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

describe("contrast is enough to read", () => {
  test.for([...PALETTE, ...Object.values(KNOWN_COLORS), ...Object.values(SEVERITY_COLORS), appColor("builtin")])(
    "white letters on %s",
    (color) => {
      expect(contrast(color, "#ffffff")).toBeGreaterThanOrEqual(4.5);
    },
  );

  test.for(["light", "dark"] as const)("words of %s", (theme) => {
    const { paper, text, muted, span, note, noteText, badge, failure } = COLORS[theme];
    for (const [word, ground] of [
      [text, paper],
      [muted, paper],
      [text, span],
      [muted, span],
      [noteText, note],
      [muted, badge],
    ] as const)
      expect(contrast(word, ground)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(failure, paper)).toBeGreaterThanOrEqual(3);
  });
});

test("an app has the same colour always, and one of the palette", () => {
  expect(appColor("acme")).toBe(appColor("acme"));
  expect(PALETTE).toContain(appColor("acme"));
  expect(PALETTE).toContain(appColor("constructor"));
});

test.for([
  ["Google Sheets", "GS"],
  ["Slack", "Sl"],
  ["HTTP", "HTTP"],
  ["X", "X"],
  ["hitl.sh", "HS"],
  ["漢字", "漢字"],
  ["…", "?"],
  ["", "?"],
])("the letters of %j are %j", ([name = "", letters]) => {
  expect(appLetters(name)).toBe(letters);
});

test.for([
  ["google-sheets", "Google Sheets"],
  ["workfront-workfront", "Workfront"],
  ["ai-tools", "AI Tools"],
  ["app#acme-x1y2", "Acme X1y2"],
  ["", ""],
])("the app %j is called %j", ([slug = "", name]) => {
  expect(appName(slug)).toBe(name);
});

test.for([
  ["CreateMessage", "Create Message"],
  ["makeAPICall", "Make API Call"],
  ["watch_rows2", "Watch Rows2"],
])("the module %j is called %j", ([module = "", name]) => {
  expect(actionName(module)).toBe(name);
});
