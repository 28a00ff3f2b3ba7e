#!/usr/bin/env node
import { enableCompileCache } from "node:module";

// Before anything else is loaded: compiled code is kept, and the next start takes half the time.
enableCompileCache();
const { program } = await import("./program.ts");
const { failWith } = await import("./fail.ts");
try {
  await program().parseAsync();
} catch (error) {
  failWith(error);
}
