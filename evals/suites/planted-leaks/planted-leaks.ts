import { measurePlantedLeaks, type Recall } from "./measure-planted-leaks.ts";
import { holdsFloors } from "./planted-leak-floors.ts";

// Prints how many planted leaks are found, kind by kind, and how many honest fields are taken for leaks. The exit status says
// whether the floors hold.
// node evals/suites/planted-leaks/planted-leaks.ts [tables] [--mistakes]

const tables = Number(process.argv[2] ?? 300);
const measured = measurePlantedLeaks(tables);
const line = (name: string, { planted, named, leaks }: Recall) =>
  `${name.padEnd(28)}${String(planted).padStart(5)} planted  ${share(named, planted)} named  ${share(leaks, planted)} as leaks\n`;
for (const [kind, recall] of Object.entries(measured.byKind)) process.stdout.write(line(kind, recall));
process.stdout.write(line("all", measured.all));
process.stdout.write(
  `${(measured.falseAlarms / tables).toFixed(3)} false alarms a table (${(measured.falseLeaks / tables).toFixed(3)} as leaks), at most ${measured.worst}; ${(100 * measured.tablesOverOne).toFixed(1)} % of tables have more than one\n`,
);
if (process.argv.includes("--mistakes")) process.stdout.write(`${measured.mistakes.join("\n")}\n`);
process.exitCode = holdsFloors(measured) ? 0 : 1;

function share(part: number, of: number): string {
  return of === 0 ? "   –" : (part / of).toFixed(3);
}
