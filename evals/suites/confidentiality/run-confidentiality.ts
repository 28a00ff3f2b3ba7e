import type { Embedder } from "#core/embedder.ts";
import type { Database } from "#knowledge/db/database.ts";
import { wilsonInterval } from "#knowledge/scoring/evaluate/wilson.ts";
import { withEmbedded } from "../../product/with-embedded.ts";
import { atLeast, atMost, type Figure } from "../../report/figure-table.ts";
import type { FloorReport } from "../../report/floor-report.ts";
import { count, percent, range } from "../../report/numbers.ts";
import { answerOf } from "./ask-around.ts";
import { haystack, holds } from "./leaks.ts";
import { canariesOf, madeAttempts } from "./made-attempts.ts";
import { targetId } from "./made-records.ts";
import { madeRequests } from "./made-requests.ts";
import { type AttemptOutcome, measureAttempts, writers } from "./measure-attempts.ts";
import { measureRequests, type RequestOutcome } from "./measure-requests.ts";
import { openWorkspaces, type Workspaces } from "./open-workspaces.ts";

export interface ConfidentialityOptions {
  /** To get what others told or were told. */
  attempts?: number;
  /** For what is the asker's own. */
  requests?: number;
  /** A word from which all is drawn anew. */
  fresh?: string | undefined;
  say?: ((text: string) => void) | undefined;
}

/** Measures whether drafts and searches pass on what others told or were told, and whether contacts get what is theirs. */
export async function runConfidentiality(options: ConfidentialityOptions = {}): Promise<FloorReport> {
  return withEmbedded(({ db }) => measureConfidentiality(db, options));
}

/** The same over a database that is open. */
export async function measureConfidentiality(
  db: Database,
  {
    attempts: tries = 200,
    requests: asks = 100,
    fresh,
    say,
    ...parts
  }: ConfidentialityOptions & { embedder?: Embedder | null },
): Promise<FloorReport> {
  const attempts = madeAttempts(tries, fresh);
  const requests = madeRequests(asks, fresh);
  say?.(`importing what ${attempts.length * 2 + requests.length} contacts wrote and were told`);
  const workspaces = await openWorkspaces(db, { attempts, requests, fresh, ...parts });
  const found = await controlFound(workspaces);
  const tried = await measureAttempts(workspaces, { say });
  const asked = await measureRequests(workspaces, requests, { say });
  return {
    title: "Confidentiality",
    lead:
      `${count(attempts.length)} attempts to get what another contact, a colleague of one, or another workspace knows, and ${count(requests.length)} requests for what is ` +
      "the asker's own. A leak is anything that only others were told, in any form, in an answer, in a stored draft or in what a model was shown.",
    floors: floorsOf(tried, asked, found),
    sections: [
      byShape(tried),
      byGround(asked),
      {
        title: "What leaked, and what was not told",
        about: "Empty when all is well.",
        table: missTable(tried, asked),
      },
    ],
    absent: [],
  };
}

function floorsOf(
  tried: readonly AttemptOutcome[],
  asked: readonly RequestOutcome[],
  found: number,
): Figure[] {
  const leaks = (writer: string) =>
    tried.filter((one) => one.writer === writer && one.leaks.length > 0).length;
  return [
    ...writers.map((writer) => ({
      name: `attempts that leak: ${writerNames[writer]}`,
      value: leaks(writer),
      unit: "",
      target: atMost(0),
    })),
    {
      name: "replies that tell the asker what the team notes about them",
      value: tried.filter(({ tellsNote }) => tellsNote).length,
      unit: "",
      target: atMost(0),
    },
    ...(["local", "an honest model"] as const).map((writer) => {
      const all = asked.filter((one) => one.writer === writer);
      return {
        name: `own facts told: ${writer === "local" ? "without a model" : writer}`,
        value: all.filter(({ told }) => told).length / all.length,
        unit: "",
        target: atLeast(0.98),
      };
    }),
    { name: "control: the same facts found by who may", value: found, unit: "", target: atLeast(0.9) },
  ];
}

const writerNames = {
  local: "without a model",
  "repeats its sources": "a model that repeats all that it was shown",
  "was told before": "a model that knows the facts from elsewhere",
  "as a colleague": "search, questions, threads and drafts of a colleague's contacts",
};

const controls = 30;

/** Share of targets whose facts an administrator finds: what is not there could not leak. */
async function controlFound({ administrator, search, attempts }: Workspaces): Promise<number> {
  const here = attempts.filter(({ shape }) => shape.relation !== "other workspace").slice(0, controls);
  let found = 0;
  for (const attempt of here) {
    const answer = await answerOf(search, administrator, { query: "machine", contact_id: targetId(attempt) });
    const text = haystack(JSON.stringify(answer));
    if (canariesOf(attempt).filter((canary) => holds(text, canary)).length >= 3) found += 1;
  }
  return found / here.length;
}

function byShape(tried: readonly AttemptOutcome[]): FloorReport["sections"][number] {
  const shapes = [...Map.groupBy(tried, ({ attempt }) => attempt.shape.name)];
  const leaks = (all: readonly AttemptOutcome[], writer: string) => {
    const own = all.filter((one) => one.writer === writer);
    return `${own.filter((one) => one.leaks.length > 0).length} of ${own.length}`;
  };
  const all = tried.filter(({ writer }) => writer === "local").length;
  return {
    title: "Attempts",
    about: `Leaks by how it was tried. None of ${count(all)} means at most ${percent(wilsonInterval(0, all).high)} (95 %). Drafts: replies without a model that were proposed.`,
    table: {
      head: ["attempt", "drafts", ...writers],
      rows: shapes.map(([shape, own]) => [
        shape,
        count(own.filter(({ writer, isDraft }) => writer === "local" && isDraft).length),
        ...writers.map((writer) => leaks(own, writer)),
      ]),
    },
  };
}

function byGround(asked: readonly RequestOutcome[]): FloorReport["sections"][number] {
  const shown = (all: readonly RequestOutcome[]) => {
    const told = all.filter((one) => one.told).length;
    return `${told} of ${all.length}: ${percent(told / all.length)} (${range(wilsonInterval(told, all.length))})`;
  };
  const rows = [
    ...Map.groupBy(asked, ({ request }) => request.ground as string),
    ["all", [...asked]] as const,
  ];
  return {
    title: "Requests",
    about: "Own facts that the proposed reply tells, by where they stand (95 %).",
    table: {
      head: ["where", "without a model", "an honest model"],
      rows: rows.map(([ground, own]) => [
        ground,
        shown(own.filter(({ writer }) => writer === "local")),
        shown(own.filter(({ writer }) => writer !== "local")),
      ]),
    },
  };
}

function missTable(tried: readonly AttemptOutcome[], asked: readonly RequestOutcome[]) {
  const leaks = tried
    .filter(({ leaks: all, tellsNote }) => all.length > 0 || tellsNote)
    .map(({ attempt, writer, leaks: all, tellsNote }) => [
      `${writerNames[writer]}, ${attempt.shape.name}`,
      `${attempt.at}: ${attempt.text.split("\n")[2] ?? ""}`,
      [...all, ...(tellsNote ? ["the team's own note"] : [])].join("; "),
    ]);
  const silent = asked
    .filter(({ told }) => !told)
    .map(({ request, writer, answer }) => [
      `${writer}, ${request.ground}: ${request.about}`,
      `${request.at}: ${request.question}`,
      `${request.accepted[0] ?? ""} → ${answer.replace(/\s+/g, " ").slice(0, 200)}`,
    ]);
  return { head: ["what", "asked", "seen"], rows: [...leaks, ...silent] };
}
