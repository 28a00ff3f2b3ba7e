/** The report's style sheet: a page to read on a screen, light or dark, on a phone, and on paper. */
export const reportStyle = `
:root { color-scheme: light dark; --paper: #f4f5f7; --card: #ffffff; --ink: #1f2328; --soft: #59626c; --rule: #dfe3e7; --accent: #0b63b0; --good: #176a3a; --bad: #a33a0b; --chart-paper: var(--card); }
@media (prefers-color-scheme: dark) { :root { --paper: #101316; --card: #181b20; --ink: #e8eaed; --soft: #a8b0b9; --rule: #31373e; --accent: #74b4f2; --good: #7fcf9c; --bad: #f2a766; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 15px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; overflow-wrap: anywhere; }
main { max-width: 1120px; margin: 0 auto; padding: 2.4rem 1.4rem 4rem; }
h1 { font-size: 1.9rem; line-height: 1.2; margin: 0 0 .25rem; letter-spacing: -.01em; } h2 { font-size: 1.25rem; margin: 2.6rem 0 .5rem; } h3 { font-size: 1.05rem; line-height: 1.35; margin: 0; }
p { margin: .4rem 0; max-width: 74ch; } ul { margin: .4rem 0; padding-left: 1.2rem; } li { margin: .2rem 0; max-width: 90ch; } a { color: var(--accent); } code { font-size: .82em; }
.about, .soft, header p { color: var(--soft); } .soft { font-weight: 400; font-size: .9rem; }
nav { display: flex; flex-wrap: wrap; gap: .3rem 1.2rem; margin-top: .8rem; font-size: .92rem; }
.tiles { display: grid; grid-template-columns: repeat(auto-fill, minmax(168px, 1fr)); gap: .8rem; margin: 1.5rem 0 0; }
.tiles > div { background: var(--card); border: 1px solid var(--rule); border-radius: 12px; padding: .8rem 1rem .85rem; }
dt { color: var(--soft); font-size: .86rem; } dd { margin: 0; font-size: 1.65rem; font-weight: 620; line-height: 1.25; font-variant-numeric: tabular-nums; }
.moved { display: block; font-size: .8rem; font-weight: 400; color: var(--soft); line-height: 1.35; margin-top: .15rem; } .good { color: var(--good); } .bad { color: var(--bad); }
.insight, .panel { background: var(--card); border: 1px solid var(--rule); border-radius: 12px; padding: 1.1rem 1.25rem; margin: .9rem 0; break-inside: avoid; }
.insight { display: grid; grid-template-columns: minmax(0, 5fr) minmax(0, 6fr); gap: 1.4rem; align-items: start; } .insight > :only-child { grid-column: 1 / -1; }
.tags { display: flex; flex-wrap: wrap; gap: .1rem .9rem; font-size: .84rem; color: var(--soft); margin: .25rem 0 .5rem; } .impact { color: var(--ink); font-weight: 600; } .impact [aria-hidden] { color: var(--accent); letter-spacing: .05em; }
.todo { border-left: 3px solid var(--accent); padding-left: .7rem; }
.chart svg { display: block; width: 100%; height: auto; } .narrow { display: none; } .lone { max-width: 800px; }
details { font-size: .88rem; margin-top: .5rem; } summary { cursor: pointer; color: var(--soft); }
.scroll { overflow-x: auto; } table { border-collapse: collapse; font-size: .88rem; margin: .5rem 0; width: 100%; font-variant-numeric: tabular-nums; }
th, td { text-align: left; vertical-align: top; padding: .3rem .9rem .3rem 0; border-bottom: 1px solid var(--rule); } th { font-weight: 500; color: var(--soft); } .number { text-align: right; white-space: nowrap; }
.panel td:last-child { color: var(--soft); font-size: .8rem; white-space: nowrap; max-width: 14rem; overflow: hidden; text-overflow: ellipsis; } .panel td:first-child { font-weight: 550; min-width: 8rem; } .panel table { min-width: 640px; } .panel h3 + .scroll { margin-top: .2rem; } .panel h3:not(:first-child) { margin-top: 1.4rem; }
.panel .figures { min-width: 0; width: auto; } .panel .figures td:last-child { color: inherit; font-size: inherit; max-width: none; } .panel .figures th:not(:last-child), .panel .figures td:not(:last-child) { padding-right: 1.6rem; }
footer { margin-top: 3rem; color: var(--soft); font-size: .86rem; border-top: 1px solid var(--rule); padding-top: .9rem; }
@media (max-width: 760px) { .insight { grid-template-columns: minmax(0, 1fr); gap: .8rem; } main { padding: 1.4rem .9rem 3rem; } h1 { font-size: 1.5rem; } .tiles { grid-template-columns: repeat(2, minmax(0, 1fr)); gap: .6rem; } dd { font-size: 1.35rem; } .insight, .panel { padding: .9rem; } }
@media (max-width: 520px) { .wide { display: none; } .narrow { display: block; } .panel table { min-width: 0; } .panel thead { display: none; } .panel tr { display: block; border-bottom: 1px solid var(--rule); padding: .4rem 0; } .panel td { display: inline; border: 0; padding: 0 .4rem 0 0; } .panel td.number::before { content: attr(data-label) " "; color: var(--soft); } .panel td:first-child { display: block; }
  .panel .figures thead { display: table-header-group; } .panel .figures tr { display: table-row; } .panel .figures td, .panel .figures td:first-child { display: table-cell; padding: .3rem .9rem .3rem 0; border-bottom: 1px solid var(--rule); } .panel .figures td:first-child { min-width: 6.2rem; } .panel .figures th { white-space: normal; overflow-wrap: normal; } .panel .figures td.number::before { content: none; } }
@media print { :root { color-scheme: light; --paper: #fff; --card: #fff; --ink: #111; --soft: #444; --rule: #ccc; --accent: #0b63b0; --good: #176a3a; --bad: #a33a0b; --chart-ink: #111; --chart-soft: #444; --chart-grid: #ddd; --chart-accent: #0b63b0; --chart-contrast: #b9540b; --chart-pale: #c5d9ec; }
  body { font-size: 10.5pt; } main { max-width: none; padding: 0; } nav, details { display: none; } h2 { break-after: avoid; } .scroll { overflow: visible; } .panel .figures th:not(:last-child), .panel .figures td:not(:last-child) { padding-right: .8rem; } .panel .figures td:first-child { min-width: 5.4rem; } .panel table { min-width: 0; } tr { break-inside: avoid; } }
`;
