import { isIPv6 } from "node:net";
import { binds, cueReader } from "./cues.ts";
import type { Candidate } from "./personal-data.ts";

const octet = String.raw`(?:25[0-5]|2[0-4]\d|1\d\d|0?0?\d|0?[1-9]\d)`;
const dot = String.raw`(?:\.|\[\.\]|\(\.\)| \. | dot )`;
const four = new RegExp(
  String.raw`(?:(?<![\p{sc=Latn}\p{sc=Cyrl}\p{sc=Grek}\d]|\d\.)|(?<=(?<!\p{L})ip))${octet}(?:${dot}${octet}){3}(?![\p{L}\d]|\.\d)`,
  "giu",
);
const six = /(?:(?<![\p{L}\d:.])|(?<=[g-z]:))\[?([\da-f]{0,4}:[\da-f:.]{1,43})(?:%[a-z\d]{1,15})?\]?/giu;

const nearest = cueReader([
  {
    means: "version",
    words: String.raw`v|ver|version|release|build|firmware|driver|update(?: to)?|section|chapter|clause|§|abschnitt|kapitel`,
  },
  { means: "address", words: String.raw`ip|ipv[46]|host|server|address|adresse|gateway|dns|subnet|proxy` },
]);

/** IPv4 and IPv6 addresses, also with their dots in brackets; four numbers called a version or a section are none. */
export function findIpAddresses(text: string): Candidate[] {
  const v4 = [...text.matchAll(four)].flatMap((match) => {
    const stretch = { from: match.index, to: match.index + match[0].length };
    const cue = nearest(text, stretch);
    return cue?.means === "version" && binds(cue.gap) ? [] : [{ ...stretch, certainty: 0.95 }];
  });
  const v6 = [...text.matchAll(six)].flatMap((match) => {
    const written = match[1] ?? "";
    const address = written.replace(/[.:]+$/, (end) => (end === "::" ? end : ""));
    if (!isIPv6(address) || !tellsAddress(address)) return [];
    const from = match.index + match[0].indexOf(written);
    return [{ from, to: from + address.length, certainty: 0.97 }];
  });
  return [...v6, ...v4.filter(({ from }) => !v6.some((other) => from >= other.from && from < other.to))];
}

/** "::" and "a::b" are valid, but in a text more likely code. */
function tellsAddress(address: string): boolean {
  return (
    address === "::1" ||
    (/\d/.test(address) && (address.match(/[\da-f]+/gi)?.length ?? 0) >= 3) ||
    /^(?:fe80|2[0-9a-f]{3}|f[cd][0-9a-f]{2}):/i.test(address)
  );
}
