import pg from "pg"; import { readFileSync } from "node:fs";
const url = readFileSync("/tmp/me/url", "utf8").trim(); const ws = JSON.parse(readFileSync("/tmp/me/ws.json"));
const c = new pg.Client({ connectionString: url }); await c.connect();
const pid = (await c.query("select pg_backend_pid() p")).rows[0].p; const { rows: [{ id }] } = await c.query("select id from tenants where name=$1", [ws.name]);
const cpu = () => { const s = readFileSync(`/proc/${pid}/stat`, "utf8").split(" "); return (+s[13] + +s[14]) * 10; };
const variants = {
  now: `BEGIN READ ONLY; SET LOCAL ROLE rapport_app; SET LOCAL jit = off; SELECT set_config('app.tenant_id', '${id}', true)`,
  set: `BEGIN READ ONLY; SET LOCAL ROLE rapport_app; SET LOCAL jit = off; SET LOCAL app.tenant_id = '${id}'`,
  one: `BEGIN READ ONLY; SELECT set_config('role','rapport_app',true), set_config('jit','off',true), set_config('app.tenant_id', '${id}', true)`,
  plain: "BEGIN READ ONLY",
};
for (let k = 0; k < 2; k++) for (const [n, sql] of Object.entries(variants)) {
  const a = cpu(), t = performance.now(); for (let i = 0; i < 2000; i++) { await c.query(sql); await c.query("COMMIT"); }
  console.log(n, ((performance.now() - t) / 2000).toFixed(3), "ms wall", ((cpu() - a) / 2000).toFixed(3), "ms pg cpu");
}
const q = "select c.id, c.email, c.first_name, (select count(*) from interactions i where i.tenant_id=c.tenant_id and i.contact_id=c.id) n, s.probability from contacts c left join lead_scores s on s.tenant_id=c.tenant_id and s.contact_id=c.id where c.tenant_id=$1 and c.id=$2";
for (const name of [undefined, "x"]) { await c.query(variants.set); const a = cpu(), t = performance.now(); for (let i = 0; i < 2000; i++) await c.query({ name, text: q, values: [id, ws.contactIds[i % 700]] }); console.log(name, ((performance.now() - t) / 2000).toFixed(3), ((cpu() - a) / 2000).toFixed(3)); await c.query("commit"); }
await c.end();
