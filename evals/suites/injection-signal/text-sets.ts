import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { dataFolder } from "../../datasets.ts";
import { readLines, readText, textDatasets } from "../../text-datasets.ts";

/** Texts that are alike, and whether somebody put orders to an assistant into them. */
export interface TextSet {
  name: string;
  kind: "attack" | "ordinary";
  texts: string[];
}

/** The ordinary texts. @throws AppError when one of the sets is absent */
export function ordinarySets(): TextSet[] {
  const { notinject } = textDatasets;
  const prompts: { prompt: string }[] = JSON.parse(readText(notinject, "NotInject_one.json"));
  return [
    { name: "spamassassin ham", kind: "ordinary", texts: hamBodies() },
    { name: "bipia e-mails", kind: "ordinary", texts: bipiaMails() },
    { name: "piguard_notinject", kind: "ordinary", texts: prompts.map(({ prompt }) => prompt) },
  ];
}

/** The attacks: each instruction alone, and those for mail also at the end of an ordinary mail. @throws AppError likewise */
export function attackSets(): TextSet[] {
  const { bipia, injecagent, garak } = textDatasets;
  const byType = (file: string) => Object.values<string[]>(JSON.parse(readText(bipia, file))).flat();
  const goals = (file: string) => {
    const cases: { "Attacker Instruction": string }[] = JSON.parse(readText(injecagent, file));
    return [...new Set(cases.map((one) => one["Attacker Instruction"]))];
  };
  const alone: [string, string[]][] = [
    ["bipia plain tasks", byType("text_attack_train.json")],
    ["bipia code", byType("code_attack_train.json")],
    ["injecagent direct harm", goals("dh_base_dev.json")],
    ["injecagent data stealing", goals("ds_base_dev.json")],
  ];
  const mails = bipiaMails();
  const within = (texts: readonly string[]) => texts.map((text, i) => `${mails[i % mails.length]}\n${text}`);
  return [
    ...alone.map(([name, texts]): TextSet => ({ name, kind: "attack", texts })),
    ...alone.map(
      ([name, texts]): TextSet => ({ name: `${name}, in a mail`, kind: "attack", texts: within(texts) }),
    ),
    {
      name: "garak in the wild",
      kind: "attack",
      texts: JSON.parse(readText(garak, "inthewild_jailbreak_llms.json")),
    },
  ];
}

function bipiaMails(): string[] {
  return readLines<{ context: string }>(textDatasets.bipia, "email/train.jsonl").map(
    ({ context }) => context,
  );
}

/** Bodies as they stand, quoted replies included. */
function hamBodies(): string[] {
  readText(textDatasets.spamassassin, "threads_gold_dev.jsonl");
  const folder = join(dataFolder(), textDatasets.spamassassin.folder, "ham");
  return readdirSync(folder)
    .sort()
    .map((file) => readFileSync(join(folder, file), "latin1"))
    .map((mail) => mail.slice(mail.search(/\r?\n\r?\n/)).trim());
}
