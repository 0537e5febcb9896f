import { decideTurn } from '../../../src/core/decideTurn';
import type { Given } from '../../../src/core/deciding/desk';
import type { OpenReview } from '../../../src/core/model/openReview';
import type { Session } from '../../../src/core/model/session';
import { smallPlaybook } from '../../support/smallPlaybook';

const REVIEW: OpenReview = {
  ...{ id: 'r1', title: 'Gesprek met de vader', owner: 'Anna', own: false, leads: false },
  ...{ method: 'gossip', sharedAt: '2026-01-02T09:00:00.000Z', until: '2026-03-01T09:00:00.000Z' },
  timeZone: 'Europe/Amsterdam',
};
const SESSION: Session = {
  ...{ conversation: 'c', learner: 'l', version: 1, stage: 'choosing', paused: false },
  ...{ locale: 'nl', address: 'je', attempt: null },
};

function say(text: string, reviews?: readonly OpenReview[], session: Partial<Session> = {}) {
  const message = { id: 'm', conversation: 'c', learner: 'l', body: { kind: 'text', text } } as const;
  const given: Given = { freshId: 'a1', transcript: null, ...(reviews && { reviews }) };
  return decideTurn(smallPlaybook(), { ...SESSION, ...session }, message, given);
}

function cardOf(decision: ReturnType<typeof say>) {
  const [reply] = 'needs' in decision ? [] : decision.replies;
  if (reply?.kind !== 'card') throw new Error('no card');
  return reply.card;
}

it.each(['intervisie', 'Intervisie!', 'mijn intervisie', 'my reviews', '/intervisie'])(
  'is asked for with "%s", in whichever language',
  (words) => {
    expect(say(words)).toEqual({ needs: 'reviews' });
    expect(say(words, undefined, { locale: 'en' })).toEqual({ needs: 'reviews' });
  },
);

it('lists what is open, whose it is and until when, each with its way in, and the way to all', () => {
  const card = cardOf(
    say('intervisie', [
      REVIEW,
      { ...REVIEW, id: 'r2', own: true },
      { ...REVIEW, id: 'r3', leads: true, owner: '' },
    ]),
  );
  expect(card.blocks).toEqual([
    {
      kind: 'list',
      items: [
        'Gesprek met de vader – ingebracht door Anna, Roddelmethode, tot en met zondag 1 maart',
        'Gesprek met de vader – van jou, Roddelmethode, tot en met zondag 1 maart',
        'Gesprek met de vader – ingebracht door Een collega, jij leidt, Roddelmethode, tot en met zondag 1 maart',
      ],
    },
  ]);
  expect(card.actions.map((action) => 'path' in action && action.path)).toEqual([
    '/reviews/r1',
    '/reviews/r2',
    '/reviews/r3',
    '/reviews',
  ]);
});

it('says so when there is none, and changes nothing of the session', () => {
  const decision = say('intervisie', []);
  expect(cardOf(decision).blocks[0]).toMatchObject({ text: expect.stringContaining('geen intervisie') });
  expect(decision).toMatchObject({ session: SESSION, recorded: [] });
});
