/** Names as customers may write them: markup, scripts, what XML cannot hold, endless, invisible, right to left. */
export const hostileNames: readonly string[] = [
  '<img src=x onerror="window.hacked=1">',
  '"><script>window.hacked=1</script>',
  "</text></svg><script>window.hacked=1</script>",
  "</title></style><svg onload=window.hacked=1>",
  "]]><![CDATA[<script>window.hacked=1</script>",
  "<!-- &lt;b&gt; &amp; --> &#60;script&#62;window.hacked=1",
  "javascript:window.hacked=1",
  "{{window.hacked=1}} '+window.hacked=1+'",
  "no\0ll \u0008\u001b[31m \ufffe \ud800 alone",
  "\u202egnp.exe\u2066 \u200bhidden\u{e0041}",
  "שלום עולם",
  "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́Ǫ̵̹̻̝̳͂̌̌͘!",
  "👩‍👩‍👧 Família & Söhne 株式会社",
  "x".repeat(10_000),
  "",
];
