import { defineConfig } from "drizzle-kit";

export default defineConfig({
  dialect: "postgresql",
  schema: "./knowledge/db/schema/*.ts",
  out: "./knowledge/db/migrations",
});
