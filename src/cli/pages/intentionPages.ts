import { namesOf } from '../../app/readGroups';
import {
  changeIntention,
  dropIntention,
  type IntentionFields,
  type IntentionOutcome,
  intentionOf,
  MYSELF,
  remindersOf,
  settleIntention,
} from '../../app/reviews/intentions';
import { readMyIntentions } from '../../app/reviews/myIntentions';
import type { FormAnswer, FormView, PersonForm } from '../../channels/webchat/personForms';
import type { PageView, PersonPage } from '../../channels/webchat/personPages';
import type { Intention } from '../../core/model/review';
import type { Texts } from '../../core/model/texts';
import type { FieldProblem } from '../../pages/fields';
import { paths, ROUTES } from '../../pages/paths';
import { MINE_TOLD, type MineTold, renderMyIntentionsPage } from '../../pages/review/MyIntentions';
import { renderIntentionPage } from '../../pages/review/OutcomeEdit';
import type { OutcomeMeta } from '../../pages/review/outcomeWords';
import { PAGE_STYLE } from '../../pages/style';
import type { Pages } from '.';
import { outcomeMeta, outcomeParts } from './outcomeParts';
import { numberFrom, type PageParts } from './parts';

const STYLES = [PAGE_STYLE];

export const NO_INTENTION: IntentionFields = { text: '', day: '', reminds: MYSELF, sure: false };

/** What somebody meant to do, over all reviews. */
export function intentionPages(parts: PageParts): Pages {
  return {
    pages: [minePage(parts), editPage(parts)],
    forms: [editForm(parts), settleForm(parts), removeForm(parts)],
  };
}

/** As it was sent. */
export function fieldsOf(view: FormView): IntentionFields {
  const { intention = '', day = '', reminds = '' } = view.fields;
  return { text: intention, day, reminds, sure: isSure(view) };
}

/** "Keep it as it is", after the warning about names. */
export function isSure({ fields }: FormView): boolean {
  return fields.sure === 'yes';
}

/** The same question as at a note. */
export function personalQuestion(t: Texts, words: readonly string[]): string {
  return t('room.notes.problems.personal', { words: words.join(', ') });
}

export function intentionProblems(t: Texts, outcome: IntentionOutcome): readonly FieldProblem[] {
  if (outcome.kind === 'personal') return [{ field: 'intention', words: personalQuestion(t, outcome.words) }];
  if (outcome.kind !== 'flawed') return [{ field: 'intention', words: t('outcome.problems.moved') }];
  const { text, day, reminds } = outcome.problems;
  return Object.entries({ intention: text, day, reminds }).flatMap(([field, problem]) =>
    problem === null ? [] : [{ field, words: t(`outcome.problems.${field}.${problem}`) }],
  );
}

function minePage(parts: PageParts): PersonPage {
  return {
    path: ROUTES.myIntentions,
    styles: STYLES,
    render: async (view) => {
      const told = MINE_TOLD.find((one) => one === view.query.told) ?? null;
      return renderMyIntentionsPage(
        await readMyIntentions(parts, view.person),
        told,
        await outcomeMeta(parts, view),
      );
    },
  };
}

function editPage(parts: PageParts): PersonPage {
  return {
    path: ROUTES.myIntention,
    styles: STYLES,
    render: async (view) => {
      const own = await intentionOf(parts, idOf(view), view.person);
      if (own === null) return null;
      const reminds = own.reminds === view.person ? MYSELF : (own.reminds ?? '');
      const fields = { text: own.text, day: own.day, reminds, sure: false };
      return drawn(parts, own, fields, null, await outcomeMeta(parts, view));
    },
  };
}

function editForm(parts: PageParts): PersonForm {
  return {
    path: ROUTES.myIntention,
    styles: STYLES,
    take: async (view) => {
      const fields = fieldsOf(view);
      const version = numberFrom(view.fields.version) ?? 0;
      const outcome = await changeIntention(outcomeParts(parts), idOf(view), view.person, fields, version);
      const own = outcome && (await intentionOf(parts, idOf(view), view.person));
      if (!outcome || !own) return null;
      if (outcome.kind === 'done') return back('kept');
      return {
        kind: 'again',
        html: await drawn(parts, own, fields, outcome, await outcomeMeta(parts, view)),
      };
    },
  };
}

async function drawn(
  parts: PageParts,
  own: Intention,
  fields: IntentionFields,
  refused: IntentionOutcome | null,
  meta: OutcomeMeta,
): Promise<string> {
  const now = parts.clock.now().slice(0, 10);
  const people = new Set(await remindersOf(parts, own));
  if (own.reminds !== null && own.reminds !== own.person) people.add(own.reminds);
  const names = await namesOf(parts.store, [...people]);
  return renderIntentionPage(
    {
      intention: own.id,
      typed: { fields, from: [own.day, now].sort()[0] ?? now },
      version: own.version,
      others: [...people].map((person) => ({ person, name: names.get(person) ?? '' })),
      problems: refused ? intentionProblems(meta.t, refused) : [],
      asks: refused?.kind === 'personal',
    },
    meta,
  );
}

function settleForm(parts: PageParts): PersonForm {
  return {
    path: ROUTES.settleIntention,
    standsOn: ROUTES.myIntentions,
    styles: STYLES,
    take: async (view) => {
      const done = view.fields.done !== 'no';
      const settled = await settleIntention(outcomeParts(parts), idOf(view), view.person, done);
      return settled ? back(done ? 'done' : 'open') : null;
    },
  };
}

function removeForm(parts: PageParts): PersonForm {
  return {
    path: ROUTES.removeIntention,
    standsOn: ROUTES.myIntentions,
    once: true,
    styles: STYLES,
    take: async (view) =>
      (await dropIntention(outcomeParts(parts), idOf(view), view.person)) ? back('removed') : null,
  };
}

function idOf({ params }: PageView): string {
  return params.intention ?? '';
}

function back(told: MineTold): FormAnswer {
  return { kind: 'see', path: `${paths.myIntentions}?told=${told}` };
}
