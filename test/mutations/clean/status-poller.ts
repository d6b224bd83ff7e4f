// Asks an API for incidents every now and then, and keeps a sheet of them.

import { all, filter, ignoring, retrying, router, scenario, step } from "./build.ts";

export const statusPoller = scenario("Status poller", [
  step(1, "http:MakeRequest@4", "Ask for incidents", {
    parameters: { authenticationType: "noAuth", tlsType: "", proxyKeychain: "" },
    mapper: {
      url: "https://status.example.com/api/incidents.json",
      method: "get",
      headers: [],
      queryParameters: [{ name: "since", value: '{{formatDate(addDays(now; -1); "YYYY-MM-DD")}}' }],
      parseResponse: false,
      stopOnHttpError: true,
      timeout: "60",
    },
  }),
  step(2, "json:ParseJSON@1", "Read the answer", {
    parameters: { type: "" },
    mapper: { json: "{{1.data}}" },
    ...ignoring(3),
  }),
  step(4, "builtin:BasicFeeder@1", "Each incident", { mapper: { array: "{{2.incidents}}" } }),
  step(5, "google-sheets:filterRows@2", "Known already?", {
    parameters: { __IMTCONN__: 10_150 },
    ...filter(
      "Serious",
      all(["{{4.impact}}", "text:notequal", "none"], ["{{4.started_at}}", "date:greater", "{{addDays(now; -7)}}"]),
    ),
    mapper: {
      from: "drive",
      spreadsheetId: "/1ncidents",
      sheetId: "Incidents",
      includesHeaders: true,
      tableFirstRow: "A1:Z1",
      filter: [all(["A", "text:equal", "{{4.id}}"])],
      limit: "1",
      valueRenderOption: "FORMATTED_VALUE",
    },
    ...retrying(6),
  }),
  router(7, "New or known", [
    [
      step(8, "google-sheets:addRow@2", "Add it", {
        parameters: { __IMTCONN__: 10_150 },
        ...filter("New", all(["{{5.__IMTLENGTH__}}", "number:equal", "0"])),
        mapper: {
          mode: "select",
          from: "drive",
          spreadsheetId: "/1ncidents",
          sheetId: "Incidents",
          includesHeaders: true,
          tableFirstRow: "A1:Z1",
          values: {
            "0": "{{4.id}}",
            "1": "{{4.name}}",
            "2": "{{4.impact}}",
            "3": '{{join(map(4.components; "name"); ", ")}}',
          },
          insertUnformatted: false,
          valueInputOption: "USER_ENTERED",
        },
        ...retrying(9),
      }),
      step(10, "util:SetVariable2@1", "What was added", {
        mapper: { name: "added", scope: "roundtrip", value: "{{4.name}}" },
      }),
    ],
    [
      step(11, "util:GetVariable2@1", "What was added", {
        ...filter("Critical", all(["{{4.impact}}", "text:equal", "critical"])),
        mapper: { name: "added" },
      }),
      step(12, "slack:CreateMessage@4", "Tell everybody", {
        parameters: { __IMTCONN__: 10_121 },
        mapper: {
          channelWType: "list",
          channelType: "public",
          channel: "C0STATUS",
          text: '{{ifempty(11.added; 4.name)}}: {{4.impact}} since {{formatDate(4.started_at; "D MMM, HH:mm")}}',
        },
        ...retrying(13),
      }),
    ],
  ]),
]);
