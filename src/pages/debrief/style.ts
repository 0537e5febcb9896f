const LIGHT = `--page: #fbfaf7; --card: #ffffff; --ink: #1d2530; --soft: #4c5766; --edge: #c9ced6; --grid: #d9dde3;
  --trust: #0b5d73; --tension: #a33a1f; --understood: #5b4a9c; --warn: #7a1f12; --warn-page: #fdeeea;
  --good: #1f6b3b; --mark: #ffe9a8; --link: #0b5d73;`;
const DARK = `--page: #14181d; --card: #1d232b; --ink: #eceff3; --soft: #b4bdc9; --edge: #3d4754; --grid: #333c47;
  --trust: #6fcbe2; --tension: #ff9f85; --understood: #bdaeff; --warn: #ffb4a5; --warn-page: #3a1a14;
  --good: #7fd79f; --mark: #5a4a12; --link: #8ad4e8;`;
/** As high contrast looks in Teams: black, white, and yellow for what can be pressed. */
const CONTRAST = `--page: #000000; --card: #000000; --ink: #ffffff; --soft: #ffffff; --edge: #ffffff; --grid: #ffffff;
  --trust: #1aebff; --tension: #ff9f85; --understood: #ffffff; --warn: #ffd7cf; --warn-page: #000000;
  --good: #3ff23f; --mark: #1f3b6e; --link: #ffff01;`;

/** For who asks for more contrast: black on white or white on black, every line to be seen. */
const MORE_LIGHT = `--page: #ffffff; --card: #ffffff; --ink: #000000; --soft: #000000; --edge: #000000; --grid: #595959;
  --trust: #00404f; --tension: #7a2008; --understood: #3a2a80; --warn: #6b0d00; --warn-page: #ffffff;
  --good: #00461c; --mark: #ffe066; --link: #00304f;`;
const MORE_DARK = `--page: #000000; --card: #000000; --ink: #ffffff; --soft: #ffffff; --edge: #ffffff; --grid: #a6a6a6;
  --trust: #a6f0ff; --tension: #ffc2b0; --understood: #ddd5ff; --warn: #ffd0c5; --warn-page: #000000;
  --good: #b5ffcd; --mark: #4a3c00; --link: #b8ecff;`;
/** The reader's own colours: drawings and bars, which the browser leaves alone, follow them too. */
const FORCED = `--page: Canvas; --card: Canvas; --ink: CanvasText; --soft: CanvasText; --edge: CanvasText; --grid: GrayText;
  --trust: CanvasText; --tension: CanvasText; --understood: CanvasText; --warn: CanvasText; --warn-page: Canvas;
  --good: CanvasText; --mark: Mark; --link: LinkText;`;

/** Readable on a telephone, in the dark and on paper; text contrast at least 4.5:1 in every colour scheme. */
export const STYLE = `
:root { color-scheme: light dark; ${LIGHT} }
@media (prefers-color-scheme: dark) { :root { ${DARK} } }
@media (prefers-contrast: more) { :root { ${MORE_LIGHT} } }
@media (prefers-contrast: more) and (prefers-color-scheme: dark) { :root { ${MORE_DARK} } }
:root[data-theme=default] { color-scheme: light; ${LIGHT} }
:root[data-theme=dark] { color-scheme: dark; ${DARK} }
:root[data-theme=contrast] { color-scheme: dark; ${CONTRAST} }
@media (forced-colors: active) { :root, :root[data-theme] { ${FORCED} } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--ink);
  font: 1.0625rem/1.6 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; overflow-wrap: break-word; }
.skip { position: absolute; left: -999px; }
.skip:focus { left: 1rem; top: 1rem; padding: .5rem 1rem; background: var(--card); }
header, main, footer { max-width: 46rem; margin: 0 auto; padding: 0 1rem; }
header { padding-top: 2rem; }
footer { padding-bottom: 3rem; color: var(--soft); }
h1 { font-size: 1.75rem; line-height: 1.25; margin: 0 0 .25rem; }
h2 { font-size: 1.3rem; line-height: 1.3; margin: 0 0 .5rem; }
h3 { font-size: 1.1rem; margin: 1rem 0 .25rem; }
h4 { font-size: 1rem; margin: 0; display: flex; flex-wrap: wrap; gap: 0 1rem; justify-content: space-between; }
p { margin: .5rem 0; }
ul, ol, dl { margin: .5rem 0; padding-left: 1.25rem; }
li { margin: .35rem 0; }
dl { padding: 0; } dt { font-weight: 600; margin-top: .75rem; } dd { margin: 0; white-space: pre-line; }
a { color: var(--link); }
a:focus-visible, summary:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
main > section { background: var(--card); border: 1px solid var(--edge); border-radius: .75rem;
  padding: 1.25rem; margin: 1.25rem 0; }
main > section.missed { background: var(--warn-page); border: 2px solid var(--warn); }
.missed li strong { display: inline-block; } .missed li strong::first-letter { text-transform: uppercase; }
.missed h2 { color: var(--warn); }
.ending { font-size: 1.15rem; font-weight: 600; }
.cards { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 17rem), 1fr)); }
.cards article { border: 1px solid var(--edge); border-left: .4rem solid var(--good); border-radius: .5rem; padding: .75rem 1rem; }
.cards article.practise { grid-column: 1 / -1; border-left: .4rem double var(--tension); }
.cards h3 { margin: 0; } .kind { margin: 0; font-size: .9rem; color: var(--soft); }
li .key { margin: .1rem 0 .6rem; }
.turn, .source, figcaption, .about { color: var(--soft); font-size: .9375rem; }
q { quotes: "‘" "’"; font-style: italic; }
figure { margin: 0; } svg { display: block; width: 100%; max-width: 34rem; height: auto; }
svg text { font-size: 12px; fill: var(--ink); } svg .axis { font-size: 11px; fill: var(--soft); }
.grid { stroke: var(--grid); }
.line path { fill: none; stroke-width: 2.25; stroke-linejoin: round; }
.trust path { stroke: var(--trust); stroke-width: 3; } .line.trust text { fill: var(--trust); font-weight: 700; }
.tension path { stroke: var(--tension); stroke-dasharray: 7 4; } .line.tension text { fill: var(--tension); }
.understood path { stroke: var(--understood); stroke-dasharray: 2 4; stroke-linecap: round; } .line.understood text { fill: var(--understood); }
.point { fill: var(--card); stroke: var(--trust); stroke-width: 3; }
summary { cursor: pointer; padding: .25rem 0; color: var(--link); }
table { border-collapse: collapse; width: 100%; max-width: 34rem; font-variant-numeric: tabular-nums; font-size: .9375rem; }
th, td { text-align: right; padding: .25rem .4rem; border-bottom: 1px solid var(--grid); }
th:first-child { text-align: left; }
.domain { border-top: 2px solid var(--edge); margin-top: 1.25rem; }
.mark { padding: .75rem 0; border-top: 1px solid var(--grid); }
.domain h3 + .mark { border-top: 0; }
.about { margin: .1rem 0 .4rem; }
.level { font-weight: 600; white-space: nowrap; } .symbol { letter-spacing: .1em; color: var(--trust); }
.not-seen { color: var(--soft); font-weight: 400; } .not-seen .symbol { color: var(--soft); }
.quotes .heading { font-weight: 600; margin-bottom: 0; font-size: .9375rem; }
.quotes ul { margin-top: .1rem; }
.tip, .key { border-left: 3px solid var(--edge); padding-left: .75rem; }
mark { background: var(--mark); color: inherit; padding: 0 .1em; }
.transcript { list-style: none; padding: 0; } .transcript p { margin: .2rem 0; } .transcript li { margin: 1rem 0; }
@media print {
  :root { --page: #fff; --card: #fff; --ink: #000; --soft: #333; }
  body { font-size: 10.5pt; } main > section { border-color: #999; padding: .5rem .75rem; }
  .mark, .cards article, figure, li { break-inside: avoid; } h2, h3 { break-after: avoid; }
  .skip, .screen-only { display: none; }
  details::details-content { content-visibility: visible; display: block; } summary { display: none; }
}
`;
