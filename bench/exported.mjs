// An export as large as anyone asks for: what the editor writes for a tree of routers with mappings, filters and handlers.

/** A blueprint with at least this many modules. */
export function exported(count) {
  let last = 0;
  const module = (type, version, parameters, mapper, more = {}) => {
    const id = ++last;
    const { metadata, ...rest } = more;
    const designer = {
      x: 300 * id,
      y: 0,
      ...(id % 3 === 0 && !type.startsWith("builtin:") ? { name: `Step ${id}` } : {}),
    };
    return { id, module: type, version, parameters, mapper, metadata: { designer, ...metadata }, ...rest };
  };

  /** A step that reads the trigger and the step before it. */
  const step = (before, more) =>
    last % 2 === 0
      ? module(
          "slack:CreateMessage",
          4,
          { __IMTCONN__: 11 },
          {
            channelWType: "manualy",
            channel: "C024BE91L",
            text: `{{1.customer.name}}, {{if(1.total > 100; "thank you"; upper(${before}.value))}}`,
            parse: false,
            mrkdwn: true,
          },
          {
            metadata: { restore: { parameters: { __IMTCONN__: { label: "Team", data: { connection: "slack3" } } } } },
            ...more,
          },
        )
      : module(
          "crm:updateDeal",
          2,
          { __IMTCONN__: 12 },
          { dealId: "{{1.deal.id}}", stage: "won", amount: "{{1.total}}", notes: [{ text: `{{${before}.value}}` }] },
          {
            metadata: {
              parameters: [{ name: "__IMTCONN__", type: "account:crm", label: "Connection", required: true }],
              expect: [
                { name: "dealId", type: "text", label: "Deal", required: true },
                { name: "stage", type: "select", label: "Stage", validate: { enum: ["open", "won", "lost"] } },
                { name: "amount", type: "number", label: "Amount" },
                { name: "notes", type: "array", label: "Notes", spec: [{ name: "text", type: "text", label: "Text" }] },
              ],
            },
            ...more,
          },
        );
  const ignored = () => ({ onerror: [module("builtin:Ignore", 1, {}, {})] });

  /** Five steps, the fourth with a handler, and routes by a value while there is room for them. */
  const flow = (depth, room, first) => {
    const end = last + room;
    const modules = [step(1, first)];
    for (let index = 0; index < 4; index++) modules.push(step(last, index === 2 ? ignored() : {}));
    if (depth === 0 || end - last < 20) {
      while (last < end) modules.push(step(last));
      return modules;
    }
    const router = module("builtin:BasicRouter", 1, {}, null);
    const share = Math.ceil((end - last) / 3);
    router.routes = ["new", "won", "lost"].map((state) => ({ flow: flow(depth - 1, share, isState(state)) }));
    return [...modules, router];
  };
  const isState = (state) => ({
    filter: { name: state, conditions: [[{ a: "{{1.deal.state}}", o: "text:equal", b: state }]] },
  });

  const trigger = module("gateway:CustomWebHook", 1, { hook: 21, maxResults: 1 }, {});
  return {
    name: `Export of ${count} modules`,
    flow: [trigger, ...flow(5, count - 1, {})],
    metadata: {
      instant: true,
      version: 1,
      scenario: { roundtrips: 1, maxErrors: 3, autoCommit: true, sequential: false, dlq: true },
      designer: { orphans: [] },
      zone: "eu1.make.com",
    },
  };
}
