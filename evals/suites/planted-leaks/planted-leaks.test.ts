import { expect, test } from "vitest";
import { plantedTable } from "./generators.ts";
import { measurePlantedLeaks } from "./measure-planted-leaks.ts";
import { floors, holdsFloors } from "./planted-leak-floors.ts";

test("planted leaks are found and honest fields left in peace", () => {
  const measured = measurePlantedLeaks(60, 5_001);
  expect(measured.all.planted).toBeGreaterThan(60);
  expect(measured.all.leaks / measured.all.planted).toBeGreaterThanOrEqual(floors.recall);
  expect(measured.worst).toBeLessThanOrEqual(2);
  expect(holdsFloors(measured), measured.mistakes.join("\n")).toBe(true);
});

test("a table is the same each time, and has both outcomes", () => {
  const [table, again] = [plantedTable(7), plantedTable(7)];
  expect(again).toEqual(table);
  const won = table.labels.reduce((sum, y) => sum + y, 0);
  expect(Math.min(won, table.labels.length - won)).toBeGreaterThan(5);
});
