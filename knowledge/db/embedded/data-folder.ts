import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { PGlite } from "@electric-sql/pglite";
import { pg_trgm } from "@electric-sql/pglite/contrib/pg_trgm";
import { pgcrypto } from "@electric-sql/pglite/contrib/pgcrypto";
import { unaccent } from "@electric-sql/pglite/contrib/unaccent";
import { vector } from "@electric-sql/pglite-pgvector";

const options = {
  extensions: { vector, pg_trgm, unaccent, pgcrypto },
  // What a hundred thousand passages are searched in, index and rows: reading them from files takes twice as long. Memory is held only once it is used.
  startParams: [...PGlite.defaultStartParams, "-c", "shared_buffers=384MB"],
};

/**
 * Opens the data folder, making it first if there is none. Only the owner may call this: two would destroy it.
 * It is made beside its place and moved there when it is whole, so that being killed meanwhile leaves no half of one.
 */
export async function openDataFolder(folder: string): Promise<PGlite> {
  if (!existsSync(folder)) {
    const unfinished = `${folder}.unfinished`;
    rmSync(unfinished, { recursive: true, force: true });
    mkdirSync(unfinished, { recursive: true, mode: 0o700 });
    const database = await PGlite.create(unfinished, options);
    await database.close();
    renameSync(unfinished, folder);
  }
  return PGlite.create(folder, options);
}
