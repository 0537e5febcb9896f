/** What the pages for trainers add: the ways within a group, tables of people, small columns, the printed agenda. */
export const TRAINER_STYLE = `
nav.within ul { list-style: none; display: flex; flex-wrap: wrap; gap: .25rem .75rem; margin: .5rem 0 0; padding: 0; }
nav.within li { margin: 0; min-width: 0; } nav.within a { display: inline-block; padding: .35rem 0; overflow-wrap: anywhere; }
nav.within a[aria-current] { font-weight: 600; color: var(--ink); text-decoration: none; box-shadow: inset 0 -2px var(--link); }
body:has(.matrix, .spread) :is(main, header, footer, nav.parts) { max-width: 62rem; }
.matrix .links { list-style: none; margin: 0; padding: 0; } .matrix .links li { margin: 0; }
.matrix th, .matrix td { text-align: left; vertical-align: top; padding: .5rem .75rem .5rem 0; }
.matrix thead th, .matrix td { min-width: 9rem; } .matrix tbody th { min-width: 7.5rem; font-weight: 600; overflow-wrap: anywhere; }
.matrix small, .marks small { display: block; font-weight: 400; color: var(--soft); font-size: .9375rem; }
.matrix td a, .matrix thead a { display: inline-block; padding: .25rem 0; }
.matrix thead th, .matrix td { overflow-wrap: anywhere; max-width: 14rem; }
.matrix .late { color: var(--warn); font-weight: 600; }
.matrix tfoot th, .matrix tfoot td { border-bottom: 0; border-top: 2px solid var(--edge); }
.spread td, .spread th { text-align: right; padding: .35rem .5rem; } .spread th:first-child { text-align: left; font-weight: 400; }
.spread thead th { font-weight: 600; vertical-align: bottom; } .spread thead th:first-child { font-weight: 600; }
.spread { table-layout: fixed; min-width: 40rem; } .spread th:first-child { width: 11rem; } .spread thead th:nth-child(5) { width: 8rem; } .spread :is(th, td):nth-child(2) { width: 8rem; text-align: left; }
.spread svg { width: 6.5rem; max-width: none; }
.spread rect { fill: var(--trust); } .spread rect.not-seen { fill: none; stroke: var(--soft); stroke-dasharray: 2 2; }
.uses td:first-child, .uses th:first-child { text-align: left; } .uses th[scope=row] { font-weight: 400; text-align: left; }
.uses small { display: block; color: var(--soft); font-size: .9375rem; }
.from-trainer { border-left: .35rem solid var(--link); padding-left: .75rem; margin: .75rem 0; }
.from-trainer .words, .note { white-space: pre-line; } .from-trainer .words { margin: 0; }
.dialogue { list-style: none; padding: 0; } .dialogue > li { border-top: 1px solid var(--grid); padding: .75rem 0; margin: 0; }
.dialogue p { margin: .2rem 0; }
.agenda article { break-inside: avoid; border-top: 1px solid var(--grid); padding: .5rem 0; } .agenda article:first-of-type { border-top: 0; }
.agenda h4 { display: block; margin-top: .5rem; }
@media (max-width: 30rem) { .spread th:first-child { width: 8rem; } .spread th, .spread td { padding: .35rem .25rem; font-size: .9375rem; } }
@media print { nav.within { display: none; } .matrix { font-size: 9pt; } .dialogue > li, .from-trainer { break-inside: avoid; } }
`;
