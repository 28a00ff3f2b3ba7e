import { enableCompileCache } from "node:module";

// Before anything else is loaded: compiled code is kept, and the next start takes half the time.
enableCompileCache();
const { program } = await import("./program.ts");
const { failWith } = await import("./fail.ts");
// A reader that has seen enough (`| head`) is no failure.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit();
});
try {
  await program().parseAsync();
} catch (error) {
  failWith(error);
}
