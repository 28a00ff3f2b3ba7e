import { expect, inject, test } from "vitest";
import { verdictOf } from "../report/figure-table.ts";
import { chaosFigures, faultTable } from "./result.ts";
import { runChaos } from "./run-chaos.ts";

const { databaseUrl } = inject("database");

test.skipIf(!databaseUrl)(
  "what is acknowledged while processes are killed and connections cut is there once, and nobody else sees it",
  async () => {
    const result = await runChaos({
      databaseUrl: databaseUrl ?? "",
      seconds: 20,
      seed: 7,
      clients: 4,
      only: ["server killed", "all workers killed", "connections cut again and again"],
      onProgress: () => {},
    });
    expect(result.acknowledged).toBeGreaterThan(20);
    // How soon depends on how busy the machine is; that it recovers does not.
    const timed = new Set(["longest recovery", "workers settled after", "left to workers then"]);
    const missed = chaosFigures(result).filter(
      (figure) => !timed.has(figure.name) && verdictOf(figure) === "MISSED",
    );
    expect(missed.map(({ name, value }) => `${name}: ${value}`)).toEqual([]);
    expect(result.faults.map(({ recovery }) => recovery === null)).toEqual([false, false, false]);
    expect(faultTable(result.faults)).toContain("server killed");
  },
  240_000,
);
