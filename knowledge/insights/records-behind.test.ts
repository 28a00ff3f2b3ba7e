import { beforeAll, describe, expect, test } from "vitest";
import type { Principal } from "#core/principal.ts";
import { freshWorkspace, testDatabase } from "../db/test-database.ts";
import type { LoadedMetrics } from "../metrics/load-metrics.ts";
import { parseSegment } from "../metrics/segment.ts";
import { load } from "../metrics/test-load.ts";
import { addRecords } from "../metrics/test-records.ts";
import { seededRandom } from "../scoring/evaluate/seeded-random.ts";
import { counted, type PointBehind } from "./points-behind.ts";
import { type RecordsQuery, recordsBehind } from "./records-behind.ts";

let us: Principal;
beforeAll(async () => {
  us = await freshWorkspace();
  const random = seededRandom(11);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  const moment = (from: number) =>
    new Date(Date.UTC(2026, 1, 20) + (from + random()) * 86_400_000).toISOString();
  const contacts = Array.from({ length: 60 }, () => {
    const came = Math.floor(random() * 38);
    const ended = random() < 0.6 ? [{ result: pick(["won", "lost"] as const), at: moment(came + 2) }] : [];
    const touch = () =>
      [
        moment(came + random() * 6),
        pick(["in", "in", "out", "missed call in", "visit in"] as const),
        pick(["EMAIL", "CHAT"]),
      ] as [string, "in", string];
    return {
      created: moment(came),
      assignedTo: pick(["ada", "grace"]),
      outcomes: ended,
      touches: Array.from({ length: Math.floor(random() * 10) }, touch),
      ...(random() < 0.8 ? { source: pick(["Referral", "Web"]) } : {}),
    };
  });
  await addRecords(us, contacts);
});

const asOf = "2026-03-31T12:00:00.000Z";

function find(
  points: readonly PointBehind[],
  more: Partial<RecordsQuery> & { segment?: string; owner?: string } = {},
) {
  const { segment = null, owner = null, ...rest } = more;
  const parameters = { segment, assigned_to: owner, as_of: asOf, time_zone: "UTC" };
  return testDatabase().readTenant(us.tenant.id, (tx) =>
    recordsBehind(tx, { tenantId: us.tenant.id, parameters, points, messagesOf: null, most: 1_000, ...rest }),
  );
}

const march = { since: "2026-03-01", until: "2026-03-31" };
const series = (loaded: LoadedMetrics) =>
  loaded.series.flatMap(({ metric, points }) =>
    points.flatMap(({ at, n, value }) => {
      const what = counted[metric];
      const until = new Date(Date.parse(at) + 86_400_000).toISOString().slice(0, 10);
      const point = { label: `${metric} ${at}`, what: what ?? "leads", since: at, until, isWide: false };
      return what && value !== null && n > 0 ? [{ point, n }] : [];
    }),
  );

describe.each<[string, { segment?: string; owner?: string }]>([
  ["all contacts", {}],
  ["a segment", { segment: "source=referral" }],
  ["a channel", { segment: "channel=CHAT" }],
  ["an owner", { owner: "ada" }],
])("of %s", (_name, scope) => {
  const query = {
    ...(scope.segment ? { segment: parseSegment(scope.segment) } : {}),
    ...(scope.owner ? { assignedTo: scope.owner } : {}),
  };

  test("every bucket has the records that its metric counted", async () => {
    const buckets = series(await load(us, query));
    expect(new Set(buckets.map(({ point }) => point.what)).size).toBeGreaterThan(7);
    const ids = await find(
      buckets.map(({ point }) => point),
      scope,
    );
    expect(buckets.map(({ point }, index) => [point.label, new Set(ids[index]).size])).toEqual(
      buckets.map(({ point, n }) => [point.label, n]),
    );
  });

  test("every group has its contacts, and messages of as many", async () => {
    const { groupings, series: all } = await load(us, query);
    const groups = groupings.flatMap(({ metric, dimension, groups: own }) =>
      own.flatMap(({ name, n }) => {
        const what = counted[metric];
        const mature =
          all.find((one) => one.metric === metric)?.points.findLast(({ value }) => value !== null)?.at ?? "";
        const until =
          metric === "conversion_rate"
            ? new Date(Date.parse(mature) + 86_400_000).toISOString().slice(0, 10)
            : march.until;
        const point = {
          label: `${metric} ${dimension} ${name}`,
          ...march,
          until,
          dimension,
          group: name,
          isWide: true,
        };
        return what ? [{ point: { ...point, what }, n }] : [];
      }),
    );
    const ids = await find(
      groups.map(({ point }) => point),
      scope,
    );
    for (const [index, { point, n }] of groups.entries()) {
      const found = ids[index]?.length ?? 0;
      const isOfContacts = ["leads", "won", "lost", "ended", "responses"].includes(point.what);
      if (isOfContacts) expect([point.label, found]).toEqual([point.label, n]);
      else expect([point.label, found >= 1 && found <= n]).toEqual([point.label, true]);
    }
  });
});

test("at most so many, the same each time; of one's own contacts alone where no other messages may be read", async () => {
  const points: PointBehind[] = [
    { label: "", what: "inbound", ...march, isWide: true },
    { label: "", what: "inbound", ...march, isWide: false },
    { label: "", what: "won", ...march, isWide: true, weekday: 2 },
  ];
  const few = await find(points, { most: 3 });
  expect(few.map(({ length }) => length)).toEqual([3, 3, expect.any(Number)]);
  expect(await find(points, { most: 3 })).toEqual(few);
  const own = await find(points, { messagesOf: "ada" });
  const owners = await testDatabase().readTenant(us.tenant.id, (tx) =>
    tx.query<{ owner: string }>(
      `select distinct c.assigned_to as owner from interactions i join contacts c on c.tenant_id = $1 and c.id = i.contact_id
        where i.tenant_id = $1 and i.id = any($2::uuid[])`,
      [us.tenant.id, [...(own[0] ?? []), ...(own[1] ?? [])]],
    ),
  );
  expect(owners.rows).toEqual([{ owner: "ada" }]);
});

test("another workspace's records are never named", async () => {
  const them = await freshWorkspace();
  const points: PointBehind[] = [{ label: "", what: "leads", ...march, isWide: true }];
  expect(await find(points, { tenantId: them.tenant.id })).toEqual([[]]);
});
