/** What trying things out adds: bars of a meter, and marks side by side. */
export const TRYOUT_STYLE = `
.meters { list-style: none; padding: 0; margin: .25rem 0; } .meters li { margin: .35rem 0; } .meters p { margin: 0; } .meters p::first-letter { text-transform: uppercase; }
.meters svg { max-width: 17rem; }
.meters .scale { fill: none; stroke: var(--grid); } .meters .really { fill: var(--soft); } .meters .stood { stroke: var(--ink); stroke-width: 2; }
.meters .trust .then { fill: var(--trust); } .meters .tension .then { fill: var(--tension); } .meters .understood .then { fill: var(--understood); }
.variant { break-inside: avoid; } .variant h3 { margin-top: 0; }
body:has(.markers) :is(main, header, footer, nav.parts) { max-width: 62rem; }
.markers th, .markers td { text-align: left; vertical-align: top; min-width: 6.5rem; }
.markers tbody th { font-weight: 400; min-width: 9rem; } .markers .symbol { display: block; } .markers .level { white-space: normal; }
.markers .apart { border-left: .25rem double var(--tension); padding-left: .5rem; }
.tried { border-left: 3px solid var(--edge); padding-left: .75rem; margin: .5rem 0; } .tried ul { padding-left: 1rem; } .tried a { display: inline-block; padding: .35rem 0; }
.meanings dt { display: flex; gap: .5rem; align-items: baseline; }
`;
