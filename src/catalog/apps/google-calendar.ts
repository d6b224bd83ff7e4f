import {
  account,
  any,
  array,
  boolean,
  collection,
  date,
  email,
  remoteSelect,
  select,
  text,
  time,
  uinteger,
  url,
} from "../field.ts";
import { app, observed } from "../module.ts";

const calendars = app({
  slug: "google-calendar",
  name: "Google Calendar",
  version: 5,
  parameters: { __IMTCONN__: account("google") },
});

const calendar = remoteSelect("Calendar ID")
  .required()
  .describe("`primary`, or an address such as `team@example.com`.");

/** Invites nobody twice by itself, but makes a second event when it is run again. */
export const createAnEvent = calendars.action("createAnEvent", {
  label: "Create an Event",
  summary: "Puts an event into a calendar.",
  mapper: {
    select: select("Create an Event", ["quick", "detail"]).default("detail"),
    calendar,
    summary: text("Event Name").required(),
    start: date("Start Date").required(),
    end: date("End Date"),
    duration: time("Duration").describe("Hours and minutes, such as `01:30`; instead of `end`."),
    allDayEvent: boolean("All Day Event").default(false),
    description: text("Description"),
    location: text("Location"),
    colorId: remoteSelect("Color"),
    attendees: array(
      "Attendees",
      collection("Attendee", { displayName: text("Name"), email: email("Email").required() }),
    ),
    guestPermissions: collection("Guest Permissions", {
      guestsCanModify: boolean("Modify event").default(false),
      guestsCanInviteOthers: boolean("Invite others").default(true),
      guestsCanSeeOtherGuests: boolean("See guest list").default(true),
    }),
    guestsCanModify: boolean("Guests can modify the event"),
    visibility: select("Visibility", ["default", "public", "private"]).default("default"),
    transparency: select("Show me as", ["opaque", "transparent"]).default("opaque").describe("`opaque` is busy."),
    conferenceDate: boolean("Add Google Meet Video Conferencing").default(false),
    sendUpdates: select("Send notifications about the event creation", ["all", "externalOnly", "none"]),
    useDefault: boolean("Use the default reminder settings for this event"),
    overrides: array(
      "Reminders",
      collection("Reminder", {
        method: select("Method", ["email", "popup"]).required(),
        minutes: uinteger("Minutes", { max: 40320 }).required(),
      }),
    ),
    recurrence: array("Recurrence", text("Value")).describe("Lines of RFC 5545, such as `RRULE:FREQ=WEEKLY`."),
    attachments: array("Attachments", collection("Attachment", { fileUrl: url("File URL").required() })),
  },
  output: {
    kind: text("Kind"),
    etag: text("ETag"),
    id: text("Event ID"),
    status: text("Status"),
    htmlLink: text("HTML link"),
    hangoutLink: text("Hangout link"),
    summary: text("Event Name"),
    description: text("Description"),
    location: text("Location"),
    colorId: text("Color ID"),
    created: date("Created"),
    updated: date("Updated"),
    creator: any("Creator"),
    organizer: any("Organizer"),
    start: date("Start"),
    end: date("End"),
    recurrence: array("Recurrence", text("Rule")),
    recurringEventId: text("Recurring event ID"),
    originalStartTime: any("Original start time"),
    transparency: text("Transparency"),
    iCalUID: text("iCalendar UID"),
    sequence: uinteger("Sequence"),
    attendees: array("Attendees", any("Attendee")),
    guestsCanInviteOthers: boolean("Guests can invite others"),
  },
  evidence: observed(7),
});

export const getACalendar = calendars.action("getACalendar", {
  label: "Get a Calendar",
  summary: "Gives a calendar's properties.",
  mapper: { calendar },
  writes: false,
  repeatable: true,
  evidence: observed(1),
});

/** The output has one field per calendar: name them in a type of your own. */
export const getFreeBusyInformation = calendars.action("getFreeBusyInformation", {
  label: "Get Free/Busy Information",
  summary: "Tells when calendars are busy.",
  mapper: {
    timeMin: date("Minimum Time").required(),
    timeMax: date("Maximum Time").required(),
    item: array("Calendars", collection("Calendar", { id: calendar })).required(),
  },
  output: { calendars: any<Readonly<Record<string, { readonly busy: readonly unknown[] }>>>("Calendars") },
  writes: false,
  repeatable: true,
  evidence: observed(2),
});
