/** The page's style sheet: a printed report on a screen, in light and dark, and on paper. */
export const style = `
:root { color-scheme: light dark; --paper: #fdfdfb; --ink: #1c1f23; --soft: #5b636d; --rule: #d9dcdf; --grid: #e9ebec;
  --accent: #1f5a94; --pale: #9db9d4; --band: #1f5a9424; --good: #1d6b3a; --bad: #a3261b; }
@media (prefers-color-scheme: dark) { :root { --paper: #14171a; --ink: #e4e6e8; --soft: #9aa3ad; --rule: #363c42; --grid: #262b30;
  --accent: #7db4ea; --pale: #3d5a78; --band: #7db4ea2e; --good: #79c795; --bad: #f0897d; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 1180px; padding: 2.5rem 1.5rem 5rem; background: var(--paper); color: var(--ink);
  font: 15px/1.5 "Source Sans 3", "Segoe UI", system-ui, -apple-system, "Helvetica Neue", Arial, sans-serif; }
h1, h2 { font-family: Charter, "Iowan Old Style", Georgia, "Times New Roman", serif; font-weight: 600; line-height: 1.2; }
h1 { font-size: 2.1rem; margin: 0 0 .3rem; }
h2 { font-size: 1.35rem; margin: 3.2rem 0 .4rem; padding-top: .8rem; border-top: 2px solid var(--ink); }
p { max-width: 78ch; margin: .4rem 0; } .lead, p.about { color: var(--soft); }
nav { margin: 1rem 0 0; } nav a { margin-right: 1.1rem; white-space: nowrap; } a { color: var(--accent); }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; font-size: .86rem; font-variant-numeric: tabular-nums lining-nums; margin: .6rem 0; }
caption { text-align: left; font-weight: 600; padding-bottom: .3rem; }
th, td { text-align: left; padding: .22rem .9rem .22rem 0; border-bottom: 1px solid var(--rule); vertical-align: top; }
thead th { color: var(--soft); font-weight: 500; border-bottom: 1px solid var(--ink); vertical-align: bottom; }
tbody th { font-weight: 500; } .number { text-align: right; white-space: nowrap; }
.holds, .missed { white-space: nowrap; } .holds { color: var(--good); } .holds::before { content: "✓ "; }
.missed { color: var(--bad); font-weight: 600; } .missed::before { content: "✗ "; }
.key { display: flex; flex-wrap: wrap; gap: .2rem 2.6rem; margin: 1rem 0 .4rem; padding: 0; }
.key div { min-width: 8.2rem; } .key dt { color: var(--soft); font-size: .82rem; }
.key dd { margin: 0; font-size: 1.45rem; font-variant-numeric: tabular-nums lining-nums; line-height: 1.25; }
.key small { display: block; font-size: .78rem; color: var(--soft); }
.charts { display: grid; grid-template-columns: repeat(auto-fill, minmax(320px, 1fr)); gap: 1.6rem 2rem; margin: 1.2rem 0; }
.tables { display: flex; flex-wrap: wrap; gap: .4rem 3.5rem; }
figure { margin: 0; display: flex; flex-direction: column; break-inside: avoid; }
figcaption { font-size: .82rem; color: var(--soft); line-height: 1.35; min-height: 5.4em; } figcaption strong { color: var(--ink); display: block; font-size: .95rem; }
svg { width: 100%; height: auto; font-size: 10.5px; } svg text { fill: var(--soft); } svg .axis { fill: var(--ink); }
.grid { stroke: var(--grid); } .reference, .best { fill: none; stroke: var(--soft); stroke-dasharray: 5 4; } .best { stroke-dasharray: 1.5 3; }
.curve { fill: none; stroke: var(--accent); stroke-width: 1.8; stroke-linejoin: round; }
.band { fill: var(--band); } .dot { fill: var(--accent); } .whisker { stroke: var(--accent); stroke-width: 1.3; }
.won { fill: var(--accent); } .lost { fill: var(--pale); }
details { font-size: .85rem; } summary { color: var(--soft); cursor: pointer; }
@media (min-width: 700px) { tbody th { white-space: nowrap; } }
@media print { body { max-width: none; padding: 0; font-size: 11px; } nav, details { display: none; } h2 { break-after: avoid; } .charts { grid-template-columns: repeat(3, 1fr); } }
`;
