import { type Draw, drawFrom } from "./draw.ts";
import { joinPieces, type MadeText, type Piece } from "./made-text.ts";
import { wrapped } from "./markup.ts";
import { hiddenEmail, person } from "./people.ts";
import { phoneFormats } from "./phone-formats.ts";
import { harmless, sentences } from "./sentences.ts";
import { drawValue, type GoldKind, goldKinds, type Value } from "./values.ts";

interface Setting {
  draw: Draw;
  language: "en" | "de" | "fr" | "es";
  value: (kind: GoldKind) => Value;
}

const shapes: Readonly<Record<string, (setting: Setting) => Piece[]>> = {
  prose: ({ draw, language, value }) =>
    Array.from({ length: draw.int(2, 5) }, () => [
      ...(draw.chance(0.55) ? told(draw, language, value(kindOf(draw))) : [noise(draw, language)]),
      " ",
    ]).flat(),
  chat: ({ draw, language, value }) => {
    const pieces = told(draw, language, value(kindOf(draw)));
    return pieces.map((piece) => (typeof piece === "string" ? piece.toLowerCase() : piece));
  },
  markup: ({ draw, value }) => wrapped(draw, kindOf(draw), value),
  signature,
  form,
  table,
  transcript,
};

/** Made texts that the word decides, by country and shape in turn. They share nothing with the rules that are measured. */
export function makeTexts(count: number, word: string): MadeText[] {
  const countries = Object.entries(phoneFormats);
  const names = Object.keys(shapes);
  return Array.from({ length: count }, (_, index) => {
    const draw = drawFrom(`${word} ${index}`);
    const [country, formats] = countries[index % countries.length] ?? ["US", { language: "en", formats: [] }];
    const shape = draw.of(names);
    const value = (kind: GoldKind) => drawValue(draw, kind, { formats, owner: person(draw) });
    const pieces = shapes[shape]?.({ draw, language: formats.language, value }) ?? [];
    return { ...joinPieces(pieces), shape, country };
  });
}

/** Telephone numbers and e-mail addresses are the most common. */
function kindOf(draw: Draw): GoldKind {
  return draw.chance(0.4) ? "phone" : draw.of(goldKinds);
}

function told(draw: Draw, language: Setting["language"], value: Value): Piece[] {
  const { named, bare } = sentences[language][value.kind];
  // "Passport" must be said with a passport's number, and so on.
  if (value.told && value.kind === "ssn") return [`My ${value.told}: `, value, "."];
  const [before = "", after = ""] = draw.of(value.told || draw.chance(0.6) ? named : bare).split("{}");
  return [before, value, after];
}

function noise(draw: Draw, language: Setting["language"]): string {
  return draw.of(harmless[language]).replace(/[#~]/g, (sign) => draw.fill(sign));
}

function signature({ draw, language, value }: Setting): Piece[] {
  const labels = {
    en: ["Phone: ", "T: ", "Mobile ", "M. ", "Fax: ", "☎ "],
    de: ["Tel.: ", "Telefon ", "Mobil: ", "Fax "],
    fr: ["Tél. : ", "Portable : ", "Fax "],
    es: ["Tel. ", "Móvil: ", "Fax: "],
  }[language];
  const { first, last } = person(draw);
  const phone = value("phone");
  const line: Piece[] = phone.told || draw.chance(0.7) ? [draw.of(labels), phone] : [phone];
  const tail = draw.chance(0.3) ? [draw.of([" office", " (mobile)", " | "])] : [];
  return [
    noise(draw, language),
    "\n\n",
    draw.of(["Best regards", "Viele Grüße", "Cordialement", "Saludos", "--"]),
    `\n${first} ${last}\n`,
    draw.of(["Head of Sales", "Geschäftsführung", "CEO", "Marketing"]),
    "\n",
    ...line,
    ...tail,
    "\n",
    ...(draw.chance(0.4) ? [draw.of(labels), value("phone"), "\n"] : []),
    draw.of(["", "Email: ", "E: ", "<"]),
    value("email"),
    "\n",
  ];
}

function form({ draw, value }: Setting): Piece[] {
  const labels: Record<GoldKind, string> = {
    phone: draw.of(["Phone", "Telephone number", "Contact number", "Telefon", "Mobile no."]),
    email: "E-mail",
    card: "Card number",
    iban: "IBAN",
    ssn: "Social security number",
    ip: "IP",
  };
  const { first, last } = person(draw);
  return [
    `Name: ${first} ${last}\n`,
    ...Array.from({ length: draw.int(1, 3) }, (): Piece[] => {
      const made = value(kindOf(draw));
      return [
        made.kind === "ssn" && made.told ? made.told : labels[made.kind],
        draw.of([": ", ":\n", " = ", ":  "]),
        made,
        "\n",
      ];
    }).flat(),
    draw.fill("Budget: N0,000\nSubmitted: 2026-0N-1# 1#:2#:3#"),
  ];
}

function table({ draw, value }: Setting): Piece[] {
  const separator = draw.of([",", ";", "\t", " | "]);
  const kinds: GoldKind[] = draw.of([
    ["phone", "email"],
    ["email", "phone"],
    ["phone", "ip"],
    ["email", "iban"],
    ["ssn", "phone"],
  ]);
  const rows = Array.from({ length: draw.int(2, 4) }, (): Piece[] => {
    const { first, last } = person(draw);
    const cells = kinds.flatMap((kind): Piece[] => [separator, cellOf(draw, value, kind)]);
    return [
      draw.fill("N###"),
      separator,
      `${first} ${last}`,
      ...cells,
      separator,
      draw.fill("N##0.00"),
      separator,
      draw.fill("2026-0N-1#"),
      "\n",
    ];
  });
  const heads = { phone: "Phone", email: "E-mail", iban: "IBAN", ssn: "SSN", ip: "IP", card: "Card" };
  return [
    ["No", "Name", ...kinds.map((kind) => heads[kind]), "Value", "Since"].join(separator),
    "\n",
    ...rows.flat(),
  ];
}

/** A cell has no words beside it. */
function cellOf(draw: Draw, value: Setting["value"], kind: GoldKind): Value {
  for (;;) {
    const made = value(kind);
    if (!made.told || draw.chance(0.02)) return made;
  }
}

function transcript({ draw, language, value }: Setting): Piece[] {
  const digits = draw.fill(draw.of(["07#########", "N##N######", "0171#######"]));
  const names = digitNames[language];
  const zero = language === "en" ? draw.of(["oh", "zero"]) : (names[0] ?? "");
  const words = [...digits].map((digit) => (digit === "0" ? zero : (names[Number(digit)] ?? ""))).join(" ");
  const spoken: Value = draw.chance(0.5)
    ? { kind: "phone", text: words }
    : { kind: "email", text: hiddenEmail(draw, person(draw), true) };
  return [
    "Agent: How can I help?\n",
    `Caller: Hi, it's about the website, version ${draw.int(1, 4)}.\n`,
    ...(spoken.kind === "phone"
      ? ["Agent: What's the best number?\nCaller: it's ", spoken]
      : ["Agent: And your e-mail?\nCaller: sure, ", spoken]),
    draw.of(["\nAgent: Got it, thanks.\n", ", okay?\nAgent: Yes.\n"]),
    ...(draw.chance(0.5)
      ? (["[00:12:4", String(draw.int(0, 9)), "] Caller: or call ", value("phone"), "\n"] as Piece[])
      : []),
  ];
}

const digitNames: Readonly<Record<Setting["language"], readonly string[]>> = {
  en: ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"],
  de: ["null", "eins", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun"],
  fr: ["zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf"],
  es: ["cero", "uno", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve"],
};
