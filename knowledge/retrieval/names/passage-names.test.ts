import { expect, test } from "vitest";
import { namesOf } from "./passage-names.ts";

test.each([
  [{ contactName: "Zoë O'Brien", company: "Müller & Söhne GmbH" }, ["zoe obrien", "muller and sohne"]],
  [{ company: "Co" }, ["co"]],
  [{ title: "Harbor View Hotel" }, ["harbor view hotel"]],
  [{ title: "Pro Plan - what it costs and how you can order it" }, ["pro plan"]],
  [{ title: "Pro Plan: prices" }, ["pro plan prices", "pro plan"]],
  [{ title: "How you can order all of our plans today" }, []],
  [{ title: "Re: hello", kind: "message" as const }, []],
  [{ contactName: "?", company: " " }, []],
])("%j names %j", (passage, names) => {
  expect(namesOf({ contactName: null, company: null, title: null, kind: "article", ...passage })).toEqual(
    names,
  );
});

test("cuts a long name between characters", () => {
  const company = `a${"𠮷".repeat(120)}`;
  const names = namesOf({ contactName: null, company, title: null, kind: "note" });
  expect(names).toEqual([`a${"𠮷".repeat(99)}`]);
});
