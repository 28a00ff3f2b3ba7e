import { expect, test } from "vitest";
import { replyText, splitReply } from "./reply-text.ts";

test.each([
  ["English", "On Mon, Oct 7, 2024 at 10:00 AM Sam Doe <sam@acme.example> wrote:"],
  ["English in two lines", "On Mon, Oct 7, 2024 at 10:00 AM Sam Doe\n<sam@acme.example> wrote:"],
  ["German", "Am 07.10.2024 um 10:00 schrieb Sam Doe <sam@acme.example>:"],
  ["French", "Le lun. 7 oct. 2024 à 10:00, Sam Doe <sam@acme.example> a écrit :"],
  ["Spanish", "El lun, 7 oct 2024 a las 10:00, Sam Doe (<sam@acme.example>) escribió:"],
  ["Italian", "Il giorno lun 7 ott 2024 alle ore 10:00 Sam Doe <sam@acme.example> ha scritto:"],
  ["Portuguese", "Em seg., 7 de out. de 2024 às 10:00, Sam Doe <sam@acme.example> escreveu:"],
  ["Dutch", "Op ma 7 okt 2024 om 10:00 schreef Sam Doe <sam@acme.example>:"],
  ["Polish", "W dniu 7.10.2024 o 10:00, Sam Doe pisze:"],
  ["Danish", "Den man. 7. okt. 2024 kl. 10.00 skrev Sam Doe <sam@acme.example>:"],
  ["Finnish", "ma 7. lokak. 2024 klo 10.00 Sam Doe (sam@acme.example) kirjoitti:"],
  ["by name", "Sam Doe <sam@acme.example> wrote:"],
  ["Chinese", "在 2024年10月7日，10:00，Sam <sam@acme.example> 写道："],
])("strips what is quoted after an introduction in %s", (_, introduction) => {
  expect(replyText(`Yes, please.\n\n${introduction}\n\n> How many?\n> Sam\n`)).toBe("Yes, please.");
  expect(replyText(`Yes, please.\n\n${introduction}\n\nHow many?\nSam\n`)).toBe("Yes, please.");
});

test.each([
  [
    "Outlook",
    "From: Sam Doe <sam@acme.example>\nSent: Monday, October 7, 2024 10:00 AM\nTo: Ada\nSubject: Prices",
  ],
  [
    "Outlook with a line above",
    "________________________________\nFrom: Sam Doe\nSent: Monday\nTo: Ada\nSubject: Prices",
  ],
  [
    "Outlook in German",
    "Von: Sam Doe <sam@acme.example>\nGesendet: Montag, 7. Oktober 2024 10:00\nAn: Ada\nBetreff: Preise",
  ],
  ["Outlook in French", "De : Sam Doe\nEnvoyé : lundi 7 octobre 2024 10:00\nÀ : Ada\nObjet : Prix"],
  ["the original message", "-----Original Message-----\nFrom: Sam"],
  ["the original message in German", "-----Ursprüngliche Nachricht-----\nVon: Sam"],
])("takes all after the header of %s for quoted", (_, block) => {
  expect(replyText(`Yes, please.\n\n${block}\n\nHow many?\n\nBest,\nSam\n`)).toBe("Yes, please.");
});

test.each([
  ["-- \nAda Lovelace\n+44 20 1234", ""],
  ["Sent from my iPhone", ""],
  ["Gesendet mit der WEB.DE Mail App", "Gesendet mit der WEB.DE Mail App"],
  ["Von meinem iPhone gesendet", ""],
  ["Get Outlook for iOS", ""],
  ["-Ada", ""],
  ["- Ada is away\n- Sam is here", "- Ada is away\n- Sam is here"],
  ["From: here to there\nit is far", "From: here to there\nit is far"],
  ["On Monday we wrote:\nthe offer stands", "On Monday we wrote:\nthe offer stands"],
])("after a blank line, %j leaves %j", (end, left) => {
  expect(replyText(`Hello.\n\n${end}\n`)).toBe(`Hello.${left === "" ? "" : `\n\n${left}`}`);
});

test("answers between quoted lines stay, in their order", () => {
  const text = "On 7 Oct 2024, Sam wrote:\n> How many?\n\nTen.\n\n> When?\n\nIn May.\n\n--\nAda";
  expect(replyText(text)).toBe("Ten.\n\nIn May.");
  expect(splitReply(text).map(({ kind, hidden }) => [kind, hidden])).toEqual([
    ["quote", false],
    ["reply", false],
    ["quote", false],
    ["reply", false],
    ["signature", true],
  ]);
});

// Patterns that try many ways to match would need hours for these.
test.each([
  ["Op ", 60_000],
  ["On a\n", 40_000],
  [">", 200_000],
  ["Sent from my ", 20_000],
  ["From: a <", 20_000],
  ["On 1 at 2 on ", 20_000],
  ["--", 100_000],
  [" \n", 100_000],
])("reads %j %i times over", (piece, times) => {
  expect(typeof replyText(piece.repeat(times))).toBe("string");
});
