import { STYLE } from './debrief/style';
import { ROOM_STYLE } from './review/roomStyle';
import { TRYOUT_STYLE } from './review/tryoutStyle';
import { TRAINER_STYLE } from './trainer/style';

/** What the pages beside the debrief add: forms, tables to scroll, small charts. */
const MORE = `
button, .button { font: inherit; min-height: 2.75rem; padding: .35rem 1rem; border-radius: .5rem; cursor: pointer;
  border: 1px solid var(--link); background: var(--card); color: var(--link); }
a.button { display: inline-flex; align-items: center; text-decoration: none; }
button:hover, .button:hover { text-decoration: underline; }
button.danger { border-color: var(--warn); background: var(--warn); color: var(--page); font-weight: 600; }
button.primary { border-color: var(--link); background: var(--link); color: var(--page); font-weight: 600; }
button:focus-visible, input:focus-visible, select:focus-visible, textarea:focus-visible, [tabindex]:focus-visible {
  outline: 3px solid var(--link); outline-offset: 2px; }
.back { margin: 0 0 .5rem; } .back a { display: inline-block; padding: .35rem 0; } .back a::before { content: "← " / ""; }
header:has(.back) { padding-top: 1rem; }
main > form > section { background: var(--card); border: 1px solid var(--edge); border-radius: .75rem; padding: 1rem 1.25rem; margin: 1.25rem 0; }
form { margin: .5rem 0; } form.inline { display: inline-block; margin: .25rem .75rem .25rem 0; }
.actions { display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: center; }
fieldset { border: 1px solid var(--edge); border-radius: .5rem; margin: 1rem 0; padding: .5rem 1rem; min-width: 0; }
legend { font-weight: 600; padding: 0 .35rem; } legend::first-letter, .option > span::first-letter { text-transform: uppercase; }
.groups { columns: 17rem; column-gap: 1rem; } .groups fieldset { min-width: 0; margin: 0 0 .75rem; break-inside: avoid; }
label.option { display: flex; gap: .65rem; align-items: baseline; padding: .45rem 0; min-height: 2.5rem; }
label.option input { flex: none; width: 1.2rem; height: 1.2rem; accent-color: var(--link); transform: translateY(.15rem); }
.option > span { min-width: 0; overflow-wrap: anywhere; } .option small { display: block; color: var(--soft); font-size: .9375rem; }
textarea { font: inherit; width: 100%; min-height: 5rem; padding: .5rem; border: 1px solid var(--soft); border-radius: .5rem;
  background: var(--card); color: var(--ink); }
.error { color: var(--warn); font-weight: 600; }
nav.parts { max-width: 46rem; margin: 0 auto; padding: .5rem 1rem 0; }
nav.parts ul { list-style: none; display: flex; flex-wrap: wrap; gap: 0 .25rem; margin: 0; padding: 0 0 .25rem; border-bottom: 1px solid var(--edge); }
nav.parts li { margin: 0; } nav.parts a { display: block; padding: .5rem .6rem; text-decoration: none; }
nav.parts a:hover { text-decoration: underline; }
nav.parts a[aria-current] { font-weight: 600; color: var(--ink); box-shadow: inset 0 -3px var(--link); }
nav.parts + header { padding-top: 1rem; }
input[type=text], input[type=email], input[type=date], input[type=number], input[type=time], select { font: inherit; width: 100%;
  max-width: 24rem; min-height: 2.75rem; padding: .35rem .5rem; border: 1px solid var(--soft); border-radius: .5rem;
  background: var(--card); color: var(--ink); }
input[type=number] { max-width: 8rem; } input[type=date], input[type=time] { max-width: 13rem; }
input.code { text-transform: uppercase; letter-spacing: .2em; max-width: 13rem; }
.field { margin: 1rem 0; } .field label { display: block; font-weight: 600; } .field p { margin: .1rem 0 .25rem; }
.wrong { border-left: .35rem solid var(--warn); padding-left: .75rem; }
[aria-invalid=true] { border-color: var(--warn); }
.problems { border: 2px solid var(--warn); background: var(--warn-page); border-radius: .75rem; padding: 1rem 1.25rem; margin: 1.25rem 0; }
.problems h2 { color: var(--warn); font-size: 1.1rem; } .problems ul { margin: .25rem 0 0; }
.rows { list-style: none; padding: 0; } .rows > li { border-top: 1px solid var(--grid); padding: .75rem 0; margin: 0; }
.rows .level, dd .level, header .level { white-space: normal; }
.rows > li:first-child { border-top: 0; } .rows p { margin: .1rem 0; }
.big-code { font-size: 1.5rem; font-weight: 700; letter-spacing: .2em; font-family: ui-monospace, monospace; }
.told { border-left: .35rem solid var(--good); padding-left: .75rem; }
.understood { list-style: none; padding: 0; } .understood > li { border-top: 1px solid var(--grid); padding: .5rem 0; margin: 0; }
.understood p { margin: .15rem 0; } .corrected, .understood > li.corrected { border-left: .35rem solid var(--link); padding-left: .75rem; }
h3.turn-heading { display: flex; flex-wrap: wrap; gap: .25rem 1rem; align-items: center; justify-content: space-between; }
.changed { font-weight: 600; }
.scroll { overflow-x: auto; } .scroll table { max-width: none; }
.levels td, .levels th { text-align: left; vertical-align: top; min-width: 5.75rem; } .levels .change { display: block; }
.levels tbody th { font-weight: 400; min-width: 6.5rem; } .levels .symbol { display: block; letter-spacing: 0; }
.levels tr.group th { font-weight: 600; padding-top: 1rem; }
.higher, .seen { color: var(--good); font-weight: 600; } .lower { color: var(--warn); font-weight: 600; }
.same, .unseen { color: var(--soft); }
.talk path { fill: none; stroke-width: 2.5; stroke-linejoin: round; } .talk text { font-weight: 700; }
.talk-1 path { stroke: var(--trust); } .talk-1 text { fill: var(--trust); }
.talk-2 path { stroke: var(--tension); stroke-dasharray: 8 4; } .talk-2 text { fill: var(--tension); }
.talk-3 path { stroke: var(--understood); stroke-dasharray: 2 4; stroke-linecap: round; } .talk-3 text { fill: var(--understood); }
.talk-4 path { stroke: var(--good); stroke-dasharray: 10 3 2 3; } .talk-4 text { fill: var(--good); }
.sides { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 17rem), 1fr)); }
.sides > div { border-left: 3px solid var(--edge); padding-left: .75rem; } .sides h4 { display: block; }
.charts { display: grid; gap: .75rem 1.5rem; grid-template-columns: repeat(auto-fill, minmax(min(100%, 18rem), 1fr)); padding: 0; }
.charts li { list-style: none; margin: 0; } .charts svg { max-width: 22rem; } .charts h4 { display: block; }
.charts path { fill: none; stroke: var(--trust); stroke-width: 2; } .charts circle { fill: var(--trust); }
.charts p { margin: 0; }
.attempts { list-style: none; padding: 0; } .attempts > li { border-top: 1px solid var(--grid); padding: .75rem 0; margin: 0; }
.attempts p { margin: .1rem 0; } .attempts a { display: inline-block; padding: .35rem 0; }
@media (max-width: 30rem) { .levels { font-size: .875rem; } .levels td, .levels th { min-width: 5rem; padding: .25rem .3rem .25rem 0; } .levels tbody th { min-width: 5.5rem; } }
@media (forced-colors: active) {
  mark { color: MarkText; }
  nav a[aria-current] { text-decoration: underline; text-decoration-thickness: 3px; }
  button.primary, button.danger { forced-color-adjust: none; border-color: Highlight; background: Highlight; color: HighlightText; }
  button.danger { border: 3px double HighlightText; }
  button:disabled { border-color: GrayText; color: GrayText; }
}
@media print { form, .actions { display: none; } .scroll { overflow: visible; } .charts li, .attempts > li { break-inside: avoid; } }
`;

/** The whole stylesheet of our pages; each page carries it, so that it needs nothing else. */
export const PAGE_STYLE = `${STYLE}${MORE}${TRAINER_STYLE}${ROOM_STYLE}${TRYOUT_STYLE}`;
