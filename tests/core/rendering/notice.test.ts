import { join } from 'node:path';
import { PROJECT_ROOT } from '../../../src/cli/root';
import { loadTexts } from '../../../src/content/texts';
import type { NoticeKind } from '../../../src/core/model/notice';
import { NOTICE_CHANNELS } from '../../../src/core/model/person';
import { LOCALES } from '../../../src/core/model/session';
import {
  type HomeworkFacts,
  type NoticeFacts,
  type NoticeReader,
  renderNotice,
} from '../../../src/core/rendering/notice';

const texts = loadTexts(join(PROJECT_ROOT, 'locales'));
const KINDS = [
  'homework-assigned',
  'homework-due-soon',
  'homework-due-today',
  'homework-discussed',
  'mark-overruled',
] as const satisfies readonly NoticeKind[];

const REVIEW: NoticeFacts = {
  about: 'review',
  title: 'Gesprek met de vader',
  group: 'Wijkteam Noord',
  owner: 'Bert',
  method: 'gossip',
  until: '2026-03-29T21:59:00.000Z',
  path: '/reviews/r1',
};
const INTENTION: NoticeFacts = { about: 'intention', of: null, day: '2026-03-29', path: '/me/intentions' };

const FACTS: HomeworkFacts = {
  about: 'homework',
  title: 'Gesprek met de vader',
  group: 'Wijkteam Noord',
  dueAt: '2026-03-29T21:59:00.000Z',
  path: '/homework/h1',
};
const READER: NoticeReader = { name: 'Anna', locale: 'nl', timeZone: 'Europe/Amsterdam', channel: 'mail' };

const all = LOCALES.flatMap((locale) =>
  (['je', 'u'] as const).flatMap((address) =>
    KINDS.flatMap((kind) => NOTICE_CHANNELS.map((channel) => ({ locale, address, kind, channel }))),
  ),
);

test.each(all)('$kind has words: $locale, $address, $channel', ({ locale, address, kind, channel }) => {
  const words = renderNotice(kind, FACTS, { ...READER, locale, channel }, texts(locale, address));
  const said = [words.subject, words.text, words.why, words.stop, words.card.actions[0]?.label ?? ''];
  for (const one of said) {
    expect(one).not.toBe('');
    expect(one).not.toMatch(/notices\.|\{\{|undefined/);
  }
  expect(words.text).toContain('Wijkteam Noord');
  expect(words.card.actions).toHaveLength(1);
  if (locale === 'nl' && address === 'u') expect(said.join(' ')).not.toMatch(/\b(je|jou|jouw|jij)\b/i);
});

test.each(
  LOCALES.flatMap((locale) =>
    (['je', 'u'] as const).flatMap((address) =>
      NOTICE_CHANNELS.flatMap((channel) =>
        [REVIEW, INTENTION, { ...INTENTION, of: 'Bert' }].map((facts) => ({
          locale,
          address,
          channel,
          facts,
        })),
      ),
    ),
  ),
)('has words for $facts.about: $locale, $address, $channel', ({ locale, address, channel, facts }) => {
  const kind = facts.about === 'review' ? 'review-announced' : 'intention';
  const words = renderNotice(kind, facts, { ...READER, locale, channel }, texts(locale, address));
  const said = [words.subject, words.text, words.why, words.stop, words.card.actions[0]?.label ?? ''];
  for (const one of said) {
    expect(one).not.toBe('');
    expect(one).not.toMatch(/notices\.|methods\.|\{\{|undefined/);
  }
  if (locale === 'nl' && address === 'u') expect(said.join(' ')).not.toMatch(/\b(je|jou|jouw|jij)\b/i);
});

test('says who brought a talk, how it is looked at and until when', () => {
  const { text } = renderNotice('review-announced', REVIEW, READER, texts('nl', 'je'));
  expect(text).toContain('Ingebracht door: Bert\nGesprek: Gesprek met de vader\nVorm: ');
  expect(text).toContain('Meekijken kan tot: zondag 29 maart om 23:59');
});

test('tells of another’s intention who and which day, by whatever zone', () => {
  const reader = { ...READER, timeZone: 'Pacific/Auckland' };
  const { subject, text } = renderNotice('intention', { ...INTENTION, of: '' }, reader, texts('nl', 'je'));
  expect(subject).toBe('Een collega nam zich iets voor');
  expect(text).toContain('Dag: zondag 29 maart');
});

test('shows the due moment by the reader’s own clock and calendar, in their language', () => {
  const due = (reader: Partial<NoticeReader>) =>
    renderNotice('homework-assigned', FACTS, { ...READER, ...reader }, texts(reader.locale ?? 'nl', 'je'))
      .text;
  expect(due({})).toContain('zondag 29 maart om 23:59');
  expect(due({ timeZone: 'America/New_York' })).toContain('zondag 29 maart om 17:59');
  expect(due({ timeZone: 'Asia/Tokyo' })).toContain('maandag 30 maart om 06:59');
  expect(due({ locale: 'en' })).toMatch(/Sunday,? 29 March at 23:59/);
});

test('names nobody who gave no name, and no day where none matters', () => {
  const words = renderNotice(
    'homework-discussed',
    { ...FACTS, dueAt: null },
    { ...READER, name: '' },
    texts('nl', 'je'),
  );
  expect(words.text).toMatch(/^Goedendag,\n\n/);
  expect(words.text).not.toContain('Inleveren kan tot');
});

test('lets no name speak for us: what is typed stays on its line', () => {
  const facts = { ...FACTS, title: 'A\r\nBcc: eve@example.org\r\n\r\nHoi', group: 'G\u2028\u0000\u0007\nX' };
  const words = renderNotice('homework-assigned', facts, { ...READER, name: 'An\nna' }, texts('nl', 'je'));
  expect(words.subject).toBe('Nieuw huiswerk: A Bcc: eve@example.org Hoi');
  expect(words.text.split('\n')).toHaveLength(7);
  expect(words.text).toContain('Groep: G X');
});

test('leaves what looks like a placeholder as it was typed', () => {
  const words = renderNotice(
    'homework-assigned',
    { ...FACTS, title: '{{group}} $t(x)' },
    READER,
    texts('nl', 'je'),
  );
  expect(words.subject).toBe('Nieuw huiswerk: {{group}} $t(x)');
});
