import { configDefaults, defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    environment: "node",
    globalSetup: ["./knowledge/db/test-database-setup.ts"],
    reporters: ["default", "./vitest.reporter.ts"],
    pool: "forks",
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    coverage: {
      provider: "v8",
      include: ["{core,knowledge,models,tools,graphs,agents,servers}/**/*.ts"],
      exclude: [
        "**/*.test.ts",
        "**/test-*.ts",
        "**/test-support/**",
        "**/stand-ins/**",
        "**/*-fixtures/**",
        "knowledge/db/schema/**",
        "knowledge/db/drizzle.config.ts",
      ],
      reporter: ["text-summary", "json-summary"],
      reportsDirectory: "coverage",
    },
    exclude: [...configDefaults.exclude, "**/.rapport/**"],
  },
});
