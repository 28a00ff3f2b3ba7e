import { type Command, Option } from "commander";
import { json, list, run, wholeNumber, workspace } from "./shared-options.ts";

/** `rapport search`, `rapport ask` and `rapport index`. */
export function addSearch(rapport: Command): void {
  batch(
    filters(rapport.command("search").argument("[text]", "what to look for: a question, words, or a name")),
  )
    .description("find what was said: messages, calls, notes and articles, best first")
    .addOption(
      new Option("--k <number>", "how many at most; one text shows 50 at most")
        .argParser(wholeNumber("--k", 1, 200))
        .default(10),
    )
    .addOption(
      new Option("--rounds <number>", "with --queries: rounds of searching; 1 searches once")
        .argParser(wholeNumber("--rounds", 1, 5))
        .default(1),
    )
    .addHelpText("after", queriesHelp('{"id", "hits": [{"message"?, "conversation"?, "article"?, "score"}]}'))
    .action(run(async () => (await import("./commands/search.ts")).search));
  batch(filters(rapport.command("ask").argument("[question]", "what you want to know")))
    .description("answer a question from the conversations, each sentence with what it rests on")
    .addHelpText(
      "after",
      queriesHelp(
        '{"id", "answer", "abstained", "confidence", "citations": [{"message"?, "conversation"?, "article"?, "quote"}]}',
      ),
    )
    .action(run(async () => (await import("./commands/ask.ts")).ask));
  rapport
    .command("index")
    .description("make everything searchable that waits; imports do it at their end")
    .addOption(workspace())
    .addOption(json())
    .action(run(async () => (await import("./commands/index-texts.ts")).indexTexts));
}

const filters = (command: Command) =>
  command
    .addOption(workspace())
    .addOption(json())
    .option("--contact <contact>", "only with this contact: id, email or name")
    .option("--company <name>", "only with contacts of this company")
    .option("--channel <names>", "only in these channels, comma-separated, such as email,phone", list)
    .option("--from <date>", "only what was said at or after this ISO date")
    .option("--to <date>", "only what was said before this ISO date")
    .addOption(
      new Option("--outcome <outcome>", "only with contacts whose lead ended so").choices([
        "won",
        "lost",
        "open",
      ]),
    );

const batch = (command: Command) =>
  command
    .option("--queries <file>", "answer a JSON Lines file of queries; - for standard input")
    .addOption(new Option("--format <format>", "with --queries").choices(["jsonl"]).default("jsonl"));

const queriesHelp = (answer: string) =>
  `\nWith --queries each line is {"id", "text", "contact"?, "conversation"?, "history"?: ["what was said before"]}, and each answer is\n${answer},\nwith the ids of the imported files. Lines that cannot be answered are told on stderr; the exit status is 3 then.`;
