import type { Draw } from "./draw.ts";
import { cardNumber, iban, ipAddress, personalNumber } from "./official-numbers.ts";
import { emailOf, hiddenEmail, type Person } from "./people.ts";
import type { PhoneFormats } from "./phone-formats.ts";

/** What a made text hides. */
export type GoldKind = "email" | "phone" | "card" | "iban" | "ssn" | "ip";

export const goldKinds: readonly GoldKind[] = ["email", "phone", "card", "iban", "ssn", "ip"];

/** A value as it is written, and what people would call it where the number alone says nothing. */
export interface Value {
  kind: GoldKind;
  text: string;
  told?: string;
}

/** A value of a kind, as people of the country write it. */
export function drawValue(
  draw: Draw,
  kind: GoldKind,
  { formats, owner }: { formats: PhoneFormats; owner: Person },
): Value {
  if (kind === "phone") return phone(draw, formats);
  if (kind === "ssn") return { kind, ...personalNumber(draw) };
  const makers = {
    email: () => (draw.chance(0.25) ? hiddenEmail(draw, owner, false) : emailOf(draw, owner)),
    card: () => cardNumber(draw),
    iban: () => iban(draw),
    ip: () => ipAddress(draw),
  };
  return { kind, text: makers[kind]() };
}

function phone(draw: Draw, { formats }: PhoneFormats): Value {
  const format = draw.of(formats);
  const text = typed(draw, draw.fill(format.replace("?", "")));
  return { kind: "phone", text, ...(format.startsWith("?") && { told: "phone" }) };
}

/** As phones, word processors and other scripts put it. */
function typed(draw: Draw, text: string): string {
  const way = draw.int(0, 39);
  if (way === 0) return text.replaceAll(" ", "\u00a0");
  if (way === 1) return text.replaceAll("-", "\u2011");
  if (way === 2) return text.replaceAll("-", "–");
  if (way === 3) return `\u202a${text}\u202c`;
  if (way === 4) return text.replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit)));
  if (way === 5) return text.replace(/\d/g, (digit) => String.fromCharCode(0x0660 + Number(digit)));
  return text;
}
