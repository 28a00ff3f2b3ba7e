import type { Draw } from "./draw.ts";

/** A payment card's number as its owner writes it. */
export function cardNumber(draw: Draw): string {
  const [beginning, length] = draw.of([
    ["4", 16],
    ["4", 16],
    ["4", 13],
    ["4", 19],
    ["51", 16],
    ["54", 16],
    ["2221", 16],
    ["2650", 16],
    ["34", 15],
    ["37", 15],
    ["36", 14],
    ["3001", 14],
    ["6011", 16],
    ["65", 16],
    ["3530", 16],
    ["6304", 16],
    ["5018", 16],
    ["62", 16],
    ["2201", 16],
  ] as const);
  const body = beginning + draw.fill("#".repeat(length - 1 - beginning.length));
  const digits = body + [..."0123456789"].find((last) => doubledSum(body + last) % 10 === 0);
  const separator = draw.of(["", "", "", " ", " ", "-", "\u00a0", "."]);
  const groups = length === 15 ? [4, 6, 5] : length === 14 ? [4, 6, 4] : [4, 4, 4, 4, 3];
  return inGroups(digits, groups).join(separator);
}

/** Every second digit from the right doubled, tens and ones added up. */
function doubledSum(digits: string): number {
  return [...digits].toReversed().reduce((sum, digit, place) => {
    const doubled = String(Number(digit) * (place % 2 === 1 ? 2 : 1));
    return sum + [...doubled].reduce((part, each) => part + Number(each), 0);
  }, 0);
}

/** An IBAN of one of some thirty countries; "A" letters and "#" digits as the country's banks have them. */
export function iban(draw: Draw): string {
  const [country, pattern] = draw.of([
    ["DE", "#".repeat(18)],
    ["FR", "###########A#########" + "##"],
    ["GB", "AAAA##############"],
    ["ES", "#".repeat(20)],
    ["IT", `A${"#".repeat(22)}`],
    ["NL", "AAAA##########"],
    ["BE", "#".repeat(12)],
    ["AT", "#".repeat(16)],
    ["CH", "#".repeat(17)],
    ["PL", "#".repeat(24)],
    ["SE", "#".repeat(20)],
    ["NO", "#".repeat(11)],
    ["DK", "#".repeat(14)],
    ["FI", "#".repeat(14)],
    ["PT", "#".repeat(21)],
    ["IE", "AAAA##############"],
    ["LU", "#".repeat(16)],
    ["CZ", "#".repeat(20)],
    ["HU", "#".repeat(24)],
    ["GR", "#".repeat(23)],
    ["RO", "AAAA################"],
    ["BG", "AAAA##############"],
    ["HR", "#".repeat(17)],
    ["SK", "#".repeat(20)],
    ["EE", "#".repeat(16)],
    ["LV", "AAAA#############"],
    ["LT", "#".repeat(16)],
    ["MT", `AAAA${"#".repeat(23)}`],
    ["TR", "#".repeat(22)],
    ["AE", "#".repeat(19)],
    ["SA", "#".repeat(20)],
    ["BR", `${"#".repeat(23)}AA`],
    ["IS", "#".repeat(22)],
    ["CY", "#".repeat(24)],
    ["SI", "#".repeat(15)],
  ] as const);
  const account = draw.fill(pattern);
  const number = [...`${account}${country}00`]
    .map((sign) => (/\d/.test(sign) ? sign : String(sign.charCodeAt(0) - 55)))
    .join("");
  const check = String(98n - (BigInt(number) % 97n)).padStart(2, "0");
  const whole = `${country}${check}${account}`;
  const spaced = inGroups(whole, Array<number>(9).fill(4));
  return draw.of([
    whole,
    whole,
    spaced.join(" "),
    spaced.join(" "),
    spaced.join("-"),
    spaced.join("\u00a0"),
    whole.toLowerCase(),
  ]);
}

/** A person's number at an authority; `told`: only with the word for it beside. */
export function personalNumber(draw: Draw): { text: string; told?: string } {
  const day = String(draw.int(1, 28)).padStart(2, "0");
  const month = String(draw.int(1, 12)).padStart(2, "0");
  const year = String(draw.int(50, 99));
  const ssn = `${draw.int(1, 665).toString().padStart(3, "0")}-${draw.int(1, 99).toString().padStart(2, "0")}-${draw.int(1, 9999).toString().padStart(4, "0")}`;
  const body = String(draw.int(10_000_000, 99_999_999));
  const national = draw.fill("####");
  return draw.of([
    { text: ssn },
    { text: ssn },
    { text: ssn },
    { text: ssn.replaceAll("-", " ") },
    { text: ssn.replaceAll("-", ""), told: "SSN" },
    { text: draw.fill("JB ## ## ## C") },
    { text: draw.fill("JK######D") },
    { text: `${body}${"TRWAGMYFPDXBNJZSQVHLCKE".charAt(Number(body) % 23)}` },
    { text: `${year}${month}${day}-${national}` },
    { text: `${day}${month}${year}-${national}` },
    { text: draw.fill("###.###.###-##") },
    { text: draw.fill("A########"), told: "passport number" },
    { text: draw.fill("#########"), told: "passport no." },
    { text: draw.fill("A#######"), told: "driver's license" },
    { text: draw.fill("### ### ###"), told: "social insurance number" },
    { text: draw.fill("## ### ### ###"), told: "Steuer-ID" },
  ]);
}

/** An IPv4 or IPv6 address. */
export function ipAddress(draw: Draw): string {
  const four = [draw.int(1, 223), draw.int(0, 255), draw.int(0, 255), draw.int(1, 254)].join(".");
  const six = Array.from({ length: 8 }, () => draw.int(0, 65_535).toString(16));
  return draw.of([
    four,
    four,
    four,
    six.join(":"),
    `2001:db8:${six[0]}::${six[1]}`,
    `fe80::${six.slice(0, 4).join(":")}`,
    six.join(":").toUpperCase(),
  ]);
}

function inGroups(text: string, lengths: readonly number[]): string[] {
  const groups: string[] = [];
  let at = 0;
  for (const length of lengths) {
    if (at < text.length) groups.push(text.slice(at, at + length));
    at += length;
  }
  return groups;
}
