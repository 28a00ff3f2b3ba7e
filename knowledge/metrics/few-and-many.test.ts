import { expect, test } from "vitest";
import { freshWorkspace, testDatabase } from "../db/test-database.ts";
import { at, groups, load } from "./test-load.ts";
import { addRecords } from "./test-records.ts";

test("an empty workspace has no numbers, and says so", async () => {
  const loaded = await load(await freshWorkspace());
  expect(loaded.series).toHaveLength(11);
  expect(
    loaded.series.every(({ points }) => points.length === 30 && points.every(({ value }) => value === null)),
  ).toBe(true);
  expect(loaded.groupings.every((grouping) => grouping.groups.length === 0)).toBe(true);
  expect(loaded.notes).toEqual(["The workspace has no contacts yet."]);
});

test("one contact without anything else is counted", async () => {
  const one = await freshWorkspace();
  await addRecords(one, [{ created: "2026-03-10T10:00:00Z" }]);
  const loaded = await load(one);
  expect(at(loaded, "new_leads", "2026-03-10")).toEqual({ at: "2026-03-10", value: null, n: 1 });
  expect(loaded.totals.find(({ metric }) => metric === "new_leads")).toMatchObject({ value: 1, n: 1 });
  expect(groups(loaded, "new_leads", "source")).toEqual({ null: 1 });
  expect(loaded.notes).toEqual(["conversion_rate is unknown: no lead with a date was won yet."]);
});

test("tells the thirty largest groups and counts the others", async () => {
  const many = await freshWorkspace();
  const contacts = Array.from({ length: 40 }, (_, index) => ({
    created: "2026-03-10T10:00:00Z",
    source: `s${index % 34}`,
  }));
  await addRecords(many, [...contacts, { created: "2026-03-10T10:00:00Z" }]);
  const { groupings } = await load(many, { metrics: ["new_leads"], dimensions: ["source"] });
  expect(groupings[0]?.groups).toHaveLength(31);
  expect(groupings[0]?.groups.slice(0, 6).map(({ n }) => n)).toEqual([2, 2, 2, 2, 2, 2]);
  expect(groupings[0]?.others).toBe(4);
});

test("samples durations evenly where there are many", async () => {
  const many = await freshWorkspace();
  await addRecords(many, [{ created: "2026-03-10T00:00:00Z" }]);
  await testDatabase().withTenant(many.tenant.id, async (tx) => {
    const tenant = [many.tenant.id];
    await tx.query(
      `insert into contacts (tenant_id, id, external_id) select $1, md5('c' || g)::uuid, g from generate_series(1, 1001) g`,
      tenant,
    );
    await tx.query(
      `insert into interactions (tenant_id, id, external_id, contact_id, type, direction, content_hash, occurred_at)
        select $1, md5(d || g)::uuid, d || g, md5('c' || g)::uuid, 'EMAIL', d, '', '2026-03-10T00:00:00Z'::timestamptz
          + case d when 'OUTBOUND' then make_interval(hours => g) else '0' end
        from generate_series(1, 1001) g, unnest(array['INBOUND', 'OUTBOUND']) d`,
      tenant,
    );
    await tx.query("update contacts set created_at = '2026-03-01T00:00:00Z' where tenant_id = $1", tenant);
  });
  const later = { asOf: new Date("2027-01-01T00:00:00Z"), metrics: ["first_response_time"] };
  const { groupings } = await load(many, { ...later, dimensions: ["status"] });
  const [group] = groupings[0]?.groups ?? [];
  expect(group).toMatchObject({ name: "LEAD", value: 501, n: 1001 });
  expect(group?.sample).toHaveLength(500);
  expect([group?.sample?.[0], group?.sample?.[1], group?.sample?.at(-1)]).toEqual([1, 3, 1001]);
});
