import EmailReplyParser from "email-reply-parser";
import { replyText, splitReply } from "#knowledge/email/reply-text.ts";
import { folderDatasets, readFolder } from "../../folder-datasets.ts";
import { replyCases, type SplitText } from "./reply-cases.ts";

/** How many tests of one set hold. */
export interface ReplyScore {
  set: string;
  of: number;
  /** With our rules. */
  right: number;
  /** With email-reply-parser alone. */
  library: number;
}

export interface ReplyResults {
  scores: ReplyScore[];
  /** Tests that do not hold, with the assertion. */
  failing: string[];
  /** Assertions about something else: encodings, time, the input left alone. */
  unread: string[];
}

const sets = [
  { set: "github", file: "github/email_reply_parser_test.rb", language: "ruby" },
  { set: "zapier", file: "zapier/test_email_reply_parser.py", language: "python" },
] as const;

/** Runs the tests that stand beside the fixtures on our way of splitting, and on the library's. */
export function measureReplies(): ReplyResults {
  const files = readFolder(folderDatasets.emailReply);
  const failing: string[] = [];
  const unread: string[] = [];
  const scores = sets.map(({ set, file, language }): ReplyScore => {
    const score = { set, of: 0, right: 0, library: 0 };
    for (const { name, fixture, checks, unread: others } of replyCases(
      files.get(file)?.toString() ?? "",
      language,
    )) {
      unread.push(...others.map((line) => `${set} ${name}: ${line}`));
      const text = files.get(`${set}/emails/${fixture}`)?.toString();
      if (text === undefined) {
        unread.push(`${set} ${name}: ${fixture} is not there`);
        continue;
      }
      const wrong = checks.find(({ holds }) => !holds(ours(text)));
      score.of++;
      if (wrong) failing.push(`${set} ${name}: ${wrong.line}`);
      else score.right++;
      if (checks.every(({ holds }) => holds(library(text)))) score.library++;
    }
    return score;
  });
  return { scores, failing, unread };
}

function ours(text: string): SplitText {
  return {
    fragments: splitReply(text).map(({ kind, text: content, hidden }) => ({
      text: content,
      quoted: kind === "quote",
      signature: kind === "signature",
      hidden,
    })),
    reply: replyText(text),
  };
}

function library(text: string): SplitText {
  const email = new EmailReplyParser().read(text);
  return {
    fragments: email.getFragments().map((fragment) => ({
      text: fragment.getContent(),
      quoted: fragment.isQuoted(),
      signature: fragment.isSignature(),
      hidden: fragment.isHidden(),
    })),
    reply: email.getVisibleText(),
  };
}
