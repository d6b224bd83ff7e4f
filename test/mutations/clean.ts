// The blueprints that the faults are seeded into. The linter finds nothing in them, however strict it is.

import { accessAct, accessAsk } from "./clean/access-requests.ts";
import { contentModeration } from "./clean/content-moderation.ts";
import { expenseApproval } from "./clean/expense-approval.ts";
import { greetingCallee, greetingCaller } from "./clean/greeting.ts";
import { orderSync } from "./clean/order-sync.ts";
import { statusPoller } from "./clean/status-poller.ts";
import { supportEscalation } from "./clean/support-escalation.ts";
import { travelAct, travelAsk } from "./clean/travel-requests.ts";

export const clean = {
  "travel: ask": travelAsk,
  "travel: act": travelAct,
  "access: ask": accessAsk,
  "access: act": accessAct,
  moderation: contentModeration,
  support: supportEscalation,
  expenses: expenseApproval,
  orders: orderSync,
  status: statusPoller,
  "greeting: caller": greetingCaller,
  "greeting: callee": greetingCallee,
} as const;

export type CleanName = keyof typeof clean;
