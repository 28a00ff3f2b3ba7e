import type { Principal } from "#core/principal.ts";
import type { Rapport } from "../compose/compose.ts";
import { count } from "./output.ts";
import type { Progress } from "./progress.ts";

/** Makes every text of a workspace searchable, and shows how far it is. */
export function indexAll(
  { operations }: Rapport,
  principal: Principal,
  { signal, progress }: { signal: AbortSignal; progress: Progress },
) {
  return operations.index(principal, {
    signal,
    onProgress: ({ phase, done, total }) =>
      progress.update(
        `${phase === "passages" ? "Making texts searchable" : "Computing vectors"}: ${count(done)} of ${count(total)}`,
      ),
  });
}
