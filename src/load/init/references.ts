/** The reference scenarios that a project can begin with, by the names of their files in `scenarios/`. */
export const REFERENCES = {
  "google-forms-approval": "a form asks for a purchase, a manager decides",
  "content-moderation": "posted content is published once a moderator agrees",
  "zendesk-escalation": "the support manager decides on urgent tickets",
} as const;

export type ReferenceName = keyof typeof REFERENCES;

export const referenceNames = Object.keys(REFERENCES) as readonly ReferenceName[];

/** Where the gate runs. */
export const CI_SERVICES = ["github", "gitlab", "none"] as const;
export type CiService = (typeof CI_SERVICES)[number];
