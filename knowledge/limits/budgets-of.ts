import type { LimitSettings } from "./limit-settings.ts";

export interface Spent {
  tokens: number;
  costMicroUsd: number;
}

/** What one caller used of one model. */
export interface ModelShare extends Spent {
  model: string;
  user: string;
  isKey: boolean;
}

/** One limit of a day, and which use counts towards it. */
export interface Budget {
  /** Tokens or dollars; one of them. */
  tokens?: number;
  usd?: number;
  /** As an exhausted budget is called. */
  told: string;
  counts(share: ModelShare): boolean;
}

/** All limits that a call by somebody of a model has to keep to, the workspace's first. */
export function budgetsOf(
  { user, isKey, model }: Pick<ModelShare, "user" | "isKey" | "model">,
  limits: LimitSettings,
): Budget[] {
  const own = (share: ModelShare) => share.user === user && share.isKey === isKey;
  const ofModel = limits.models[model];
  return [
    ...budget({
      tokens: limits.model_tokens_per_day,
      usd: limits.model_usd_per_day,
      of: "",
      counts: () => true,
    }),
    ...budget({
      tokens: isKey ? limits.model_tokens_per_day_key : limits.model_tokens_per_day_user,
      usd: isKey ? limits.model_usd_per_day_key : limits.model_usd_per_day_user,
      of: isKey ? " of one API key" : " of one user",
      counts: own,
    }),
    ...budget({
      tokens: ofModel?.tokens_per_day,
      usd: ofModel?.usd_per_day,
      of: ` of ${model}`,
      counts: (share) => share.model === model,
    }),
  ];
}

interface Limited {
  tokens: number | undefined;
  usd: number | undefined;
  of: string;
  counts(share: ModelShare): boolean;
}

function budget({ tokens, usd, of, counts }: Limited): Budget[] {
  return [
    ...(tokens === undefined
      ? []
      : [{ tokens, told: `${tokens.toLocaleString("en")} tokens a day${of}`, counts }]),
    ...(usd === undefined ? [] : [{ usd, told: `$${usd} a day${of}`, counts }]),
  ];
}
