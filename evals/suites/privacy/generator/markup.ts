import type { Draw } from "./draw.ts";
import type { Piece } from "./made-text.ts";
import type { GoldKind, Value } from "./values.ts";

/** What programs, web pages and hurried people put around values; {} is the value. */
const around: readonly string[] = [
  '{"name":"Ada","contact":"{}","seats":12}',
  "<td>{}</td><td>1,250.00</td>",
  "**{}** (new)",
  "_{}_",
  "> On Monday Ada wrote: {}",
  "Ada|{}|2026-05-04",
  "contact={};seats=12",
  "- {}\n- 2 of 3 done",
  "({}).",
  "[{}](https://example.org/a/1)",
  "“{}”",
  "ada,{},12,yes",
  "{}\n\n-- \nSent on 12.03.2026 09:41",
  "NEW: {}!!!",
  "a) {} b) nothing else",
  "{} / {}",
  "{}, {}",
  "{} or {}",
  "{}\t{}",
];

/** Words glued to values. */
const glued: Readonly<Record<GoldKind, readonly string[]>> = {
  phone: ["Tel:", "Tel.", "phone=", "M:", "☎", "Fax:", "tel:", "Ph. "],
  email: ["mailto:", "E-mail:", "<", "email=", "E:"],
  card: ["card#", "CC:", "Visa:", "cardnumber="],
  iban: ["IBAN:", "IBAN=", "iban "],
  ssn: ["SSN:", "ssn=", "SSN#"],
  ip: ["IP:", "ip=", "["],
};

/** One or two values of a kind within markup, lists, key-value texts and the like. */
export function wrapped(draw: Draw, kind: GoldKind, value: (kind: GoldKind) => Value): Piece[] {
  const pieces = draw.of(around).split("{}");
  return pieces.flatMap((text, index): Piece[] => {
    if (index === pieces.length - 1) return [text];
    const made = value(kind);
    if (made.told && kind === "ssn") return [`${text}${made.told}: `, made];
    const label = made.told || draw.chance(0.3) ? draw.of(glued[kind]) : "";
    return [text + label, { ...made, text: loose(draw, made) }];
  });
}

/** Long numbers as people part them. */
function loose(draw: Draw, { kind, text }: Value): string {
  if ((kind !== "card" && kind !== "iban") || draw.chance(0.6)) return text;
  return text.replaceAll(/[ \u00a0-]/g, draw.of(["  ", " - ", "_", "/", "."]));
}
