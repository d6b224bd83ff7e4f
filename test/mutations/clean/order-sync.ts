// An order comes in over a webhook; its items are priced one by one, collected, stored and confirmed.

import { all, filter, resuming, retrying, scenario, step } from "./build.ts";

export const orderSync = scenario("Order sync", [
  step(1, "gateway:CustomWebHook@1", "New order", { parameters: { hook: 5_520, maxResults: 1 } }),
  step(2, "builtin:BasicFeeder@1", "Each item", { mapper: { array: "{{1.order.items}}" } }),
  step(3, "datastore:SearchRecord@1", "Own price", {
    parameters: { datastore: 902, limit: "1", continueWhenNoRes: true },
    ...filter("Something is ordered", all(["{{2.quantity}}", "number:greater", "0"], ["{{2.sku}}", "exist"])),
    mapper: { filter: [all(["sku", "text:equal", "{{2.sku}}"])] },
    ...resuming(4, { data: { price: "" } }),
  }),
  step(5, "http:ActionSendData@3", "List price", {
    parameters: { handleErrors: true, useNewZLibDeCompress: true },
    mapper: {
      url: "https://prices.example.com/v1/items/{{encodeURL(2.sku)}}",
      serializeUrl: false,
      method: "get",
      headers: [{ name: "Accept", value: "application/json" }],
      qs: [{ name: "currency", value: "{{1.order.currency}}" }],
      parseResponse: true,
      timeout: "40",
      shareCookies: false,
      rejectUnauthorized: true,
      followRedirect: true,
      gzip: true,
    },
    ...retrying(6),
  }),
  step(7, "builtin:BasicAggregator@1", "All items", {
    parameters: { feeder: 2 },
    mapper: {
      sku: "{{2.sku}}",
      quantity: "{{2.quantity}}",
      sum: "{{2.quantity * ifempty(3.data.price; 5.data.price)}}",
    },
    flags: { stopIfEmpty: true },
  }),
  step(8, "util:SetVariable2@1", "Total", {
    mapper: { name: "total", scope: "roundtrip", value: '{{sum(map(7.array; "sum"))}}' },
  }),
  step(9, "datastore:AddRecord@1", "Store the order", {
    parameters: { datastore: 903 },
    ...filter("Worth something", all(["{{8.total}}", "number:greaterorequal", "1"])),
    mapper: {
      key: "{{1.order.id}}",
      overwrite: true,
      data: {
        total: "{{8.total}}",
        items: "{{7.array}}",
        placed: '{{parseDate(1.order.placed; "YYYY-MM-DD HH:mm"; "Europe/Berlin")}}',
      },
    },
    ...retrying(10),
  }),
  step(11, "builtin:BasicFeeder@1", "Each line", { mapper: { array: "{{7.array}}" } }),
  step(12, "util:TextAggregator@1", "Lines of the mail", {
    parameters: { feeder: 11, rowSeparator: "\n" },
    mapper: { value: '{{11.quantity}} × {{upper(11.sku)}}: {{formatNumber(11.sum; 2; "."; ",")}}' },
  }),
  step(13, "google-email:sendAnEmail@4", "Confirm it", {
    parameters: { __IMTCONN__: 10_120 },
    mapper: {
      to: ["{{1.order.email}}"],
      subject: "Your order {{1.order.id}}",
      bodyType: "collection",
      contents: [
        {
          contentType: "text",
          content:
            'Thank you – „danke“!\n\n{{12.text}}\n\nTotal: {{8.total}} {{1.order.currency}}\n{{if(8.total > 100; "We send it for free."; "Shipping is 5 " + 1.order.currency)}}',
        },
      ],
    },
    ...retrying(14),
  }),
]);
