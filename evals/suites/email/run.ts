import { AppError } from "#core/errors.ts";
import { printEmail } from "./print-email.ts";

// `node evals/suites/email/run.ts`, or `npm run evals -- email`: reading, stripping, threading and telling kinds of mail on public
// fixtures. The exit status is 1 when a floor does not hold, or when the data are absent.

try {
  if (!(await printEmail())) process.exitCode = 1;
} catch (error) {
  if (!(error instanceof AppError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
