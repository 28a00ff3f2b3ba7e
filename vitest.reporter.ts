import type { Reporter, TestModule } from "vitest/node";

/**
 * Says of each skipped test why, and ends the run's output with one plain line: "N passed, N failed, N skipped". A file that could not be loaded and an
 * error outside every test count as failed.
 */
export default function summaryLine(): Reporter {
  return {
    onTestRunEnd(modules, unhandledErrors) {
      const count = { passed: 0, failed: unhandledErrors.length, skipped: 0 };
      for (const module of modules) tally(module, count);
      const skipped = modules.flatMap(reasons).map((reason) => `${reason}\n`);
      const line = `${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped\n`;
      // After all that other reporters still have to say.
      process.once("exit", () => process.stdout.write(skipped.join("") + line));
    },
  };
}

function tally(module: TestModule, count: { passed: number; failed: number; skipped: number }): void {
  for (const test of module.children.allTests()) {
    const { state } = test.result();
    if (state === "passed") count.passed++;
    else if (state === "failed") count.failed++;
    else count.skipped++;
  }
  count.failed += module.errors().length;
  for (const suite of module.children.allSuites()) count.failed += suite.errors().length;
}

/** A sentence for each test that was skipped for a reason. */
function reasons(module: TestModule): string[] {
  return [...module.children.allTests()].flatMap((test) => {
    const result = test.result();
    return result.state === "skipped" && result.note ? [`skipped: ${test.name}: ${result.note}`] : [];
  });
}
