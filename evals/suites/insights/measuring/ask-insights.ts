import type { Principal } from "#core/principal.ts";
import type { Embedded } from "../../../product/with-embedded.ts";
import type { Business } from "../generator/business.ts";
import type { Told } from "../judging/told.ts";

/** Asks the product what stands out in a workspace, as a user does, at the end of its records. */
export type AskInsights = (
  embedded: Embedded,
  principal: Principal,
  business: Pick<Business, "period" | "timeZone" | "records">,
) => Promise<Told[]>;
