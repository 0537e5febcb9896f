import { join } from 'node:path';
import { loadLibrary } from '../../../src/content/library';
import { decideTurn } from '../../../src/core/decideTurn';
import type { Turn } from '../../../src/core/model/conversation';
import type { MessageBody, Reply } from '../../../src/core/model/message';
import { REPLY_QUALITIES, type ReplyQuality } from '../../../src/core/model/replyBank';
import type { Session } from '../../../src/core/model/session';

const loaded = loadLibrary(join(__dirname, '..', '..', '..'));
if (!loaded.ok) throw new Error(JSON.stringify(loaded.diagnostics));
const { playbook } = loaded.library;
const bank = playbook.scenarios.find(({ scenario }) => scenario.id === 'hasna')?.scenario.replies ?? [];
const qualityOf = new Map(bank.map(({ text, quality }) => [text, quality]));

/** A guided talk with Hasna's father in which the learner always picks an example of the same quality. */
function guided(quality: ReplyQuality, attempt: string) {
  let session: Session = {
    conversation: 'c',
    learner: 'l',
    version: 0,
    stage: 'choosing',
    paused: false,
    locale: 'nl',
    address: 'u',
    attempt: null,
  };
  let replies: readonly Reply[] = [];
  const turns: Turn[] = [];
  let count = 0;
  const send = (body: MessageBody) => {
    count += 1;
    const message = { id: `${count}`, conversation: 'c', learner: 'l', body };
    const decision = decideTurn(playbook, session, message, {
      freshId: attempt,
      transcript: turns,
      homework: [],
    });
    if ('needs' in decision) throw new Error('asked for what was given');
    session = decision.session;
    replies = decision.replies;
    turns.push(...decision.recorded.flatMap((item) => (item.kind === 'turn' ? [item.turn] : [])));
  };
  send({ kind: 'action', action: 'choose', values: { scenario: 'hasna' } });
  send({ kind: 'action', action: 'level', values: { level: 'guided' } });
  send({ kind: 'action', action: 'begin', values: {} });
  const offers: (readonly string[])[] = [];
  while (session.stage === 'playing') {
    const offer = replies.at(-1)?.choices?.map(({ say }) => say) ?? [];
    offers.push(offer);
    const text = offer.find((example) => qualityOf.get(example) === quality) ?? '';
    send({ kind: 'text', text });
  }
  return { ending: session.attempt?.rolePlay.ending, offers };
}

const ATTEMPTS = ['a', 'b', 'c'];
const talks = new Map(
  ATTEMPTS.map((attempt) => [
    attempt,
    { helps: guided('helps', attempt), neutral: guided('neutral', attempt), hurts: guided('hurts', attempt) },
  ]),
);

function talkOf(attempt: string) {
  const talk = talks.get(attempt);
  if (!talk) throw new Error(`no attempt ${attempt}`);
  return talk;
}

describe('a guided talk with Hasna’s father', () => {
  it.each(ATTEMPTS)('always offers one that helps, one in between and one that hurts (%s)', (attempt) => {
    for (const quality of REPLY_QUALITIES) {
      for (const offer of talkOf(attempt)[quality].offers) {
        expect(offer.map((text) => qualityOf.get(text)).sort()).toEqual([...REPLY_QUALITIES].sort());
      }
    }
  });

  it.each(ATTEMPTS)('ends well for who picks what helps, and never for who does not (%s)', (attempt) => {
    const { helps, neutral, hurts } = talkOf(attempt);
    expect(['agreement', 'first-step']).toContain(helps.ending);
    expect(['stalemate', 'first-step', 'unsafe']).toContain(neutral.ending);
    expect(['walk-out', 'stalemate']).toContain(hurts.ending);
  });

  it('is another talk in another attempt', () => {
    const firsts = ATTEMPTS.map((attempt) => talkOf(attempt).helps.offers[0]?.join());
    expect(new Set(firsts).size).toBeGreaterThan(1);
  });
});
