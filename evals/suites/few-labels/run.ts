import { markdownTable } from "../../report/data-table.ts";
import { fewLabelsTable } from "./few-labels-table.ts";
import { measureFewLabels } from "./measure-few-labels.ts";

// Prints how well few outcomes are learned from. The argument is the number of samples a size, 10 without one.

const found = await measureFewLabels({ seeds: Number(process.argv[2] ?? 10) });
process.stdout.write(`${markdownTable(fewLabelsTable(found))}\n`);
