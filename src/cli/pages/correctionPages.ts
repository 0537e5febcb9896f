import { readDebriefMaterial } from '../../app/attempts';
import { contest } from '../../app/contest';
import type { PersonForm } from '../../channels/webchat/personForms';
import type { PageView, PersonPage } from '../../channels/webchat/personPages';
import { openTalk } from '../../core/dialogue/playTurn';
import type { SentencePlace } from '../../core/model/correction';
import { MOVES } from '../../core/model/moves';
import { saidBy } from '../../core/rendering/debrief/transcript';
import { readTurns } from '../../core/rendering/understood';
import { type ContestMeta, renderContestPage } from '../../pages/corrections';
import { anchorOf, paths, ROUTES } from '../../pages/paths';
import { PAGE_STYLE } from '../../pages/style';
import { numberFrom, type PageParts, stagedOf, textsIn } from './parts';

/** The page on which a learner says what a sentence was meant as. */
export function contestPage(parts: PageParts): PersonPage {
  return {
    path: ROUTES.sentence,
    styles: [PAGE_STYLE],
    render: (view) => render(parts, view, null),
  };
}

export function contestForm(parts: PageParts): PersonForm {
  return {
    path: ROUTES.sentence,
    styles: [PAGE_STYLE],
    take: async (view) => {
      const place = placeFrom(view);
      if (!place) return null;
      const why = view.fields.why ?? '';
      const move = MOVES.find((name) => name === view.fields.move);
      if (!move) {
        const html = await render(parts, view, { why });
        return html === null ? null : { kind: 'again', html };
      }
      const kept = await contest(parts.store, parts.clock, view.person, { ...place, move, why });
      return kept ? { kind: 'see', path: backTo(place) } : null;
    },
  };
}

export function withdrawForm({ store }: PageParts): PersonForm {
  return {
    path: ROUTES.withdraw,
    once: true,
    styles: [],
    take: async (view) => {
      const place = placeFrom(view);
      const attempt = place && (await store.attempt(place.attempt));
      if (!place || attempt?.learner !== view.person) return null;
      // Withdrawn twice is withdrawn.
      await store.withdrawCorrection(place, view.person);
      return { kind: 'see', path: backTo(place) };
    },
  };
}

async function render(parts: PageParts, view: PageView, sent: ContestMeta['sent']): Promise<string | null> {
  const place = placeFrom(view);
  const material = place && (await readDebriefMaterial(parts.store, view.person, place.attempt));
  if (!place || !material) return null;
  const { attempt, turns, corrections } = material;
  const item = readTurns(turns, corrections).find(({ turn }) => turn === place.turn)?.sentences[
    place.sentence
  ];
  const staged = await stagedOf(parts, attempt);
  if (!item || !staged) return null;
  const earlier = turns.find(({ number }) => number === place.turn - 1);
  const opening = openTalk(staged, staged.scenario.id).opening.join(' ');
  const contested = {
    ...place,
    persona: staged.scenario.texts.persona.name,
    before: earlier ? saidBy(earlier) : opening,
    item,
  };
  const texts = await textsIn(parts, attempt.conversation, attempt.locale);
  return renderContestPage(contested, texts, { language: attempt.locale, token: view.formToken, sent });
}

function placeFrom({ params }: PageView): SentencePlace | null {
  const [turn, sentence] = [numberFrom(params.turn), numberFrom(params.sentence)];
  if (turn === null || sentence === null) return null;
  return { attempt: params.attempt ?? '', turn, sentence };
}

function backTo(place: SentencePlace): string {
  return `${paths.debrief(place.attempt)}#${anchorOf(place)}`;
}
