import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { AppError } from "#core/errors.ts";
import { dataFolder } from "./datasets.ts";

/** A public collection of texts that search is measured on; none is part of the project. */
export interface TextDataset {
  name: string;
  /** Where a user gets it. */
  source: string;
  licence: string;
  /** Below the data folder. */
  folder: string;
  /** SHA-256 by file. */
  files: Readonly<Record<string, string>>;
}

export const textDatasets = {
  scifact: {
    name: "scifact",
    source:
      "SciFact (Wadden et al. 2020), release data of github.com/allenai/scifact, in the layout of github.com/beir-cellar/beir",
    licence: "claims CC BY 4.0, abstracts ODC-By 1.0",
    folder: "text/scifact",
    files: {
      "corpus.jsonl": "f4a47c54e01f9dfe7f0cbbcae0e1df17c5a90d6553f3a9d5b1ba32184545b3d8",
      "queries.train.jsonl": "01fa68f7e054518367db21c04bbece91d2e51dcfa5589012284dd04c500e5411",
      "qrels.train.tsv": "c10cf828fd86e1a51f79e33e8ffe6aedc198a753f2d6be2d5a31c18a0086472b",
    },
  },
  tau2: {
    name: "tau2_banking_kb",
    source: "banking_knowledge of github.com/sierra-research/tau2-bench (commit a2c0247), 30 of its tasks",
    licence: "MIT",
    folder: "text/tau2_banking_kb",
    files: {
      "documents.jsonl": "3cd641e3456aede3601d25aff9cf67732a5fc115544ef58a83d931e4e675ffc7",
      "tasks_dev.json": "721fca6817880721f8407ecbb3985e1bfdc090fb100626f946271036fda74110",
    },
  },
  dstc10: {
    name: "dstc10_t2_spoken",
    source:
      "DSTC10 track 2 task 2: github.com/alexa/alexa-with-dstc10-track2-dataset (commit 4882acc), 100 dialogues of its validation part",
    licence: "Apache-2.0",
    folder: "text/dstc10_t2_spoken",
    files: {
      "knowledge.json": "fb0facf7acc6831707e49e4dec39518a4c627f233ab6c13ffc5e3f3fab00e4ab",
      "labels_dev.json": "2df4a4f9911c4687ad61012291dd59eb7ec121bc87f2d261b265a187922900c1",
      "logs_dev.json": "2fcb2a9eb9aa412a5e782ec0fa6b97a8eeddfa9dafc4f046ff601e9bced9c38b",
    },
  },
  sgd: {
    name: "sgd_services_homes",
    source:
      "Schema-Guided Dialogue: github.com/google-research-datasets/dstc8-schema-guided-dialogue (commit e852981), 800 dialogues of Services and Homes",
    licence: "CC BY-SA 4.0",
    folder: "text/sgd_services_homes",
    files: {
      "dialogues_dev.jsonl": "f3f13fc0e53ffbf33af086edca1991ba15d5fbc88a699f179fac87f003677952",
    },
  },
} satisfies Record<string, TextDataset>;

/**
 * Reads a file of a dataset as text, after checking that it is the one that figures are quoted for.
 * @throws AppError NOT_FOUND saying where it is looked for and where to get it; VALIDATION_FAILED on another content.
 */
export function readText(dataset: TextDataset, file: string): string {
  const path = join(dataFolder(), dataset.folder, file);
  if (!existsSync(path)) {
    throw new AppError(
      "NOT_FOUND",
      `${dataset.name} is absent: there is no ${path}. Get it from ${dataset.source}, or set RAPPORT_DATA.`,
    );
  }
  const content = readFileSync(path);
  const checksum = createHash("sha256").update(content).digest("hex");
  if (checksum !== dataset.files[file]) {
    throw new AppError(
      "VALIDATION_FAILED",
      `${path} is another version of ${dataset.name}: its SHA-256 is ${checksum}.`,
    );
  }
  return content.toString("utf8");
}

/** The values of a file with one JSON value a line. */
export function readLines<T>(dataset: TextDataset, file: string): T[] {
  return readText(dataset, file)
    .split("\n")
    .filter(Boolean)
    .map((line): T => JSON.parse(line));
}
