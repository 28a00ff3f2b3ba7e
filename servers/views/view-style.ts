/** The views' style sheet: the host's colours where it gives them, else ours, in light and dark. */
export const viewStyle = `
:root { color-scheme: light dark;
  --paper: var(--color-background-primary, light-dark(#ffffff, #15181c)); --card: var(--color-background-secondary, light-dark(#f6f7f8, #1e2227));
  --ink: var(--color-text-primary, light-dark(#1f2328, #e8eaed)); --soft: var(--color-text-secondary, light-dark(#59626c, #a8b0b9));
  --rule: var(--color-border-primary, light-dark(#dfe3e6, #343a41));
  --accent: light-dark(#0b63b0, #74b4f2); --contrast: light-dark(#b9540b, #f2a766); --pale: light-dark(#c5d9ec, #2c4660); }
* { box-sizing: border-box; }
body { margin: 0; padding: 14px 16px 18px; background: var(--paper); color: var(--ink);
  font: 14px/1.5 var(--font-sans, system-ui, -apple-system, "Segoe UI", Roboto, sans-serif); overflow-wrap: anywhere; }
h1 { font-size: 17px; line-height: 1.3; margin: 0; } h2 { font-size: 14px; margin: 18px 0 6px; } h3 { font-size: 14.5px; line-height: 1.35; margin: 0; }
p { margin: 4px 0; max-width: 76ch; } ul { margin: 4px 0; padding-left: 18px; } .soft, .waiting, figcaption { color: var(--soft); }
bdi { unicode-bidi: isolate; }
.bar { display: flex; flex-wrap: wrap; gap: 6px; margin: 10px 0 12px; }
button { font: inherit; font-size: 12.5px; padding: 3px 11px; border: 1px solid var(--rule); border-radius: 99px; background: none; color: var(--ink); cursor: pointer; }
button[aria-pressed="true"] { background: var(--ink); color: var(--paper); border-color: var(--ink); }
button:focus-visible, summary:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.tiles { display: flex; flex-wrap: wrap; gap: 8px; margin-top: 10px; } .tile { display: flex; flex-direction: column; padding: 6px 12px 8px; border: 1px solid var(--rule); border-radius: 9px; font-size: 12px; } .tile strong { font-size: 18px; line-height: 1.3; font-variant-numeric: tabular-nums; }
.cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 300px), 1fr)); gap: 10px; }
.card { background: var(--card); border: 1px solid var(--rule); border-radius: 10px; padding: 12px 14px; display: flex; flex-direction: column; gap: 6px; }
.tags { display: flex; flex-wrap: wrap; gap: 4px 10px; font-size: 12px; color: var(--soft); }
.impact { font-weight: 600; color: var(--ink); } .HIGH::before { content: "●●● "; color: var(--accent); } .MEDIUM::before { content: "●●○ "; color: var(--accent); } .LOW::before { content: "●○○ "; color: var(--accent); }
figure { margin: 2px 0; max-width: 520px; } figcaption { font-size: 12px; } svg { display: block; width: 100%; height: auto; }
.stroke { fill: none; stroke: var(--accent); stroke-width: 1.8; stroke-linejoin: round; } .dot { fill: var(--accent); } .base { stroke: var(--rule); }
.todo { border-left: 3px solid var(--accent); padding-left: 9px; } details { font-size: 13px; } summary { cursor: pointer; color: var(--soft); }
table { border-collapse: collapse; width: 100%; font-size: 12.5px; font-variant-numeric: tabular-nums; }
td, th { text-align: left; padding: 2px 8px 2px 0; border-bottom: 1px solid var(--rule); vertical-align: top; font-weight: 400; } td.number, th.number { text-align: right; white-space: nowrap; } thead { color: var(--soft); }
.head { display: flex; flex-wrap: wrap; gap: 4px 22px; align-items: center; } .score { font-size: 38px; font-weight: 650; line-height: 1.1; font-variant-numeric: tabular-nums; }
.score small { font-size: 14px; font-weight: 400; color: var(--soft); }
.range, .fill, .track { display: block; } .range { position: relative; height: 10px; border-radius: 5px; background: var(--rule); margin: 8px 0 2px; }
.range > * { position: absolute; top: 0; bottom: 0; border-radius: 5px; } .range .span { background: var(--pale); } .range .at { width: 4px; margin-left: -2px; background: var(--accent); top: -3px; bottom: -3px; }
.factor { display: grid; grid-template-columns: minmax(0, 5fr) minmax(0, 6fr) 52px; gap: 10px; align-items: center; padding: 2px 0; font-size: 13px; }
.track { position: relative; height: 14px; } .fill { position: absolute; top: 0; bottom: 0; border-radius: 2px; background: var(--accent); } .fill.lowers { background: var(--contrast); }
.zero { position: absolute; top: -4px; bottom: -4px; width: 1px; background: var(--soft); } .number { text-align: right; font-variant-numeric: tabular-nums; }
blockquote { margin: 4px 0; padding: 2px 0 2px 10px; border-left: 3px solid var(--rule); } .error { color: var(--contrast); }
@media (max-width: 420px) { .factor { grid-template-columns: 1fr 52px; } .factor > :first-child { grid-column: 1 / -1; } }
`;
