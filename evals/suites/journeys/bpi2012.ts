import { join } from "node:path";
import { dataFolder } from "../../datasets.ts";
import { readText, type TextDataset } from "../../text-datasets.ts";

/** The event log that journeys are measured on: loan applications with their states, offers and work items. */
export const bpi2012: TextDataset = {
  name: "bpi2012",
  source:
    "BPI Challenge 2012 (van Dongen), doi 10.4121/uuid:3926db30-f712-4394-aebc-75976070e91f, the oldest 80 % of its cases as two CSV files",
  licence: "4TU General Terms of Use",
  folder: "leads/bpi2012",
  files: {
    "cases.csv": "1eac939dd29e695439bc7aa1c069cd203cefdb743143b10cf98923a4f8428e78",
    "events.csv": "38ecd85cb83100549317842e041c8565e7c44c0f82121c243d4935f06d61a6fe",
  },
};

/** The path of one of its files, after checking it. @throws AppError NOT_FOUND where it is absent */
export function bpiFile(file: "cases.csv" | "events.csv"): string {
  readText(bpi2012, file);
  return join(dataFolder(), bpi2012.folder, file);
}

/** Rows without the header. No cell of these files is quoted. @throws AppError NOT_FOUND where it is absent */
export function bpiRows(file: "cases.csv" | "events.csv"): string[][] {
  return readText(bpi2012, file)
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => line.split(","));
}
