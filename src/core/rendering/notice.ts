import type { NoticeWords } from '../model/letter';
import type { CardBlock } from '../model/message';
import type { MethodId } from '../model/method';
import type { NoticeKind } from '../model/notice';
import type { NoticeChannel, Person } from '../model/person';
import type { Locale } from '../model/session';
import type { Texts } from '../model/texts';

/** What is known of the occasion at the moment the notice goes. */
export type NoticeFacts = HomeworkFacts | ReviewFacts | IntentionFacts;

export interface HomeworkFacts {
  readonly about: 'homework';
  readonly title: string;
  /** Name of the group. */
  readonly group: string;
  /** ISO 8601, UTC; null when no day matters. */
  readonly dueAt: string | null;
  /** Page of ours that it is about. */
  readonly path: string;
}

/** A talk that a team looks at together. */
export interface ReviewFacts {
  readonly about: 'review';
  readonly title: string;
  readonly group: string;
  /** Name of who brought it; '' when they never said. */
  readonly owner: string;
  readonly method: MethodId;
  /** ISO 8601, UTC. */
  readonly until: string;
  readonly path: string;
}

/** Something that somebody meant to do; never what. */
export interface IntentionFacts {
  readonly about: 'intention';
  /** Null when it is the reader's own; '' for another who never said their name. */
  readonly of: string | null;
  /** `2026-12-01` */
  readonly day: string;
  readonly path: string;
}

export interface NoticeReader extends Pick<Person, 'name' | 'locale' | 'timeZone'> {
  readonly channel: NoticeChannel;
}

const TONGUE: Readonly<Record<Locale, string>> = { nl: 'nl-NL', en: 'en-GB' };

/** The words of a notice. */
export function renderNotice(
  kind: NoticeKind,
  facts: NoticeFacts,
  reader: NoticeReader,
  texts: Texts,
): NoticeWords {
  const place = placeOf(kind, facts);
  const values = valuesOf(facts, texts);
  const subject = texts(`${place}.subject`, values);
  const body = texts(`${place}.body`, values);
  const rows = rowsOf(facts, reader, texts);
  const greeting =
    reader.name === ''
      ? texts('notices.greeting.nobody')
      : texts('notices.greeting.name', { name: oneLine(reader.name) });
  return {
    subject,
    text: [greeting, body, rows.map(({ label, value }) => `${label}: ${value}`).join('\n')].join('\n\n'),
    card: {
      title: subject,
      blocks: [{ kind: 'text', text: body } satisfies CardBlock, { kind: 'facts', rows }],
      actions: [{ kind: 'link', label: texts(`${place}.open`), path: facts.path }],
    },
    why: texts(`${facts.about === 'intention' ? place : 'notices'}.why.${reader.channel}`),
    stop: texts(`notices.stop.${reader.channel}`),
  };
}

/** Where its words stand. */
function placeOf(kind: NoticeKind, facts: NoticeFacts): string {
  if (facts.about !== 'intention') return `notices.${kind}`;
  return `notices.intention.${facts.of === null ? 'own' : 'other'}`;
}

function valuesOf(facts: NoticeFacts, texts: Texts): Readonly<Record<string, string>> {
  switch (facts.about) {
    case 'homework':
    case 'review':
      return { title: oneLine(facts.title), group: oneLine(facts.group) };
    case 'intention':
      return { name: named(facts.of ?? '', texts) };
  }
}

function rowsOf(facts: NoticeFacts, reader: NoticeReader, texts: Texts) {
  const row = (name: string, value: string) => ({ label: texts(`notices.rows.${name}`), value });
  switch (facts.about) {
    case 'homework':
      return [
        row('homework', oneLine(facts.title)),
        row('group', oneLine(facts.group)),
        ...(facts.dueAt === null ? [] : [row('due', momentOf(facts.dueAt, reader))]),
      ];
    case 'review':
      return [
        row('owner', named(facts.owner, texts)),
        row('talk', oneLine(facts.title)),
        row('method', texts(`methods.${facts.method}.name`)),
        row('group', oneLine(facts.group)),
        row('until', momentOf(facts.until, reader)),
      ];
    case 'intention':
      return [row('day', dayOf(facts.day, reader))];
  }
}

function named(name: string, texts: Texts): string {
  return oneLine(name) || texts('notices.nameless');
}

/** A day as it is, whatever the time zone. */
function dayOf(day: string, { locale }: NoticeReader): string {
  const options = { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(TONGUE[locale], options).format(new Date(`${day}T12:00:00Z`));
}

/** Day and time as the reader's own calendar and clock show them. */
function momentOf(iso: string, { locale, timeZone }: NoticeReader): string {
  const format = new Intl.DateTimeFormat(TONGUE[locale], {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
  });
  return format.format(new Date(iso));
}

/** Names are typed: a line break in one would let it speak for us. */
function oneLine(name: string): string {
  return name.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
}
