import { fieldOfFeature } from "../features/feature.ts";
import type { LeadModel } from "../lead-model.ts";
import type { LabelledLead } from "../snapshots/snapshot.ts";
import type { TrainingReport } from "../training/report.ts";
import { lossesOnLeads, sampleOf } from "./losses-on-leads.ts";
import type { GuardVerdict } from "./model-life.ts";

/** Fewer won or lost leads than this cannot tell two models apart. */
const fewest = 20;

/** The model that would be replaced. */
export interface Incumbent {
  version: number;
  model: LeadModel;
  /** Null when another version of Rapport wrote it. */
  report: TrainingReport | null;
}

/** A trained model that asks to serve. */
export interface Candidate {
  report: TrainingReport;
  /** Out-of-fold chance of each lead: by models that had not seen it. Null for a prior. */
  chances: Float64Array | null;
  /** Fields that it lacks on purpose. */
  leftOut: readonly string[];
}

export interface Contest {
  /** All that the candidate was trained on, with every field that the incumbent knows. */
  leads: readonly LabelledLead[];
  candidate: Candidate;
  /** Null when nothing serves, or nothing that can be read. */
  incumbent: Incumbent | null;
  /** Whether the incumbent cannot have seen a lead's end. */
  isNew(lead: LabelledLead): boolean;
}

/**
 * Says whether a new model may take the serving one's place: unless it is worse by more than a standard error. Neither may
 * profit from having seen a lead's end. So they are compared on leads that ended after the serving model was trained, which
 * it cannot have seen, where 20 were won and 20 lost; the candidate's part of it are out-of-fold chances. With fewer, each
 * is taken at its own cross-validation, as what it gains over the base rate of its leads, because base rates move; the error
 * is that of the two models' difference on the candidate's leads.
 */
export async function judgeCandidate(contest: Contest): Promise<GuardVerdict> {
  const { candidate, incumbent, leads } = contest;
  if (!incumbent) return uncompared(true, null, "There was no model to compare it with.");
  const { version } = incumbent;
  const missed = fieldsOf(incumbent.model).filter((field) => candidate.leftOut.includes(field));
  if (missed.length > 0)
    return uncompared(
      true,
      version,
      `Not compared with version ${version}, which reads ${missed.join(", ")}: left out now.`,
    );
  if (!candidate.chances) return judgePrior(candidate, incumbent);
  const duel: Duel = { ...contest, incumbent, chances: candidate.chances };
  // A prior has learned from nobody: to it every lead is new.
  const unseen = [...leads.keys()].filter(
    (i) => isPrior(incumbent) || contest.isNew(leads[i] as LabelledLead),
  );
  const won = unseen.filter((i) => leads[i]?.result === "won").length;
  return Math.min(won, unseen.length - won) >= fewest ? onNewLeads(duel, unseen) : byCrossValidation(duel);
}

/** A prior has no figures: it may follow another prior, and no model that was trained. */
function judgePrior({ report: { won, lost } }: Candidate, incumbent: Incumbent): GuardVerdict {
  const trained = isPrior(incumbent) ? "" : `, and version ${incumbent.version} was trained on more`;
  const reason = `It is only a prior: ${won} won and ${lost} lost leads are known${trained}.`;
  return uncompared(isPrior(incumbent), incumbent.version, reason);
}

function isPrior({ model }: Incumbent): boolean {
  return model.artifact.kind === "prior";
}

interface Duel extends Contest {
  incumbent: Incumbent;
  chances: Float64Array;
}

async function onNewLeads(duel: Duel, unseen: readonly number[]): Promise<GuardVerdict> {
  const { incumbent } = duel;
  const places = sampleOf(duel.leads, unseen);
  const {
    difference: worse,
    error,
    first: serving,
    second: mine,
  } = await lossesOnLeads({ ...duel, model: incumbent.model }, places);
  return {
    publish: worse <= error,
    against: incumbent.version,
    basis: "new leads",
    ...countsOf(duel, places),
    candidate: mine,
    serving,
    worse,
    error,
    reason: `Log loss ${mine.toFixed(3)} against ${serving.toFixed(3)} of version ${incumbent.version} on ${places.length} leads that neither had seen: ${inWords(worse, error)}.`,
  };
}

async function byCrossValidation(duel: Duel): Promise<GuardVerdict> {
  const { candidate, incumbent, leads } = duel;
  const { version } = incumbent;
  const [mine, theirs] = [candidate.report.crossValidated, incumbent.report?.crossValidated];
  if (!mine || !theirs)
    return uncompared(true, version, `There are no figures of version ${version} to compare it with.`);
  const places = sampleOf(leads, [...leads.keys()]);
  const [gain, theirGain] = [mine.baseLogLoss - mine.logLoss, theirs.baseLogLoss - theirs.logLoss];
  const worse = theirGain - gain;
  const sample = await lossesOnLeads({ ...duel, model: incumbent.model }, places);
  // The figures are of all leads, of which these are a sample.
  const error = sample.error * Math.sqrt(places.length / leads.length);
  return {
    publish: worse <= error,
    against: version,
    basis: "cross-validation",
    leads: mine.leads,
    won: mine.won,
    candidate: mine.logLoss,
    serving: theirs.logLoss,
    worse,
    error,
    reason: `In cross-validation it gains ${gain.toFixed(3)} nats a lead over the base rate, version ${version} gained ${theirGain.toFixed(3)}: ${inWords(worse, error)}. Too few leads ended since to compare them on those.`,
  };
}

function inWords(worse: number, error: number): string {
  const margin = `${Math.abs(worse).toFixed(3)} ${worse > 0 ? "worse" : "better"}, with a standard error of ${error.toFixed(3)}`;
  return worse > 0 && worse <= error ? `${margin}, which may be chance` : margin;
}

/** The fields that a model reads. */
function fieldsOf({ scorer }: LeadModel): string[] {
  return scorer.sources.flatMap((source) => fieldOfFeature(source) ?? []);
}

function countsOf({ leads }: Contest, places: readonly number[]): Pick<GuardVerdict, "leads" | "won"> {
  return { leads: places.length, won: places.filter((i) => leads[i]?.result === "won").length };
}

function uncompared(publish: boolean, against: number | null, reason: string): GuardVerdict {
  const blank = { leads: 0, won: 0, candidate: null, serving: null, worse: null, error: null };
  return { publish, against, basis: "none", ...blank, reason };
}
