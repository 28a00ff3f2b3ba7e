import type { Principal } from "#core/principal.ts";
import type { Transaction } from "../../db/database.ts";
import { writeNames } from "../names/write-names.ts";
import { termCounts } from "./term-counts.ts";
import { writePostings } from "./write-postings.ts";

/** Saves passages whole, from a number on, with what searches read of them; for tests. */
export async function savePassages(
  tx: Transaction,
  principal: Principal,
  passages: readonly { no: number; text: string; names?: readonly string[] }[],
): Promise<void> {
  const tenant = principal.tenant.id;
  const made = passages.map(({ no, text, names = [] }) => ({
    no,
    text,
    names,
    ...termCounts({ text, context: [] }),
  }));
  await tx.query(
    `insert into passages (tenant_id, no, kind, part, text, language, terms, names, length, content_hash, occurred_at)
     select $1, no, 'note', 0, text, language, terms::text[], names::text[], length, '', now()
     from unnest($2::int4[], $3::text[], $4::text[], $5::text[], $6::text[], $7::int4[])
       as t(no, text, language, terms, names, length)`,
    [
      tenant,
      made.map(({ no }) => no),
      made.map(({ text }) => text),
      made.map(({ language }) => language),
      made.map(({ terms }) => arrayText([...terms.keys()])),
      made.map(({ names }) => arrayText(names)),
      made.map(({ length }) => length),
    ],
  );
  await writePostings(tx, principal, "text", made);
  await writeNames(tx, principal, made);
  const languages: Record<string, number> = {};
  for (const { language } of made) languages[language] = (languages[language] ?? 0) + 1;
  await tx.query(
    `insert into passage_statistics (tenant_id, passages, tokens, languages) values ($1, $2, $3, $4)
     on conflict (tenant_id) do update set passages = passage_statistics.passages + $2,
       tokens = passage_statistics.tokens + $3, languages = $4`,
    [tenant, made.length, made.reduce((sum, { length }) => sum + length, 0), JSON.stringify(languages)],
  );
}

function arrayText(texts: readonly string[]): string {
  return `{${texts.map((text) => JSON.stringify(text)).join(",")}}`;
}
