import { expect, test } from "vitest";
import { redact } from "./redact.ts";

test("every kind has its placeholder", () => {
  const text =
    "Ada: ada@example.com, +44 20 7946 0018, 4111111111111111, GB29NWBK60161331926819, SSN 078-05-1120, 203.0.113.7, www.example.com, born 1.2.1980, account 12345678, 12 Oak Street";
  const { text: hidden, found } = redact(text, { known: ["Ada"] });
  expect(hidden).toBe(
    "[name]: [email], [phone], [card], [iban], SSN [id number], [ip], [link], born [date of birth], account [account], [address]",
  );
  expect(found).toHaveLength(11);
});

test("what a text says beside stays as it is", () => {
  expect(redact("½ of it — naïve ﬁles, 3 000 €\r\n").text).toBe("½ of it — naïve ﬁles, 3 000 €\r\n");
});
