import { describe, expect, test } from "vitest";
import { seededRandom } from "../scoring/evaluate/seeded-random.ts";
import { backtest } from "./forecast/backtest.ts";
import { candidates } from "./forecast/candidates.ts";
import { minimise } from "./forecast/minimise.ts";
import { seasonalNaive } from "./forecast/seasonal-naive.ts";
import { smoothing } from "./forecast/smoothing.ts";
import { theta } from "./forecast/theta.ts";
import { type Forecast, forecast } from "./forecast.ts";

const random = seededRandom(5);
const noise = Array.from({ length: 120 }, () => 2 * (random() + random() + random() - 1.5));
const week = [10, 12, 11, 9, 8, 2, 1];

function made(values: readonly (number | null)[], season: number, horizon = 7): Forecast {
  const answer = forecast(values, { season, horizon });
  if ("tooFew" in answer) throw new Error(answer.tooFew);
  return answer;
}

describe("each way to forecast", () => {
  test.each(candidates.map((model) => [model.name, model] as const))(
    "%s carries a week or a level on",
    (_, model) => {
      const history = {
        values: Float64Array.from({ length: 70 }, (_v, i) => (week[i % 7] ?? 0) + 20),
        season: 7,
      };
      const flat = { values: new Float64Array(70).fill(6), season: 7 };
      const [next] = model.forecasts(flat, model.fit(flat), { from: 70, horizon: 7 });
      for (const value of next ?? []) expect(value).toBeCloseTo(6, 6);
      const [weekly] = model.forecasts(history, model.fit(history), { from: 70, horizon: 7 });
      const seasonal = !["exponential smoothing", "damped Holt"].includes(model.name);
      expect(Math.abs((weekly?.[6] ?? 0) - 21) < 1.5).toBe(seasonal);
    },
  );

  test.each(candidates.map((model) => [model.name, model] as const))(
    "%s knows nothing of later values",
    (_, model) => {
      const history = (end: number) => {
        const values = Float64Array.from(
          { length: 70 },
          (_v, i) => (week[i % 7] ?? 0) + 20 + (noise[i] ?? 0),
        );
        values.fill(500, end);
        return { values, season: 7 };
      };
      const errors = (end: number) =>
        backtest(model, history(end), { first: 30, horizon: 1 })
          .errors.slice(0, 15)
          .map(([error]) => error);
      expect(errors(45)).toEqual(errors(70));
    },
  );

  test("exponential smoothing is the weighted mean that it is", () => {
    const brown = smoothing("brown", { season: "none", trend: false });
    const values = Float64Array.of(3, 5, 4, 6, 5, 7, 6, 8, 7, 9, 30);
    // Weight σ(0) = .5 from the mean of the first ten, 6, on.
    const byHand = values.reduce((level, value) => 0.5 * level + 0.5 * value, 6);
    const [next] = brown.forecasts({ values, season: 1 }, Float64Array.of(0), { from: 11, horizon: 2 });
    expect(Array.from(next ?? [])).toEqual([byHand, byHand]);
  });

  test("theta drifts by half the slope", () => {
    const values = Float64Array.from({ length: 40 }, (_, i) => 3 + 2 * i);
    const [next] = theta.forecasts({ values, season: 1 }, Float64Array.of(40), { from: 40, horizon: 3 });
    expect((next?.[2] ?? 0) - (next?.[1] ?? 0)).toBeCloseTo(1, 9);
  });

  test("the seasonal naive forecast repeats the last known turn", () => {
    const values = Float64Array.of(1, 2, 3, 4, Number.NaN, 6);
    const [next] = seasonalNaive.forecasts({ values, season: 3 }, new Float64Array(0), {
      from: 6,
      horizon: 5,
    });
    expect(Array.from(next ?? [])).toEqual([4, 2, 6, 4, 2]);
  });

  test("parameters are found where the cost is least", () => {
    const valley = ([x = 0, y = 0]: Float64Array) => (1 - x) ** 2 + 100 * (y - x * x) ** 2;
    const [x, y] = minimise(valley, [-1, 1], { rounds: 300 });
    expect([x, y]).toEqual([expect.closeTo(1, 1), expect.closeTo(1, 1)]);
  });
});

describe("a forecast", () => {
  test("is exact of a week that repeats itself", () => {
    const { points, backtest: past } = made(
      Array.from({ length: 56 }, (_, i) => week[i % 7] ?? 0),
      7,
    );
    expect(points).toEqual(week.map((value) => ({ value, low: value, high: value })));
    expect(past).toMatchObject({ naiveError: 0, coverage: 1 });
  });

  test("is better than the naive one where there is noise, and says so", () => {
    const { method, backtest: past } = made(
      noise.map((value, i) => value * 3 + (week[i % 7] ?? 0) + 30),
      7,
    );
    expect(method).not.toBe("seasonal naive");
    expect(past.error).toBeLessThan(0.95 * past.naiveError);
    expect(past.origins).toBeGreaterThan(40);
  });

  test("follows a trend, and is the less sure the further ahead of a walk", () => {
    const rising = made(
      noise.map((value, i) => value + i),
      1,
      10,
    );
    expect(rising.points.at(-1)?.value).toBeGreaterThan(120);
    let level = 100;
    const walk = made(
      noise.map((value) => {
        level += value;
        return level;
      }),
      1,
      10,
    );
    const width = (at: number) => (walk.points[at]?.high ?? 0) - (walk.points[at]?.low ?? 0);
    expect(width(9)).toBeGreaterThan(1.7 * width(0));
  });

  test("stays above its floor, and bears gaps", () => {
    const sparse = noise.map((value) => (value > 1.2 ? 1 : value < -2 ? null : 0));
    const answer = forecast(sparse, { season: 7, horizon: 7, floor: 0 });
    if ("tooFew" in answer) throw new Error(answer.tooFew);
    for (const { value, low, high } of answer.points) {
      expect(low).toBe(0);
      expect(value).toBeGreaterThanOrEqual(low);
      expect(high).toBeGreaterThanOrEqual(value);
    }
  });

  test("has wider intervals at a higher level", () => {
    const width = (level: number) => {
      const answer = forecast(noise, { season: 1, horizon: 3, level });
      return "tooFew" in answer ? 0 : (answer.points[0]?.high ?? 0) - (answer.points[0]?.low ?? 0);
    };
    expect(width(0.95)).toBeGreaterThan(1.2 * width(0.8));
  });

  test("is refused of too few values, with how many are needed", () => {
    expect(forecast([1, 2, 3, null, 5], { season: 1, horizon: 4 })).toEqual({
      tooFew: "4 values are known; 16 are needed to forecast 4 ahead",
    });
    expect(forecast(noise.slice(0, 25), { season: 7, horizon: 13 })).toHaveProperty("tooFew");
  });
});
