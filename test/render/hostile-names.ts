// Names that try to be more than names.

/** Each tries to break out of one format or another. */
export const HOSTILE = [
  "<script>alert(1)</script>",
  "</title></svg><img src=x onerror=alert(1)>",
  "]]><!-- --> <![CDATA[",
  "&lt;b&gt; &amp; &#x0;",
  '" onload="alert(1)',
  "'quoted' \"both\"",
  "`backticks` and ```fences```",
  "line one\nline two\r\nline three\u2028four",
  "right \u202eto left\u202c and \u2066isolated\u2069",
  "\u001b[31mred\u001b[0m \u001b]0;title\u0007",
  "nul \u0000 bell \u0007 del \u007f c1 \u0085",
  "lone \ud800 and \udc00 surrogates, \ufffe and \uffff",
  "end",
  "subgraph x",
  "%%{init: {'theme':'dark'}}%%",
  "1. a list",
  "- a list",
  'a --> b; click a "javascript:alert(1)"',
  "#quot; #35; #amp;",
  "[x] (y) {z} |w| :::off",
  "**bold** _it_ ~no~",
  "𝒳 👩‍👩‍👧 é ẹ́ 漢字 עברית",
  " ",
  "x".repeat(5000),
] as const;
