/** What an operation may need: a resource and a verb. These are the OAuth scopes too. */
export const permissions = [
  "contacts:read",
  "contacts:write",
  "interactions:read",
  "interactions:write",
  "workflows:read",
  "workflows:write",
  "analytics:read",
  "reports:read",
  "models:write",
  "users:read",
  "users:write",
  "keys:read",
  "keys:write",
  "webhooks:read",
  "webhooks:write",
  "imports:write",
  "export:read",
  "audit:read",
] as const;
export type Permission = (typeof permissions)[number];
