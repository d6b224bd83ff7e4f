// The frame of every page: one script, one style, and a policy that lets nothing else in.

import { createHash } from "node:crypto";
import { printable } from "../diagnostics/code-frame.ts";
import { escapeMarkup, escapeXml } from "../render/harmless.ts";
import { LIVE_SCRIPT } from "./live-script.ts";
import { LIVE_STYLE } from "./live-style.ts";

export interface LiveDocument {
  readonly title: string;
  /** Elements in front of the sign that tells whether the page is live. */
  readonly header: string;
  readonly body: string;
}

/** A page, and what it is told apart by from the one that comes after it. */
export interface LivePage {
  readonly html: string;
  readonly tag: string;
}

export const digest = (text: string, encoding: "base64" | "hex" = "hex"): string =>
  createHash("sha256").update(text).digest(encoding);

/** What a page of ours may do: show pictures of ours, and hear from the server that it comes from. */
export const POLICY = [
  "default-src 'none'",
  `script-src 'sha256-${digest(LIVE_SCRIPT, "base64")}'`,
  `style-src 'sha256-${digest(LIVE_STYLE, "base64")}'`,
  "img-src data:",
  "connect-src 'self'",
  "frame-src 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

/** A page. `state` is all else that makes it old when it changes. */
export function livePage({ title, header, body }: LiveDocument, state = ""): LivePage {
  const tag = digest([title, header, body, state].join("\0"));
  const html = `<!doctype html>
<html lang="en" data-tag="${tag}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeXml(title)}</title>
<link rel="icon" href="data:,">
<style>${LIVE_STYLE}</style>
</head>
<body>
<header>
${header}
<span id="live" role="status"></span>
</header>
${body}
<script>${LIVE_SCRIPT}</script>
</body>
</html>
`;
  return { html, tag };
}

/** Lines of text as they are in a terminal. */
export const preformatted = (text: string): string =>
  `<pre>${text
    .trimEnd()
    .split("\n")
    .map((line) => escapeMarkup(printable(line)))
    .join("\n")}</pre>`;
