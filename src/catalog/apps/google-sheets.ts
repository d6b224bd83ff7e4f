import type { Reference } from "../../iml/ast.ts";
import { property } from "../../iml/build.ts";
import { type Expr, expr } from "../../model/expression.ts";
import { bundlePosition } from "../bundle-position.ts";
import {
  account,
  any,
  array,
  boolean,
  collection,
  columns,
  filter,
  hook,
  number,
  remoteSelect,
  select,
  text,
  uinteger,
} from "../field.ts";
import { app, type Lens, type ModuleFunction, observed } from "../module.ts";

const identity = { slug: "google-sheets", name: "Google Sheets", version: 2 } as const;
const sheets = app({ ...identity, parameters: { __IMTCONN__: account("google") } });

// What a form asks depends on how the spreadsheet is chosen. People pick it in a list, which writes a path (`/…/id`);
// code names the id itself, which Make calls `map`.
const chosenBy = (...ways: readonly ["select" | "list", ...string[]]) => select("Choose a method", ways).default("map");
const mode = chosenBy("select", "fromAll", "map");
const method = chosenBy("list", "fromAll", "map");
const from = select("Choose a Drive", ["drive", "share", "team"]);
const spreadsheet = {
  spreadsheetId: text("Spreadsheet ID").required().describe("The part of its address between `/d/` and `/edit`."),
  sheetId: text("Sheet name").required().describe("The name of the tab, such as `Sheet1`."),
};

const NARROW = ["A1:Z1", "A1:BZ1", "A1:CZ1", "A1:DZ1", "A1:MZ1", "A1:ZZ1"] as const;
const WIDE = [...NARROW, "A1:AZZ1", "A1:BZZ1", "A1:CZZ1", "A1:DZZ1", "A1:MZZ1", "A1:ZZZ1"] as const;

const headers = {
  includesHeaders: select("Table contains headers", [true, false]),
  useColumnHeaders: select("Use column headers as IDs of the columns", [true, false]),
};
const valueInputOption = select("Value input option", ["USER_ENTERED", "RAW"])
  .default("USER_ENTERED")
  .optional()
  .describe("Whether Sheets reads a value as if a person typed it (formulas, dates) or keeps it as it is.");
const insertDataOption = select("Insert data option", ["INSERT_ROWS", "OVERWRITE"]).default("INSERT_ROWS").optional();
const rendering = {
  valueRenderOption: select("Value render option", ["FORMATTED_VALUE", "UNFORMATTED_VALUE", "FORMULA"])
    .default("FORMATTED_VALUE")
    .optional(),
  dateTimeRenderOption: select("Date and time render option", ["SERIAL_NUMBER", "FORMATTED_STRING"])
    .default("FORMATTED_STRING")
    .optional(),
};

const row = {
  __ROW_NUMBER__: number("Row number"),
  __SPREADSHEET_ID__: text("Spreadsheet ID"),
  __SHEET__: text("Sheet"),
};

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
type Letters<Text extends string> = Text extends `${infer First}${infer Rest}` ? First | Letters<Rest> : never;
type Letter = Letters<typeof ALPHABET>;
/** A column by its letters, `A` to `ZZ`. */
export type Column = Letter | `${Letter}${Letter}`;

/** What authors read of a row besides what Make gives: cells by the letters of their columns, and the row's number. */
type Cells = Readonly<Record<Column, string>> & { readonly rowNumber: number };

const COLUMNS = [...ALPHABET, ...[...ALPHABET].flatMap((first) => [...ALPHABET].map((second) => first + second))];
const output =
  (name: string) =>
  (bundle: Reference): Reference => ({ ...bundle, path: [...bundle.path, property(name)] });
const CELLS: Lens = {
  ...Object.fromEntries(COLUMNS.map((letters, position) => [letters, output(String(position))])),
  rowNumber: output("__ROW_NUMBER__"),
};

const withCells = <Input, Out, Role extends string>(
  module: ModuleFunction<Input, Out, Role>,
): ModuleFunction<Input, Out & Cells, Role> =>
  Object.assign((...input: Parameters<typeof module>) => ({ ...module(...input), lens: CELLS }), {
    declaration: module.declaration,
  }) as unknown as ModuleFunction<Input, Out & Cells, Role>;

/** A column of the searched table, to the left of a condition: `text.equals(column("E"), "open")`. */
export const column = (letters: Column): Expr<string> => expr({ kind: "text", text: letters });

/** Starts with each new row. Its cells are read by letter (`row.A`), which holds for ranges that begin with column A. */
export const watchRows = withCells(
  sheets.pollingTrigger("watchRows", {
    label: "Watch New Rows",
    summary: "Starts with each row that was added since the last run.",
    parameters: {
      mode,
      from,
      ...spreadsheet,
      includesHeaders: headers.includesHeaders.default(true),
      tableFirstRow: text("Row with headers").default("A1:Z1"),
      limit: uinteger("Limit").default(10),
      ...rendering,
    },
    output: row,
    evidence: observed(15),
  }),
);

/** Starts with each change. It needs the extension "Make for Google Sheets" in the spreadsheet, which calls the webhook. */
export const watchUpdatedCells = app(identity).instantTrigger("watchUpdatedCells", {
  label: "Watch Changes",
  summary: "Starts when a cell is changed.",
  parameters: { __IMTHOOK__: hook("google-sheets2") },
  output: {
    value: any<string>("New value"),
    range: collection("Range", { rowStart: number("First row") }),
    rowValues: any<readonly Readonly<Record<string, string>>[]>("Row values"),
  },
  evidence: observed(3),
});

/** Searches the table from its first row on. Its cells are read by letter (`row.A`). */
export const filterRows = withCells(
  sheets.search("filterRows", {
    label: "Search Rows",
    summary: "Gives the rows that meet the conditions, a bundle for each.",
    mapper: {
      from: select("Enter a Spreadsheet ID and Sheet Name", ["drive", "share"]).default("drive"),
      spreadsheetId: remoteSelect("Spreadsheet ID").required(),
      sheetId: remoteSelect("Sheet name").required(),
      includesHeaders: headers.includesHeaders.default(true),
      tableFirstRow: select("Column range", WIDE).default("A1:CZ1"),
      filter: filter("Filter"),
      orderBy: remoteSelect("Order by").describe("The letters of a column, or `__ROW_NUMBER__`."),
      fieldType: select("Field Type", ["string", "number", "date"]),
      sortOrder: select("Sort order", ["asc", "desc"]).default("asc").optional(),
      limit: number("Maximum number of returned rows"),
      ...rendering,
    },
    output: { ...row, ...bundlePosition },
    evidence: observed(27),
  }),
);

/** Reads a range. Cells are counted from the first column of the range (`0`, `1` …): name the type of a row yourself. */
export const getSheetContent = sheets.search("getSheetContent", {
  label: "Get Range Values",
  summary: "Gives the rows of a range, a bundle for each.",
  mapper: {
    select: method,
    from,
    ...spreadsheet,
    range: text("Range").required().describe("Such as `A2:D50`."),
    includesHeaders: boolean("Table contains headers").default(true),
    tableFirstRow: text("Row with headers"),
    ...rendering,
  },
  output: { ...row, ...bundlePosition },
  evidence: observed(9),
});

export const addRow = sheets.action("addRow", {
  label: "Add a Row",
  summary: "Appends a row to a table.",
  mapper: {
    mode,
    from,
    ...spreadsheet,
    ...headers,
    tableFirstRow: select("Column range", NARROW).default("A1:Z1").optional(),
    values: columns("Values").describe("Cells by column letter."),
    insertUnformatted: boolean("Unformatted").default(false),
    insertDataOption,
    valueInputOption,
  },
  evidence: observed(68),
});

export const addMultipleRows = sheets.action("addMultipleRows", {
  label: "Bulk Add Rows (Advanced)",
  summary: "Appends several rows to a table.",
  mapper: {
    ...spreadsheet,
    tableFirstRow: select("Column range", NARROW).default("A1:Z1"),
    rows: array("Rows", collection("Row", { values: array("Values", text("Column")) })),
    insertUnformatted: boolean("Unformatted").default(false),
    insertDataOption,
    valueInputOption,
  },
  evidence: observed(2),
});

export const updateRow = sheets.action("updateRow", {
  label: "Update a Row",
  summary: "Writes cells of a row; cells that are left out stay as they are.",
  mapper: {
    mode,
    from,
    ...spreadsheet,
    rowNumber: uinteger("Row number").required().describe("Counted from 1, headers included."),
    ...headers,
    tableFirstRow: select("Column range", NARROW).default("A1:Z1").optional(),
    values: columns("Values").describe("Cells by column letter."),
    valueInputOption,
  },
  repeatable: true,
  evidence: observed(36),
});

export const updateCell = sheets.action("updateCell", {
  label: "Update a Cell",
  summary: "Writes one cell.",
  mapper: {
    select: method,
    from,
    ...spreadsheet,
    cell: text("Cell").required().describe("Such as `D2`."),
    value: text("Value"),
    valueInputOption,
  },
  repeatable: true,
  evidence: observed(8),
});

export const clearValuesFromRange = sheets.action("clearValuesFromRange", {
  label: "Clear Values from a Range",
  summary: "Empties the cells of a range.",
  mapper: {
    select: method,
    from,
    spreadsheetId: spreadsheet.spreadsheetId,
    sheet: spreadsheet.sheetId.as("sheetId"),
    range: text("Range").required().describe("Such as `A2:D50`."),
  },
  repeatable: true,
  evidence: observed(3),
});
