import type { Letter } from '../../src/core/model/letter';
import type { Person } from '../../src/core/model/person';

export function samplePerson(id: string, changes: Partial<Person> = {}): Person {
  return {
    id,
    name: 'Anna',
    email: `${id}@example.org`,
    organiser: false,
    locale: 'nl',
    address: 'je',
    timeZone: 'Europe/Amsterdam',
    reminders: { teams: true, mail: true },
    since: '2026-01-01T00:00:00.000Z',
    ...changes,
  };
}

export function sampleLetter(changes: Partial<Letter> = {}): Letter {
  return {
    id: 'notice-1',
    person: 'anna',
    channel: 'mail',
    kind: 'homework-assigned',
    key: 'homework:h1:anna:assigned:mail',
    data: { assignment: 'h1' },
    dueAt: '2026-03-02T08:00:00.000Z',
    expiresAt: null,
    words: {
      subject: 'Nieuw huiswerk: Gesprek “één” 😀',
      text: 'Dag Anna,\n\nEr staat huiswerk voor je klaar.\n\nHuiswerk: Gesprek “één” 😀\nGroep: <Wijkteam> & co',
      card: {
        title: 'Nieuw huiswerk: Gesprek “één” 😀',
        blocks: [
          { kind: 'text', text: 'Er staat huiswerk voor je klaar.' },
          { kind: 'facts', rows: [{ label: 'Groep', value: '<Wijkteam> & co' }] },
        ],
        actions: [{ kind: 'link', label: 'Bekijk je huiswerk', path: '/homework/h1' }],
      },
      why: 'Je krijgt deze e-mail omdat je in deze groep oefent.',
      stop: 'Stuur mij geen e-mails meer',
    },
    day: {
      uid: 'homework-h1@bruggesprek',
      sequence: 2,
      title: 'Inleveren: Gesprek “één” 😀',
      path: '/homework/h1',
      day: '2026-03-29',
      cancelled: false,
      stamp: '2026-03-01T12:00:00.000Z',
    },
    ...changes,
  };
}
