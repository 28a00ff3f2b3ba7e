import { expect, test } from "vitest";
import { hashedVector } from "./hashed-vector.ts";

// Stored vectors were made so: other numbers would need another id of the embedder.
test.each(["first", "again"])("gives the numbers that it always gave, met %s", () => {
  const vector = hashedVector(["pricing", "enterprise", "price"], 8);
  const numbers = [-0.2242444, -0.4610588, -0.3333242, 0.025222, 0.2415147, 0.1723144, -0.0246205, -0.732646];
  for (const [at, number] of numbers.entries()) expect(vector[at]).toBeCloseTo(number, 6);
});
