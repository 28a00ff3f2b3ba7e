/** A split text, in the terms of the fixtures' tests. */
export interface SplitText {
  fragments: readonly { text: string; quoted: boolean; signature: boolean; hidden: boolean }[];
  /** What is shown as the reply. */
  reply: string;
}

/** One test of a fixture's test file: a text, and what must hold of it. */
export interface ReplyCase {
  name: string;
  fixture: string;
  checks: { line: string; holds: (split: SplitText) => boolean }[];
  /** Lines that assert something else than how a text is split. */
  unread: string[];
}

type Check = (split: SplitText) => boolean;

/** Reads the tests of github's and zapier's test files: which text, and what each assertion says of it. */
export function replyCases(source: string, language: "ruby" | "python"): ReplyCase[] {
  const [, ...tests] = source.split(/^\s*def (?=test_)/m);
  return tests.flatMap((test) => {
    const body = test.split(/^\s*def /m)[0] ?? "";
    const name = /^\w+/.exec(body)?.[0] ?? "";
    const fixture = /(?:join\(|email[\s(]+:?|get_email\(|emails\/)["']?(?:emails\/)?([\w]+)/.exec(
      body.slice(name.length),
    )?.[1];
    if (!fixture) return [];
    const checks: ReplyCase["checks"] = [];
    const unread: string[] = [];
    for (const line of statements(body)) {
      const check = language === "ruby" ? rubyCheck(line) : pythonCheck(line);
      if (check) checks.push({ line, holds: check });
      else unread.push(line);
    }
    return checks.length > 0 ? [{ name, fixture: `${fixture}.txt`, checks, unread }] : [];
  });
}

/** Assertions, each with the lines that it goes on in. */
function statements(body: string): string[] {
  const starts = [...body.matchAll(/^\s*(?:self\.)?(?:assert|refute)/gm)].map(({ index }) => index);
  return starts.map((start, place) => {
    const rest = body.slice(start, starts[place + 1]);
    return rest.split(/\n\s*(?:end\b|with\b|\w+ =|fragments\.each|if __name__)/)[0]?.trim() ?? "";
  });
}

function rubyCheck(line: string): Check | undefined {
  const size = /^assert_equal (\d+), reply\.fragments\.size/.exec(line);
  if (size) return ({ fragments }) => fragments.length === Number(size[1]);
  const flags =
    /^assert_equal \[([^\]]*)\],\s*reply\.fragments\.map \{ \|f\| f\.(quoted|signature|hidden)\? \}/.exec(
      line,
    );
  if (flags) return flagCheck(flags);
  if (/^assert reply\.fragments\.none\? \{ \|f\| f\.quoted\? \}/.test(line)) {
    return ({ fragments }) => fragments.every(({ quoted }) => !quoted);
  }
  const pattern = /^assert_match\s*\(?\/(.*)\/,\s*reply\.fragments\[(\d)\]\.to_s/.exec(line);
  if (pattern)
    return ({ fragments }) =>
      new RegExp(pattern[1] ?? "", "m").test(fragments[Number(pattern[2])]?.text ?? "");
  const part = /^assert_match "(.*)", reply\.fragments\[(\d)\]\.to_s/.exec(line);
  if (part) return ({ fragments }) => fragments[Number(part[2])]?.text.includes(part[1] ?? "") ?? false;
  const whole = /^assert_equal "([\s\S]*)", reply\.fragments\[(\d)\]\.to_s/.exec(line);
  if (whole)
    return ({ fragments }) => lines(fragments[Number(whole[2])]?.text) === lines(unescaped(whole[1]));
  const reply = /^assert_equal "([\s\S]*)",\s*EmailReplyParser\.parse_reply\(body\)/.exec(line);
  return reply ? (split) => lines(split.reply) === lines(unescaped(reply[1])) : undefined;
}

function pythonCheck(line: string): Check | undefined {
  const size = /^self\.assertEqual\((\d+), len\(message\.fragments\)\)/.exec(line);
  if (size) return ({ fragments }) => fragments.length === Number(size[1]);
  const flags =
    /^self\.assertEqual\(\s*\[([^\]]*)\],\s*\[f(?:ragment)?\.(quoted|signature|hidden) for f(?:ragment)? in message\.fragments\]/.exec(
      line,
    );
  if (flags) return flagCheck(flags);
  const part = /^self\.assertTrue\(["'](.*)["'] in (?:message|msg)\.fragments\[(\d)\]\.content\)/.exec(line);
  if (part) return ({ fragments }) => fragments[Number(part[2])]?.text.includes(part[1] ?? "") ?? false;
  const start = /^self\.assertTrue\(re\.match\('\^(.*)', message\.fragments\[(\d)\]\.content\)\)/.exec(line);
  if (start)
    return ({ fragments }) =>
      fragments[Number(start[2])]?.text.trimStart().startsWith(start[1] ?? "") ?? false;
  const shown =
    /^self\.assertTrue\("(.*)" (not )?in (?:message\.reply|EmailReplyParser\.parse_reply\(email\.read\(\)\))\)/.exec(
      line,
    );
  if (shown) return ({ reply }) => reply.includes(shown[1] ?? "") === (shown[2] === undefined);
  const whole =
    /^self\.assertEqual\(\s*["'](.*)["'],\s*EmailReplyParser\.parse_reply\(f\.read\(\)\)\)/.exec(line) ??
    /^self\.assertEqual\(message\.reply\.strip\(\), '(.*)'\)/.exec(line);
  return whole ? ({ reply }) => lines(reply) === lines(unescaped(whole[1])) : undefined;
}

function flagCheck([, list = "", flag = ""]: RegExpExecArray): Check {
  const wanted = list.split(",").map((word) => word.trim().toLowerCase() === "true");
  const name = flag === "quoted" ? "quoted" : flag === "signature" ? "signature" : "hidden";
  return ({ fragments }) =>
    JSON.stringify(fragments.map((fragment) => fragment[name])) === JSON.stringify(wanted);
}

function unescaped(text: string | undefined): string {
  return (text ?? "").replaceAll("\\n", "\n");
}

/** Blanks at the ends of lines and of the whole do not count. */
function lines(text: string | undefined): string {
  return (text ?? "").replace(/[ \t]+$/gm, "").trim();
}
