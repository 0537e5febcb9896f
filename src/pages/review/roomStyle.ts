/** What the room adds: two columns where there is place, the bar that stays in sight, turns and notes. */
export const ROOM_STYLE = `
.unseen { position: absolute; width: 1px; height: 1px; margin: -1px; padding: 0; overflow: hidden; clip-path: inset(50%); white-space: nowrap; border: 0; }
.columns section, .loose { background: var(--card); border: 1px solid var(--edge); border-radius: .75rem; padding: 1.25rem; margin: 1.25rem 0; min-width: 0; }
.columns h2:focus { outline: none; } .columns h2:focus-visible, .notes > li:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.columns section.now { border: 2px solid var(--link); }
.instruction { font-size: 1.15rem; } .prompts { margin-bottom: 1rem; }
dl.facts { display: grid; grid-template-columns: minmax(7rem, max-content) minmax(0, 1fr); gap: .25rem 1rem; }
dl.facts dt, dl.facts dd { margin: 0; white-space: normal; }
.lead { border-top: 1px solid var(--grid); margin-top: 1rem; padding-top: .5rem; } .now > h2 + .lead { border-top: 0; border-bottom: 1px solid var(--grid); margin: 0 0 1rem; padding: 0 0 .5rem; } .now > h2 + .lead h3 { margin-top: 0; }
.lead .actions { align-items: flex-start; } .lead form.inline { margin: .25rem 0; }
details.confirm { border: 1px solid var(--edge); border-radius: .5rem; padding: .35rem .75rem; min-width: 0; }
details.confirm summary { min-height: 2rem; }
.bar { display: flex; flex-wrap: wrap; gap: .1rem 1rem; justify-content: space-between; align-items: baseline; margin: 0 -1rem;
  padding: .5rem 1rem; background: var(--page); border-bottom: 2px solid var(--link); font-weight: 600; }
.bar a { text-decoration: none; } .bar a:hover { text-decoration: underline; }
.timer { font-variant-numeric: tabular-nums; } .timer.short { text-decoration: underline; text-decoration-thickness: 3px; }
.line-lost:empty { display: none; }
.line-lost { border: 2px solid var(--warn); border-radius: .5rem; background: var(--warn-page); color: var(--warn); font-weight: 600; padding: .5rem 1rem; }
.beside { position: sticky; top: 0; z-index: 2; background: var(--card); border: 2px solid var(--link); border-radius: .5rem; padding: .5rem 1rem; font-weight: 600; } .beside:empty { display: none; } .beside a { margin-left: .5rem; display: inline-block; }
.turns, .notes, .notes-here { list-style: none; padding: 0; }
.turns > li { border-top: 1px solid var(--grid); padding: .75rem 0; margin: 0; } .turns > li:first-child { border-top: 0; }
.said { display: grid; grid-template-columns: 3rem minmax(0, 1fr); gap: 0 .5rem; padding: .2rem 0; } .said p { margin: .1rem 0; white-space: pre-line; }
.said.theirs { margin-left: 1.5rem; border-left: 3px solid var(--edge); padding-left: .75rem; }
.said.mine { border-left: 3px double var(--link); padding-left: .75rem; }
.turn-name { font-weight: 700; font-variant-numeric: tabular-nums; } .turn-name a { display: inline-block; min-width: 1.5rem; min-height: 1.5rem; }
.said:target, .said span:target, .notes > li:target { background: var(--mark); }
details.write { min-width: 0; }
.turn-tools { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; align-items: baseline; } .turn-tools > * { min-width: 0; max-width: 100%; }
.turn-tools > details[open], .turn-tools > .tried:has(ul) { flex-basis: 100%; } .turn-tools > .tried:not(:has(ul)) { border-left: 0; padding-left: 0; margin: 0; }
.direction { color: var(--soft); font-style: italic; }
.rest { border: 2px dashed var(--soft); border-radius: .5rem; padding: .5rem 1rem; margin: 1rem 0; }
.notes > li { border-left: 3px solid var(--edge); padding: .25rem 0 .25rem .75rem; margin: .75rem 0; } .notes > li.own { border-left: 3px double var(--link); }
.notes p, .notes-here p { margin: .1rem 0; } :is(.notes, .notes-here, .write) strong { display: inline-block; } :is(.notes, .notes-here, .write) strong::first-letter, dl.facts dd::first-letter { text-transform: uppercase; } .words { white-space: pre-line; }
.notes-here { margin: .5rem 0 .5rem 1.5rem; } .notes-here > li { border-left: 3px dotted var(--soft); padding-left: .75rem; }
details.write[open] { border: 1px solid var(--edge); border-radius: .5rem; padding: .25rem .75rem; margin: .25rem 0; flex-basis: 100%; }
details.write select { max-width: 100%; }
.steps { list-style: none; padding: 0; } .steps span.about { white-space: nowrap; } .steps > li { padding: .2rem 0 .2rem .75rem; border-left: 3px solid transparent; }
.steps > li.now { border-left-color: var(--link); font-weight: 700; } .steps > li.done { color: var(--soft); }
.people { padding-left: 1.25rem; }
.side h2 { font-size: 1.1rem; } .side svg { max-width: 24rem; }
html:has(.room) { scroll-padding-top: 1rem; }
body:has(.room) :is(main, header, footer, nav.parts) { max-width: 72rem; }
@media (min-height: 34rem) { .bar { position: sticky; top: 0; z-index: 2; } html:has(.bar) { scroll-padding-top: 4.5rem; } }
@media (min-width: 62rem) { .columns { display: grid; grid-template-columns: minmax(0, 1fr) 20rem; gap: 0 1.5rem; align-items: start; } }
@media (max-width: 30rem) { .columns section, .loose { padding: 1rem; } .said { grid-template-columns: minmax(0, 1fr); } .said.theirs { margin-left: .75rem; }
  dl.facts { grid-template-columns: minmax(0, 1fr); } dl.facts dd { margin-bottom: .4rem; } .notes-here { margin-left: .75rem; } }
@media (forced-colors: active) { .bar { border-color: Highlight; } .said:target, .said span:target, .notes > li:target { outline: 3px solid Highlight; } .steps > li.now { border-left-color: Highlight; } }
.blank { margin: .25rem 0 .75rem; } .blank div { height: 2.1rem; border-bottom: 1px solid var(--soft); }
.sheet-step, .sheet-turn { break-inside: avoid; } .sheet-turn { padding: .25rem 0; }
@media print { body:has(.room) .side, .bar, .write, .lead { display: none; } .turns > li, .notes > li { break-inside: avoid; } .columns { display: block; } }
`;
