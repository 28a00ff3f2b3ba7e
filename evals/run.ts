import { Command } from "commander";
import { AppError } from "#core/errors.ts";
import { addDrafting } from "./commands/drafting.ts";
import { addEmail } from "./commands/email.ts";
import { addInjection } from "./commands/injection.ts";
import { addInsights } from "./commands/insights.ts";
import { addIntents } from "./commands/intents.ts";
import { addPrivacy } from "./commands/privacy.ts";
import { addRetrieval } from "./commands/retrieval.ts";
import { addSafety } from "./commands/safety.ts";
import { addScoring } from "./commands/scoring.ts";

// `npm run evals -- <suite>` (without one: the list of them): measures how good and how honest Rapport is, prints it and writes it to evals/results/.
// The exit status says whether the floors hold.

const program = new Command("evals").description("measures Rapport on known outcomes and known answers");
addScoring(program);
addRetrieval(program);
addInsights(program);
addEmail(program);
addPrivacy(program);
addIntents(program);
addInjection(program);
addDrafting(program);
addSafety(program);

try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof AppError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
