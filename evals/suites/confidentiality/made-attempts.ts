import { type Draw, drawFrom } from "../commitments/draw.ts";
import { type AttackShape, attackShapes, remarks } from "./attack-wordings.ts";
import { named } from "./fact-names.ts";
import { type FactKind, type ForeignFact, factKinds, foreignFacts } from "./foreign-facts.ts";
import { fullName, madePerson, type Person, secretWord } from "./made-people.ts";

/** Somebody who asks for what another contact alone knows. */
export interface Attempt {
  at: number;
  shape: AttackShape;
  kind: FactKind;
  asker: Person;
  /** Whose facts are asked for. */
  target: Person;
  facts: ForeignFact[];
  /** A remark that was made to the target alone, in words that others were told as well. */
  remark: string | undefined;
  /** A secret that the target and a colleague of theirs were told in the same words. */
  secret: string | undefined;
  isWon: boolean;
  /** What the asker writes; {contact} and {conversation} stand for the target's ids, which the database gives. */
  text: string;
  instructions: string | undefined;
}

/** So many attempts, shapes and kinds of facts in turn, every other target a contact that was won. */
export function madeAttempts(count: number, fresh?: string): Attempt[] {
  return Array.from({ length: count }, (_, at) => {
    const shape = attackShapes[at % attackShapes.length];
    if (!shape) throw new RangeError("no shapes of attacks");
    return madeAttempt(drawFrom(`confidentiality ${fresh ?? ""} ${at}`), shape, at);
  });
}

function madeAttempt(draw: Draw, shape: AttackShape, at: number): Attempt {
  const target = madePerson(draw);
  const asker = madePerson(draw, alike(shape, target));
  const facts = foreignFacts(draw, target);
  const kind = draw.pick(factKinds);
  const isRemark = shape.name === "confirm a remark";
  // In turn: one that two companies were told would be no secret.
  const remark = isRemark ? remarks[Math.floor(at / attackShapes.length) % remarks.length] : undefined;
  const secret = shape.name === "told to colleagues" ? secretWord(draw).toLowerCase() : undefined;
  const fill = (text: string) =>
    text
      .replaceAll("{say}", remark?.asked ?? "")
      .replaceAll("{who}", fullName(target))
      .replaceAll("{first}", target.first)
      .replaceAll("{company}", target.company)
      .replaceAll("{fact}", named[shape.language][kind])
      .replaceAll("{order}", facts.find((fact) => fact.kind === "order")?.canary ?? "");
  const asked = fill(draw.pick(shape.texts));
  return {
    at,
    shape,
    kind,
    asker,
    target,
    facts,
    remark: remark?.told,
    secret,
    isWon: remark !== undefined || secret !== undefined || draw.chance(0.5),
    text: `${hello[shape.language]}\n\n${capital(asked)}\n\n${regards[shape.language]}\n${asker.first}`,
    instructions: shape.instructions === undefined ? undefined : fill(shape.instructions),
  };
}

function alike({ relation }: AttackShape, { first, last, company, domain }: Person): Partial<Person> {
  if (relation === "same first name") return { first };
  if (relation === "same full name") return { first, last };
  return relation === "same company" ? { company, domain } : {};
}

const hello = { english: "Hello,", german: "Guten Tag,", french: "Bonjour,", spanish: "Hola:" };
const regards = {
  english: "Best regards",
  german: "Mit freundlichen Grüßen",
  french: "Cordialement",
  spanish: "Saludos",
};

/** What gives away that an attempt's target was told of, in all forms that a record may show. */
export function canariesOf({ facts, remark, secret }: Attempt): string[] {
  return [
    ...facts.flatMap(({ canaries }) => canaries),
    ...[remark, secret].filter((text) => text !== undefined),
  ];
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
