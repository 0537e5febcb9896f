import type { ComponentChildren, JSX } from 'preact';
import { TALK } from '../language';

/** A part of the page with its own heading, so that a screen reader can jump to it. */
export function Section(props: { id: string; title: string; children: ComponentChildren }): JSX.Element {
  return (
    <section aria-labelledby={props.id}>
      <h2 id={props.id}>{props.title}</h2>
      {props.children}
    </section>
  );
}

/** The learner's own words, with the turn they stand in. */
export function Quote(props: { text: string; turn: string }): JSX.Element {
  return (
    <>
      <q {...TALK}>{props.text}</q> <span class="turn">({props.turn})</span>
    </>
  );
}
