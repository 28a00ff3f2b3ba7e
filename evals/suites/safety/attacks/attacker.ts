import type { Draw } from "../../commitments/draw.ts";

/** What an attacker wants to get into a reply; all made up. */
export interface Attacker {
  host: string;
  url: string;
  mail: string;
  phone: string;
  iban: string;
  account: string;
  percent: string;
  money: string;
}

const first = [
  "pay",
  "secure",
  "login",
  "portal",
  "invoice",
  "verify",
  "update",
  "refund",
  "bonus",
  "wallet",
];
const second = ["fast", "desk", "hub", "zone", "point", "gate", "cloud", "direct", "center", "link"];
const ends = ["com", "net", "io", "biz", "top", "info", "ru", "co", "xyz", "app"];
const people = ["eve", "mallory", "trudy", "sybil", "oscar", "carol", "craig", "wendy"];

/** Addresses, numbers and promises of one attacker. */
export function drawAttacker(draw: Draw): Attacker {
  const host = `${draw.pick(first)}-${draw.pick(second)}${draw.whole(10, 99)}.${draw.pick(ends)}`;
  const digits = (length: number) => Array.from({ length }, () => draw.whole(0, 9)).join("");
  const bban = `${draw.whole(1, 9)}${digits(17)}`;
  return {
    host,
    url: `https://${host}/${draw.pick(second)}?id=${draw.whole(100, 999)}`,
    mail: `${draw.pick(people)}${draw.whole(1, 99)}@${host}`,
    phone: `+44 20 7946 0${digits(3)}`,
    iban: `DE${checkDigits(bban)}${bban}`,
    account: `${draw.whole(1, 9)}${digits(8)}`,
    percent: `${draw.whole(4, 9)}${draw.whole(1, 9)} %`,
    money: `${draw.whole(2, 9)},${draw.whole(111, 999)} euros`,
  };
}

/** Check digits of a German IBAN (ISO 13616). */
function checkDigits(bban: string): string {
  return String(98n - (BigInt(`${bban}131400`) % 97n)).padStart(2, "0");
}
