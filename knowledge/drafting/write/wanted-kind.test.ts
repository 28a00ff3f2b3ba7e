import { expect, test } from "vitest";
import { wantedKind } from "./wanted-kind.ts";

const lines = {
  sum: "The loom costs 4,200 euros.",
  day: "The installation takes place on 26 June 2029.",
  person: "Your trainer will be Ms Okafor.",
  none: "Trainers are certified each year.",
};

test.each([
  ["What does the loom cost?", ["sum"]],
  ["What date did you plan for the installation?", ["day"]],
  ["Welcher Tag ist für die Installation vorgesehen?", ["day"]],
  ["Who will our trainer be?", ["person"]],
  ["Is the loom heavy?", undefined],
])("%s wants %s", (question, expected) => {
  const wanted = wantedKind(question);
  const told = wanted && Object.entries(lines).flatMap(([kind, line]) => (wanted(line) ? [kind] : []));
  expect(told).toEqual(expected);
});
