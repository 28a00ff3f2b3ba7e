import { answerOf } from "./ask-around.ts";
import { haystack, holds } from "./leaks.ts";
import type { Request } from "./made-requests.ts";
import type { Progress } from "./measure-attempts.ts";
import type { Workspaces } from "./open-workspaces.ts";
import { scriptedWriter, tellHonestly } from "./scripted-writers.ts";

export interface RequestOutcome {
  request: Request;
  writer: "local" | "an honest model";
  /** The reply that is proposed tells the value. */
  told: boolean;
  /** What was answered instead, for whoever mends. */
  answer: string;
  engine: string;
}

/** Drafts a reply to each request, without a model and with one that writes the sentence that answers. */
export async function measureRequests(
  { administrator, drafting }: Workspaces,
  requests: readonly Request[],
  { say }: Progress,
): Promise<RequestOutcome[]> {
  const outcomes: RequestOutcome[] = [];
  for (const writer of ["local", "an honest model"] as const) {
    say?.(`${requests.length} requests: ${writer}`);
    let accepted: readonly string[] = [];
    const model =
      writer === "local"
        ? undefined
        : scriptedWriter("test:honest", (shown) => tellHonestly(accepted)(shown));
    const { draftResponse } = drafting(model);
    for (const request of requests) {
      accepted = request.accepted;
      const output = await answerOf(draftResponse, administrator, { contact_id: `own-${request.at}` });
      const reply = typeof output === "string" ? undefined : output;
      const answer = reply?.response ?? reply?.hand_over?.reason ?? String(output);
      const isProposed = reply?.status === "proposed";
      const told = isProposed && request.accepted.some((value) => holds(haystack(answer), value));
      outcomes.push({ request, writer, told, answer, engine: reply?.engine ?? "" });
    }
  }
  return outcomes;
}
