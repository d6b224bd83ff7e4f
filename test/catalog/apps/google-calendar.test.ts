import { expect, test } from "vitest";
import * as googleCalendar from "../../../src/catalog/apps/google-calendar.ts";
import { connection } from "../../../src/dsl/bindings.ts";
import { describeAgainstExports } from "../corpus-modules.ts";
import { valuesOf } from "../values-of.ts";

test("an event is busy, private to nobody, and without a video conference, unless somebody says so", () => {
  const event = googleCalendar.createAnEvent({
    connection: connection("google"),
    calendar: "primary",
    summary: "Review",
    start: new Date("2026-05-01T09:00:00Z"),
    duration: "00:30",
    guestPermissions: { guestsCanModify: true },
  });
  expect(valuesOf(event).mapper).toEqual({
    select: "detail",
    calendar: "primary",
    summary: "Review",
    start: "2026-05-01T09:00:00.000Z",
    duration: "00:30",
    allDayEvent: false,
    guestPermissions: { guestsCanModify: true, guestsCanInviteOthers: true, guestsCanSeeOtherGuests: true },
    visibility: "default",
    transparency: "opaque",
    conferenceDate: false,
  });
});

describeAgainstExports(googleCalendar);
