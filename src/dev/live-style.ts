import { SEVERITY_COLORS } from "../render/svg-module.ts";
import { COLORS } from "../render/svg-theme.ts";

const FIXED = `
*{box-sizing:border-box}
body{margin:0;min-height:100vh;display:flex;flex-direction:column;font:15px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,Arial,sans-serif}
header{display:flex;flex-wrap:wrap;gap:4px 14px;align-items:baseline;padding:10px 20px;border-bottom:1px solid}
h1{margin:0;font-size:18px}
h2{margin:0;font-size:16px;overflow-wrap:anywhere}
a{color:inherit;text-underline-offset:3px}
a:focus-visible,summary:focus-visible{outline:3px solid;outline-offset:2px;border-radius:4px}
#live{margin-left:auto;font-size:13px}
#live.on::before{content:"●";margin-right:6px;color:#1a8f4c}
#live.off::before{content:"○";margin-right:6px}
main{width:100%;max-width:980px;margin:0 auto;padding:20px}
main>p{margin:0 0 16px}
.cards{display:grid;grid-template-columns:minmax(0,1fr);gap:12px;margin:0;padding:0;list-style:none}
.cards>li,.problems{padding:14px 16px;border:1px solid;border-radius:12px}
.cards ul{margin:8px 0 0;padding:0;list-style:none}
.cards ul>li{margin-top:4px}
.file,.faint{font-size:13px}
.file{margin:0;overflow-wrap:anywhere}
.verdict{display:inline-block;padding:0 9px;border-radius:10px;font-size:13px;color:#fff;white-space:nowrap}
.verdict.none{padding:0;color:inherit}
.problems{margin:0 0 16px;border-left:6px solid ${SEVERITY_COLORS.error}!important}
body:has(iframe){height:100vh}
body>.problems{margin:10px 20px}
body>.problems pre{max-height:28vh}
pre{margin:8px 0 0;overflow:auto;font:13px/1.45 ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace}
details{margin-top:4px}
details>pre{white-space:pre-wrap;overflow-wrap:anywhere}
summary{cursor:pointer;font-size:13px}
iframe{flex:1;width:100%;border:0}
${Object.entries(SEVERITY_COLORS)
  .map(([severity, color]) => `.verdict.${severity}{background:${color}}`)
  .join("\n")}
`;

function colorsOf(theme: "light" | "dark"): string {
  const { paper, text, muted, line, badge } = COLORS[theme];
  return [
    `:root{color-scheme:${theme}}`,
    `body{background:${paper};color:${text}}`,
    `header,.cards>li,.problems{background:${badge};border-color:${line}}`,
    `.file,.faint,#live,summary{color:${muted}}`,
  ].join("");
}

/** The style of every page, by light and by dark. */
export const LIVE_STYLE = `${FIXED}${colorsOf("light")}@media (prefers-color-scheme:dark){${colorsOf("dark")}}`;
