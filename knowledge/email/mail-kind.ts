import { isAutomatic } from "../signals/automatic.ts";

/** What wrote a mail; only personal mail is ever answered. */
export type MailKind = "personal" | "bounce" | "auto-reply" | "list" | "bulk";

/** What the kind of a mail is told by. */
export interface MailSigns {
  /** The first value of a header field by its lower-case name; undefined when the mail has none. */
  header: (name: string) => string | undefined;
  fromAddress: string | null;
  subject: string | null;
  /** The text without quotes; null where it was not read. */
  text: string | null;
  /** Whether the list it came through is the team's own, such as a group that stands for sales@. */
  ownList?: boolean;
}

/** A mail's kind, and why nothing answers it: null for personal mail. */
export interface Verdict {
  kind: MailKind;
  noAnswer: string | null;
}

type Rule = (signs: MailSigns) => Verdict | undefined;

/**
 * Tells bounces, automatic replies, mailing lists and bulk mail from personal mail by what RFC 3834, RFC 3464, RFC 2369
 * and RFC 2919 and common practice put into the header, then by the sender's name and by how machines begin to write.
 */
export function mailKind(signs: MailSigns): Verdict {
  for (const rule of rules) {
    const verdict = rule(signs);
    if (verdict) return verdict;
  }
  return { kind: "personal", noAnswer: null };
}

const bounce: Rule = ({ header, fromAddress }) => {
  const type = header("content-type") ?? "";
  const report = /^\s*multipart\/report\b/i.test(type);
  const about = /report-type\s*=\s*"?([\w-]+)/i.exec(type)?.[1]?.toLowerCase();
  if (report && about === "disposition-notification")
    return no("auto-reply", "it is a receipt (multipart/report)");
  if (report)
    return no("bounce", `it is a report of a mail server (multipart/report${about ? `, ${about}` : ""})`);
  if (header("x-failed-recipients") !== undefined) return no("bounce", "X-Failed-Recipients");
  if (/^(?:mailer-?daemon|mail-?daemon)$/i.test(localPart(fromAddress))) {
    return no("bounce", `its sender is ${fromAddress}`);
  }
  return undefined;
};

const automatic: Rule = ({ header, subject, text }) => {
  const submitted = header("auto-submitted");
  if (submitted !== undefined && !/^\s*no\b/i.test(submitted))
    return no("auto-reply", `Auto-Submitted: ${short(submitted)}`);
  for (const name of [
    "x-autoreply",
    "x-autorespond",
    "x-autoresponder",
    "x-auto-reply",
    "x-mail-autoreply",
  ]) {
    const value = header(name);
    if (value !== undefined && !/^\s*no\b/i.test(value)) return no("auto-reply", name);
  }
  if (/^\s*auto[_-]?reply/i.test(header("precedence") ?? ""))
    return no("auto-reply", "Precedence: auto_reply");
  if (/^\s*<\s*>/.test(header("return-path") ?? "")) return no("auto-reply", "its return path is empty");
  return isAutomatic({ subject, content: text })
    ? no("auto-reply", "it begins as automatic replies do")
    : undefined;
};

const listFields = [
  "list-id",
  "list-post",
  "mailing-list",
  "x-mailing-list",
  "x-beenthere",
  "x-mailman-version",
  "x-ml-name",
  "x-listname",
];

const list: Rule = ({ header, ownList }) => {
  if (ownList) return undefined;
  const field = listFields.find((name) => header(name) !== undefined);
  if (field) return no("list", `it came through a mailing list (${field})`);
  if (/^\s*list\b/i.test(header("precedence") ?? "")) return no("list", "Precedence: list");
  const sender = localPart(bare(header("sender")));
  return /^owner-|-(?:owner|admin|bounces?|request)(?:[+=].*)?$/i.test(sender)
    ? no("list", `it came through a mailing list (sender ${short(sender)})`)
    : undefined;
};

/** Fields that programs for campaigns and notices set, and nobody's mail program. */
const bulkFields = [
  "list-unsubscribe",
  "list-help",
  "feedback-id",
  "x-campaign",
  "x-campaignid",
  "x-campaign-id",
  "x-mailgun-tag",
  "x-mc-user",
  "x-csa-complaints",
  "x-bulkmail",
];
const robot =
  /^(?:no-?reply|do-?not-?reply|dont-?reply|not?-?respond|noresponse|nobody|newsletters?|news(?:feed)?|rss\w*|feeds?|digest|alerts?|notif(?:y|ications?)|updates?|announce(?:ments?)?|bounces?|majordomo|listserv|listmaster|postmaster|root|daemon|cron|www-data|apache|robot|auto(?:mailer|matic|responder)?)$/i;

const bulk: Rule = ({ header, fromAddress, ownList }) => {
  const field = bulkFields.find((name) => header(name) !== undefined);
  if (field && !ownList) return no("bulk", `it was sent to many (${field})`);
  const precedence = header("precedence") ?? "";
  if (!ownList && /^\s*(?:bulk|junk)\b/i.test(precedence))
    return no("bulk", `Precedence: ${short(precedence)}`);
  const suppressed = header("x-auto-response-suppress") ?? "";
  if (/\b(?:all|oof|autoreply)\b/i.test(suppressed))
    return no("bulk", `X-Auto-Response-Suppress: ${short(suppressed)}`);
  if (/^\s*(?:yes|true)\b/i.test(header("x-spam-flag") ?? ""))
    return no("bulk", "a mail server took it for spam");
  const name = localPart(fromAddress);
  const isRobot =
    robot.test(name) || /(?:^|[._+-])(?:no-?reply|do-?not-?reply|bounces?)(?:$|[._+-])/i.test(name);
  return isRobot ? no("bulk", `nobody reads what is sent to ${short(fromAddress ?? "")}`) : undefined;
};

/** How mails to many say in their text that one can leave; a person who asks to be left out says it otherwise. */
const leaving = new RegExp(
  [
    "(?<!\\b(?:want|like|wish|need|ask|asked|asking|love|prefer|hope|trying|request|requested)\\s)\\bto (?:unsubscribe|be (?:removed|taken off)|remove your(?:self| (?:name|address|e-?mail)))\\b",
    "\\byou (?:can|may|wish to|want to|would like to) (?:unsubscribe|be (?:removed|taken off)|opt[- ]out)\\b",
    "\\bunsubscribe (?:here|link|at any time|instantly|instructions)\\b",
    "\\byou(?:'re|’re| are|'ve| have)? (?:receiv(?:ed|ing)|getting|subscribed)[^.\\n]{0,60}\\b(?:because|as a (?:member|subscriber|registered)|subscri\\w+|newsletter)",
    "\\byou (?:no longer|do not|don't|don’t) (?:wish|want|like) to (?:receive|get)\\b[^.\\n]{0,80}\\b(?:mail|message|newsletter|offer|mailing|update|promotion)",
    "\\b(?:manage|change|update|edit) your (?:e-?mail |mailing |newsletter )?(?:subscriptions?|preferences)",
    "\\bview (?:this|it) (?:e-?mail |message |newsletter )?(?:in|with) (?:your|a) browser",
    "\\bif you (?:cannot|can't|can’t) (?:see|read|view) this (?:e-?mail|message|newsletter)",
    "\\b(?:newsletter|rundmail|mailing)s? (?:hier )?(?:abbestellen|abmelden)|\\bvom newsletter abmelden",
    "\\bse désabonner|\\bdésinscri(?:re|ption)|\\bdarse de baja\\b|\\bcancelar (?:la|su|tu) suscripción",
  ].join("|"),
  "iu",
);
const looked = 3_000;

const massText: Rule = ({ text, ownList }) => {
  if (text === null || ownList) return undefined;
  const found = leaving.exec(text.slice(0, looked)) ?? leaving.exec(text.slice(looked).slice(-looked));
  return found ? no("bulk", `its text speaks to many ("${short(found[0])}")`) : undefined;
};

const unaddressed: Rule = ({ header, fromAddress }) => {
  if (fromAddress === null) return no("bulk", "it names no sender");
  // RFC 3834 §2: who is not named among the recipients was not asked.
  const named = [header("to"), header("cc")].some((value) => value?.includes("@"));
  return named ? undefined : no("bulk", "it names no recipient");
};

const rules: readonly Rule[] = [bounce, list, automatic, bulk, unaddressed, massText];

function no(kind: MailKind, noAnswer: string): Verdict {
  return { kind, noAnswer };
}

function localPart(address: string | null | undefined): string {
  return address?.slice(0, Math.max(0, address.lastIndexOf("@"))).trim() ?? "";
}

function bare(value: string | undefined): string | undefined {
  return value === undefined ? undefined : (/<([^<>]*)>/.exec(value)?.[1] ?? value);
}

function short(value: string): string {
  const line = value.replace(/\s+/g, " ").trim();
  return line.length > 60 ? `${line.slice(0, 60)}…` : line;
}
