import type { Draw } from "../commitments/draw.ts";

const firstNames =
  "Ida Marek Lucía Owen Priya Jonas Chloé Tariq Ines Sven Amara Hugo Leila Pavel Greta Nils Farah Bruno Mina Oskar".split(
    " ",
  );
const openings = "Bran Cor Del Fen Gar Hol Ker Lan Mor Nor Pel Quin Ros Sel Tor Ul Vas Wen Yar Zan".split(
  " ",
);
const middles = "a e i o u ai au ei ou ia".split(" ");
const closings = "bart dell fort gard holm kamp lind mont neth quist rick stedt thal vane worth zell".split(
  " ",
);
const kindsOfCompany = "Mills Works Foods Logistics Textiles Optics Tools Glass Paper Marine".split(" ");

/** Somebody who writes or is written about. */
export interface Person {
  first: string;
  last: string;
  company: string;
  domain: string;
}

/** A word that exists nowhere else: whoever has it has it from here. */
export function madeWord(draw: Draw): string {
  return draw.pick(openings) + draw.pick(middles) + draw.pick(closings);
}

const secretOpenings = "Bix Crom Dwe Fyr Glup Hru Jav Kwi Myx Pryn Skro Tvo Vlu Wux Zby".split(" ");
const secretMiddles = "ba fo gu ji ka le mo nu pi ro su ti vo wa zu".split(" ");
const secretClosings = "bax dex fim gox hup jyk lorn mesk nix pylt rusk tofs vash wimp zurn".split(" ");

/** The same of other parts, so that no name is taken for a secret. */
export function secretWord(draw: Draw): string {
  return draw.pick(secretOpenings) + draw.pick(secretMiddles) + draw.pick(secretClosings);
}

/** A person of a company of their own, or of somebody's. */
export function madePerson(draw: Draw, same: Partial<Person> = {}): Person {
  const name = madeWord(draw);
  return {
    first: draw.pick(firstNames),
    last: madeWord(draw),
    company: `${name} ${draw.pick(kindsOfCompany)}`,
    domain: `${name.toLowerCase()}${draw.whole(10, 99)}.example`,
    ...same,
  };
}

export function fullName({ first, last }: Person): string {
  return `${first} ${last}`;
}

export function addressOf({ first, last, domain }: Person): string {
  const plain = (name: string) => name.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  return `${plain(first)}.${plain(last)}@${domain}`;
}
