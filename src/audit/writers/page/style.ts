/**
 * How the page looks: on a screen in the light and in the dark, and on paper.
 */
import { DIAGRAM_STYLE } from '../../diagram/svg.ts';

const LIGHT =
  '--bg:#fff;--panel:#f6f8fa;--ink:#1b2430;--soft:#56616f;--rule:#d5dbe2;--accent:#1f5fa8;--bad:#b42318;--bad-bg:#fdecea;--ask:#8a5300;--ask-bg:#fff3dc;--waived:#6a3fa0;--waived-bg:#f3ecfb;--calm:#1d5c63;--calm-bg:#e6f2f3;--idle:#56616f;--idle-bg:#eef1f4;--line:#8a94a2;--box:#fff;--edge:#b9c2cd;--warn:#8a5300;--band:#e9f0f9;';
const DARK =
  '--bg:#10141a;--panel:#171d25;--ink:#e6eaf0;--soft:#a3aebb;--rule:#2d3641;--accent:#7fb4f2;--bad:#ff9c8f;--bad-bg:#3a1c1a;--ask:#f2bd6b;--ask-bg:#362811;--waived:#cbb0f2;--waived-bg:#2b2140;--calm:#8fd0d8;--calm-bg:#15302f;--idle:#a3aebb;--idle-bg:#222a34;--line:#7d8896;--box:#1b222c;--edge:#475361;--warn:#f0b35a;--band:#182333;';

const BASE = `
*{box-sizing:border-box}
html{scroll-behavior:smooth;scroll-padding-top:1rem;-webkit-text-size-adjust:100%}
@media(prefers-reduced-motion:reduce){html{scroll-behavior:auto}}
body{margin:0;background:var(--bg);color:var(--ink);font:15px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}
code,.mono{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;font-size:.88em;overflow-wrap:anywhere}
a{color:var(--accent)}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
h1{font-size:1.75rem;line-height:1.2;margin:0 0 .35rem;letter-spacing:-.01em}
h2{font-size:1.28rem;margin:0 0 .4rem;letter-spacing:-.005em}
h3{font-size:1.02rem;margin:1.4rem 0 .4rem}
h4{font-size:.92rem;margin:1rem 0 .3rem}
p{margin:.4rem 0 .8rem;max-width:76ch}
.soft{color:var(--soft)}.small{font-size:.86rem}
.layout{display:grid;grid-template-columns:14rem minmax(0,1fr);max-width:98rem;margin:0 auto}
nav.toc{position:sticky;top:0;align-self:start;height:100vh;overflow:auto;padding:1.6rem 1rem 1rem 1.4rem;border-right:1px solid var(--rule);font-size:.88rem}
nav.toc ol{list-style:none;margin:.6rem 0 0;padding:0}
nav.toc a{display:flex;justify-content:space-between;gap:.6rem;padding:.28rem .5rem;border-radius:.35rem;color:var(--ink);text-decoration:none}
nav.toc a:hover{background:var(--panel);text-decoration:underline}
nav.toc .n{color:var(--soft);font-variant-numeric:tabular-nums}
main{padding:1.8rem 2.2rem 5rem;min-width:0}
section{padding-top:2.2rem;margin-top:2.2rem;border-top:1px solid var(--rule)}
main>section:first-of-type{border:0;margin-top:0;padding-top:1rem}
.skip{position:absolute;left:-99rem}.skip:focus{left:1rem;top:1rem;background:var(--bg);padding:.5rem;z-index:9}
`;

const PARTS = `
.tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(8.6rem,1fr));gap:.7rem;margin:1.3rem 0}
.tile{border:1px solid var(--rule);border-radius:.55rem;padding:.75rem .9rem;background:var(--panel);text-decoration:none;color:var(--ink);display:block}
a.tile:hover{border-color:var(--accent)}
.tile b{display:block;font-size:1.55rem;line-height:1.15;font-variant-numeric:tabular-nums;letter-spacing:-.02em}
.tile span{color:var(--soft);font-size:.84rem}
.tile.bad b{color:var(--bad)}.tile.ask b{color:var(--ask)}.tile.waived b{color:var(--waived)}
.note{border-left:4px solid var(--accent);background:var(--panel);padding:.75rem 1rem;border-radius:0 .4rem .4rem 0;margin:1rem 0;max-width:76ch}
.note.warn{border-color:var(--bad)}
.note p:last-child,.note p:only-child{margin-bottom:0}.note p:first-child{margin-top:0}
.chip{display:inline-flex;align-items:baseline;gap:.35em;border-radius:1rem;padding:.05rem .55rem;font-size:.82rem;white-space:nowrap;background:var(--idle-bg);color:var(--idle)}
.chip.finding{background:var(--bad-bg);color:var(--bad);font-weight:600}
.chip.cannot-tell,.chip.ending,.chip.no-end{background:var(--ask-bg);color:var(--ask)}
.chip.waived,.chip.live{background:var(--waived-bg);color:var(--waived)}
.chip.no-finding,.chip.shown,.chip.none-seen,.chip.evidence{background:var(--calm-bg);color:var(--calm)}
.chip.absent,.chip.ended,.chip.malformed,.chip.missing,.chip.bad-date,.chip.unused{background:var(--bad-bg);color:var(--bad)}
.chip.not-run{border:1px dashed currentColor;background:none}
.scroll{overflow-x:auto;border:1px solid var(--rule);border-radius:.5rem;margin:.8rem 0 1.2rem}
table{border-collapse:collapse;width:100%;font-size:.88rem}
caption{text-align:left;padding:.55rem .8rem;color:var(--soft);font-size:.84rem}
th,td{text-align:left;vertical-align:top;padding:.45rem .8rem;border-bottom:1px solid var(--rule)}
tbody tr:last-child>*{border-bottom:0}
thead th{background:var(--panel);font-weight:600;white-space:nowrap;border-bottom:1px solid var(--rule)}
tbody th{font-weight:500}
table.inventory th,table.inventory td{padding:.45rem .55rem}table.inventory tbody th{min-width:13.5rem}table.controls tbody th{width:40%}td code.rule{white-space:nowrap}td details{border:0;margin:0}td summary{padding:0}
td.num,th.num{text-align:right;font-variant-numeric:tabular-nums}
th button{all:unset;cursor:pointer;font-weight:600}th button:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
th[aria-sort=ascending] button::after{content:" ▲";font-size:.7em}th[aria-sort=descending] button::after{content:" ▼";font-size:.7em}
.from{display:block;color:var(--soft);font-size:.8rem;margin-top:.1rem}
details{border:1px solid var(--rule);border-radius:.5rem;margin:.5rem 0;background:var(--bg)}
summary{cursor:pointer;padding:.55rem .8rem;border-radius:.5rem}
summary:hover{background:var(--panel)}
details[open]>summary{border-bottom:1px solid var(--rule);border-radius:.5rem .5rem 0 0}
.body{padding:.4rem .9rem .8rem}.body>.scroll:first-child{margin-top:.4rem}
details:target,tr:target,li:target{outline:2px solid var(--accent);outline-offset:1px}
ul.plain{list-style:none;padding:0;margin:.4rem 0}ul.plain>li{padding:.4rem 0;border-top:1px solid var(--rule)}ul.plain>li:first-child{border-top:0}
.tools{display:flex;flex-wrap:wrap;gap:.7rem;align-items:end;margin:.9rem 0 .4rem}
.tools label{display:grid;gap:.2rem;font-size:.82rem;color:var(--soft)}
.tools input,.tools select,.tools button{font:inherit;color:var(--ink);background:var(--bg);border:1px solid var(--line);border-radius:.35rem;padding:.32rem .55rem}
.tools input{min-width:15rem}.tools button{cursor:pointer}.tools button:hover{border-color:var(--accent)}
.picture{border:1px solid var(--rule);border-radius:.6rem;background:var(--panel);padding:.6rem;overflow-x:auto;margin:.8rem 0}
.picture{--halo:var(--panel)}.picture svg{display:block;min-width:56rem;width:100%;height:auto}
.legend{display:flex;flex-wrap:wrap;gap:.4rem 1.3rem;font-size:.84rem;color:var(--soft);margin:.2rem 0 .4rem;padding:0;list-style:none}
.legend svg{vertical-align:middle;margin-right:.4rem}
.bar{display:flex;height:.85rem;border-radius:.25rem;overflow:hidden;background:var(--idle-bg);min-width:9rem}
.bar i{display:block;border-right:1px solid var(--bg)}
.bar .finding{background:var(--bad)}.bar .cannot-tell{background:repeating-linear-gradient(45deg,var(--ask) 0 4px,transparent 4px 7px)}.bar .waived{background:var(--waived)}.bar .no-finding{background:var(--calm);opacity:.55}.bar .not-run{background:repeating-linear-gradient(90deg,var(--idle) 0 1px,transparent 1px 4px)}
dl.facts{display:grid;grid-template-columns:max-content minmax(0,1fr);gap:.25rem 1.2rem;margin:.6rem 0;font-size:.9rem}
dl.facts dt{color:var(--soft)}dl.facts dd{margin:0}
footer{margin-top:3rem;color:var(--soft);font-size:.84rem}
`;

const NARROW = `
@media(max-width:64rem){.layout{display:block}nav.toc{position:static;height:auto;border:0;border-bottom:1px solid var(--rule)}nav.toc ol{columns:2}main{padding:1.2rem 1rem 3rem}}
@media(max-width:40rem){nav.toc ol{columns:1}}
`;

const PAPER = `
@page{margin:14mm 12mm}
@page wide{size:A4 landscape;margin:12mm}
@media print{
body{font-size:10pt}
#picture,#inventory{page:wide}
.layout{display:block}nav.toc,.tools,.skip{display:none}
main{padding:0}
section{break-before:auto;margin-top:1.2rem;padding-top:1rem}
h2,h3,h4,summary{break-after:avoid}
tr,li,.note,.tile{break-inside:avoid}
thead{display:table-header-group}
.scroll,.picture{overflow:visible;border:0;padding:0;background:none}
.picture svg{min-width:0;break-inside:avoid;max-height:235mm}
table{font-size:8.2pt}td .chip,.from{font-size:.92em}caption{padding:.2rem .4rem;font-size:.92em}th,td{padding:.25rem .4rem}
h3:has(~#sheets:not(:has(details[open]))){display:none}
details{border:0}details:not(.aside)::details-content{content-visibility:visible;display:block}details.aside:not([open]){display:none}summary{padding-left:0;list-style:none;font-weight:600}
.chip{border:1px solid currentColor;background:none!important}
a{color:inherit;text-decoration:none}
.bar{print-color-adjust:exact;-webkit-print-color-adjust:exact}
table.inventory{table-layout:fixed}table.inventory tbody th{min-width:0}td code.rule{white-space:normal}table.inventory .chip{white-space:normal}
}
`;

/** The style sheet of the page. */
export const STYLE = `:root{color-scheme:light dark;${LIGHT}}@media screen and (prefers-color-scheme:dark){:root{${DARK}}}${BASE}${PARTS}${NARROW}${PAPER}${DIAGRAM_STYLE}`;
