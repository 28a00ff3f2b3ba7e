import type { Draw } from "./draw.ts";

const firsts =
  "Ada Tomás Ingrid Wei Fatima John Marie-Claire Søren Łukasz Aisha Priya Kenji Olga Björn Chloé Mark Siobhán Zoë Rui Yusuf Elif Nils Anneke Grace Hugo Mehmet Ximena Dmitri".split(
    " ",
  );
const lasts =
  "Byron Müller García Nguyen O'Brien Kowalski Østergaard Tanaka Haddad Okafor Smith Patel Lefèvre Rossi Šimek Yılmaz Lindström Papadopoulos Ferreira Young Weiß Ivanova Ramírez Hansen Dubois Singh Novák Jørgensen".split(
    " ",
  );
const firms =
  "acme northwind contoso brightside umbra-labs feldmann studio9 blue-ocean kiteworks lagom riverbank 4seasons".split(
    " ",
  );
const tops = "com de fr co.uk org es io net ch com.br nl se it pl eu app ca com.au jp".split(" ");

export interface Person {
  first: string;
  last: string;
}

/** Somebody. */
export function person(draw: Draw): Person {
  return { first: draw.of(firsts), last: draw.of(lasts) };
}

/** An address as machines read it. */
export function emailOf(draw: Draw, { first, last }: Person): string {
  const [a, b] = [latin(first), latin(last)];
  const local = draw.of([
    `${a}.${b}`,
    `${a}`,
    `${a.charAt(0)}${b}`,
    `${a}_${b}`,
    `${a}${draw.int(1, 99)}`,
    `${b}-${a}`,
    `${a}.${b}+news`,
    `info`,
    `${a}.${b}.${draw.int(1960, 2004)}`,
  ]);
  const host = draw.of([
    `${draw.of(firms)}.${draw.of(tops)}`,
    `mail.${draw.of(firms)}.${draw.of(tops)}`,
    draw.of(["gmail.com", "web.de", "orange.fr", "hotmail.es", "icloud.com"]),
  ]);
  const address = `${local}@${host}`;
  return draw.chance(0.1) ? address.toUpperCase() : address;
}

/** An address hidden from machines, or as it is said aloud. */
export function hiddenEmail(draw: Draw, person: Person, isSpoken: boolean): string {
  const [local = "", host = ""] = emailOf(draw, person).toLowerCase().replace("+news", "").split("@");
  const words = (text: string, dot: string) =>
    text.replaceAll(".", dot).replaceAll("_", " underscore ").replaceAll("-", " dash ");
  if (isSpoken) return `${words(local, " dot ")} at ${words(host, " dot ")}`;
  return draw.of([
    `${local} at ${host.replaceAll(".", " dot ")}`,
    `${local} [at] ${host}`,
    `${local}(at)${host}`,
    `${local}[at]${host.replaceAll(".", "[dot]")}`,
    `${local} (at) ${host.replaceAll(".", " (dot) ")}`,
    `${local} AT ${host.replaceAll(".", " DOT ")}`,
    `${local} @ ${host}`,
    `${local}＠${host}`,
    `${local}﹫${host}`,
    `${local}{at}${host}`,
    `${local}_at_${host}`,
  ]);
}

function latin(name: string): string {
  return name
    .toLowerCase()
    .replaceAll("ø", "o")
    .replaceAll("ł", "l")
    .replaceAll("ß", "ss")
    .replaceAll("ı", "i")
    .normalize("NFD")
    .replace(/[^a-z]/g, "");
}
