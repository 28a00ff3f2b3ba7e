import { allHold, figureTable } from "../../report/figure-table.ts";
import { emailTables, measureEmail } from "./measure-email.ts";

/** Measures, prints the figures and tables, and says whether all floors hold. */
export async function printEmail(): Promise<boolean> {
  const results = await measureEmail();
  process.stdout.write(`${figureTable(results.figures)}\n\n${emailTables(results)}\n`);
  return allHold(results.figures);
}
