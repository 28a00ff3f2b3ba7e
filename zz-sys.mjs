import net from "node:net";
const s = net.createServer((c) => c.on("data", (d) => c.write(d))).listen(0, "127.0.0.1", () => {
  const c = net.connect(s.address().port, "127.0.0.1"); let n = 0; const t = performance.now(); const u0 = process.cpuUsage();
  c.on("data", () => { if (++n === 5000) { const u = process.cpuUsage(u0); console.log("us/roundtrip both sides", (performance.now() - t) / 5, "cpu us", (u.user) / 5000, u.system / 5000); process.exit(); } c.write("x".repeat(200)); }); c.write("x");
});
