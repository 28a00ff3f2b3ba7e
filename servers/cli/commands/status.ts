import type { Rapport } from "../../compose/compose.ts";
import { searchRows } from "../index-text.ts";
import { columns, count, print } from "../output.ts";
import { qualityRows, retrainingText } from "../report-text.ts";
import { withRapport } from "../with-rapport.ts";

type Status = Awaited<ReturnType<Rapport["operations"]["status"]>>;
type IndexStatus = Awaited<ReturnType<Rapport["operations"]["indexStatus"]>>;

/** `rapport status`: what is in the workspace, which model serves, since when, how good. */
export async function status(options: { workspace?: string; json?: boolean }): Promise<void> {
  await withRapport(async (rapport) => {
    const principal = await rapport.principal(options.workspace)();
    const found = await rapport.operations.status(principal);
    const search = await rapport.operations.indexStatus(principal);
    const { embedder } = rapport.config;
    const languageModels = rapport.models.map(({ id }) => id);
    print({ ...found, search: { ...search, embedder }, languageModels }, options, () =>
      toText(found, { rapport, search }),
    );
  });
}

function toText(
  s: Status,
  { rapport: { models, config }, search }: { rapport: Rapport; search: IndexStatus },
): string {
  const span =
    s.firstInteraction && s.lastInteraction
      ? `, ${s.firstInteraction.toISOString().slice(0, 10)} to ${s.lastInteraction.toISOString().slice(0, 10)}`
      : "";
  const bands = Object.entries(s.bands).map(([band, n]) => `${band} ${count(n)}`);
  return columns([
    ["workspace", `${s.workspace} (${s.database} database)`],
    ["contacts", `${count(s.contacts)}: ${count(s.won)} won, ${count(s.lost)} lost, ${count(s.open)} open`],
    ["companies", count(s.companies)],
    [
      "interactions",
      `${count(s.interactions)}${span}; ${count(s.messages)} are messages of ${count(s.conversations)} conversations`,
    ],
    ...searchRows(search, config),
    ["fields", s.fields.map(({ name, type }) => `${name} (${type})`).join(", ") || "none"],
    ["stored scores", bands.length > 0 ? `${count(s.scored)}: ${bands.join(", ")}` : "nobody yet"],
    [
      "last import",
      s.lastImport
        ? `${s.lastImport.kind} from ${s.lastImport.file}, ${s.lastImport.at.toISOString()}${s.lastImport.finished ? "" : ", not finished: run it again"}`
        : "none",
    ],
    ...modelRows(s.model),
    ["training", retrainingText(s.retraining)],
    [
      "words",
      models.length > 0 ? `${models.map(({ id }) => id).join(", ")}` : "local: no language model is used",
    ],
  ]);
}

function modelRows(model: Status["model"]): [string, string][] {
  if (!model)
    return [["model", "none trained: the documented prior scores. Run: npm run -s rapport -- train"]];
  return [
    ["model", `version ${model.version} (${model.kind}), serving since ${model.publishedAt?.toISOString()}`],
    ...qualityRows(model.report),
  ];
}
