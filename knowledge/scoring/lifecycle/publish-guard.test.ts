import { beforeAll, describe, expect, test } from "vitest";
import { loadLeadModel } from "../lead-model.ts";
import type { LabelledLead } from "../snapshots/snapshot.ts";
import { randomNumbers, syntheticLeads } from "../training/synthetic-leads.ts";
import { trainLeadModel } from "../training/train.ts";
import { trainPrior } from "../training/train-prior.ts";
import type { TrainedLeadModel } from "../training/trained-lead-model.ts";
import { type Candidate, type Contest, type Incumbent, judgeCandidate } from "./publish-guard.ts";

const trainedAt = new Date("2026-06-02T00:00:00Z");
const all = syntheticLeads(600);
const [old, fresh] = [all.slice(0, 400), all.slice(400)];
const isNew = (lead: LabelledLead) => fresh.includes(lead);
const nobody = () => false;
let before: TrainedLeadModel;
let after: TrainedLeadModel;
let shuffled: TrainedLeadModel;

beforeAll(async () => {
  [before, after, shuffled] = [
    await trainLeadModel(old, { trainedAt }),
    await trainLeadModel(all, { trainedAt }),
    await trainLeadModel(withShuffledOutcomes(all), { trainedAt }),
  ];
});

const serving = ({ artifact, report }: TrainedLeadModel): Incumbent => ({
  version: 1,
  model: loadLeadModel(artifact),
  report,
});
const asking = ({ report, outOfFold }: TrainedLeadModel): Candidate => ({
  report,
  chances: outOfFold,
  leftOut: [],
});
const contest = (more: Partial<Contest>): Contest => ({
  leads: all,
  candidate: asking(after),
  incumbent: serving(before),
  isNew,
  ...more,
});

describe("the publish guard", () => {
  test("lets anything serve where nothing does", async () => {
    const verdict = await judgeCandidate(contest({ candidate: asking(shuffled), incumbent: null }));
    expect(verdict).toMatchObject({ publish: true, basis: "none", against: null });
  });

  test("lets a model serve that learned more, judged by leads that neither had seen", async () => {
    const verdict = await judgeCandidate(contest({}));
    expect(verdict).toMatchObject({ publish: true, basis: "new leads", leads: fresh.length, against: 1 });
    expect(verdict.worse).toBeLessThanOrEqual(verdict.error ?? 0);
  });

  test("refuses a model that was trained on shuffled outcomes, by new leads", async () => {
    const verdict = await judgeCandidate(contest({ candidate: asking(shuffled) }));
    expect(verdict).toMatchObject({ publish: false, basis: "new leads" });
    expect(verdict.reason).toMatch(/^Log loss 0\.\d+ against 0\.\d+ of version 1 on 200 leads .* worse/);
  });

  test("refuses it by cross-validation, where too few leads are new and the labels at hand are the shuffled ones", async () => {
    const leads = withShuffledOutcomes(all);
    const verdict = await judgeCandidate(contest({ leads, candidate: asking(shuffled), isNew: nobody }));
    expect(verdict).toMatchObject({ publish: false, basis: "cross-validation", leads: 600 });
  });

  test("does not prefer a model for having seen the leads: in cross-validation alike is no worse", async () => {
    const same = await judgeCandidate(
      contest({ leads: old, candidate: asking(before), incumbent: serving(before), isNew: nobody }),
    );
    expect(same).toMatchObject({ publish: true, basis: "cross-validation", worse: 0 });
  });

  test("compares with a prior by all leads, for it has learned from none", async () => {
    const prior = serving(trainPrior(old, { trainedAt }));
    const verdict = await judgeCandidate(contest({ incumbent: prior, isNew: nobody }));
    expect(verdict).toMatchObject({ publish: true, basis: "new leads", leads: 600 });
  });

  test("does not let a prior take a trained model's place, but that of another prior", async () => {
    const few = asking(trainPrior(old.slice(0, 9), { trainedAt }));
    expect(await judgeCandidate(contest({ candidate: few }))).toMatchObject({ publish: false });
    const prior = serving(trainPrior([], { trainedAt }));
    expect(await judgeCandidate(contest({ candidate: few, incumbent: prior }))).toMatchObject({
      publish: true,
    });
  });

  test("does not hold a field against a model that lacks it on purpose", async () => {
    const candidate = { ...asking(shuffled), leftOut: ["budget"] };
    const verdict = await judgeCandidate(contest({ candidate }));
    expect(verdict).toMatchObject({ publish: true, basis: "none" });
    expect(verdict.reason).toContain("reads budget");
    const reading = await judgeCandidate(contest({ candidate: { ...candidate, leftOut: ["unknown"] } }));
    expect(reading.publish).toBe(false);
  });
});

function withShuffledOutcomes(leads: readonly LabelledLead[]): LabelledLead[] {
  const random = randomNumbers(7);
  const results = leads
    .map(({ result }) => ({ result, place: random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ result }) => result);
  return leads.map((lead, i) => ({ ...lead, result: results[i] ?? lead.result }));
}
