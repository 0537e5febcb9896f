import { createGroupsInChat } from '../../src/app/groupsInChat';
import { createGuesses } from '../../src/app/guesses';
import { calendar } from '../../src/calendar';
import type { MessageBody, RecordedMessage } from '../../src/core/model/message';
import { secrets } from '../../src/secrets';
import { type PracticeServer, samplePerson, startPracticeServer } from '../support/practiceServer';

let practice: PracticeServer;
const AT = '2026-01-05T09:00:00.000Z';

beforeEach(async () => {
  practice = await startPracticeServer({ guests: false });
  for (const id of ['tineke', 'anna', 'bert']) await practice.store.people.settlePerson(samplePerson(id));
  await practice.store.groups.addGroup({
    id: 'g1',
    name: 'Eerste groep',
    createdBy: 'tineke',
    createdAt: AT,
    archivedAt: null,
    timeZone: 'Europe/Amsterdam',
  });
});

afterEach(() => practice.close());

/** Says something and answers what came back, as text. */
async function say(person: string, said: string | Readonly<Record<string, string>>): Promise<string> {
  const body: MessageBody =
    typeof said === 'string'
      ? { kind: 'text', text: said }
      : { kind: 'action', action: 'groups', values: said };
  await practice.talk(person, `c-${person}`, body);
  const messages: readonly RecordedMessage[] = await practice.store.messages(`c-${person}`, 0);
  return JSON.stringify(messages.at(-1)?.replies);
}

const members = async (group = 'g1') =>
  (await practice.store.groups.members(group)).map(({ person, role }) => `${person}: ${role}`);

test('a trainer asks for a code, and a learner comes in with it, however it is typed', async () => {
  const answer = await say('tineke', { wish: 'invite', group: 'g1' });
  const code = /[A-Z]{3}-[A-Z]{3}/.exec(answer)?.[0] ?? '';
  expect(await say('anna', `groep ${code.toLowerCase().replace('-', ' ')}`)).toContain(
    'Welkom in ‘Eerste groep’',
  );
  expect(await say('bert', { wish: 'join', code })).toContain('Welkom');
  expect(await say('bert', { wish: 'join', code })).toContain('al in');
  expect(await members()).toEqual(['tineke: trainer', 'anna: learner', 'bert: learner']);
});

test('who trains a group makes another; who does not, cannot', async () => {
  expect(await say('tineke', { wish: 'make', name: ' Tweede  groep ' })).toContain('‘Tweede groep’ is er');
  expect((await practice.store.groups.groupsOf('tineke')).map(({ group }) => group.name)).toEqual([
    'Eerste groep',
    'Tweede groep',
  ]);
  expect(await say('anna', { wish: 'make', name: 'Van mij' })).toContain('alleen een trainer');
  expect(await say('tineke', { wish: 'make', name: '  ' })).toContain('Hoe moet de groep heten');
  expect(await practice.store.groups.groupsOf('anna')).toEqual([]);
});

test('the same message decided again makes no second group', async () => {
  const { store } = practice;
  const clock = { now: () => AT };
  const ids = { fresh: () => 'never used' };
  const signIns = { renewSoon: async () => {} };
  const guesses = createGuesses(clock);
  const groups = createGroupsInChat({ store, clock, ids, secrets, calendar, signIns, guesses });
  for (const _ of ['first', 'again']) {
    const { outcome } = await groups('tineke', { kind: 'make', name: 'Tweede groep' }, 'g2');
    expect(outcome).toEqual({ kind: 'made', name: 'Tweede groep', group: 'g2' });
  }
  expect(await store.groups.groupsOf('tineke')).toHaveLength(2);
});

test('leaving is asked once more, and the last trainer stays', async () => {
  await practice.store.groups.addMember({ group: 'g1', person: 'anna', role: 'learner', since: AT });
  expect(await say('anna', { wish: 'leave', group: 'g1' })).toContain('Eerste groep verlaten?');
  expect(await members()).toContain('anna: learner');
  expect(await say('anna', { wish: 'leave', group: 'g1', sure: 'yes' })).toContain('verlaten');
  expect(await members()).toEqual(['tineke: trainer']);
  expect(await say('tineke', { wish: 'leave', group: 'g1', sure: 'yes' })).toContain('enige trainer');
});

test.each([
  ['a group that is not theirs', { wish: 'invite', group: 'g1' }],
  ['a group that is not there', { wish: 'invite', group: 'none' }],
  ['leaving a group they are not in', { wish: 'leave', group: 'g1', sure: 'yes' }],
])('somebody else learns nothing of %s', async (_, wish) => {
  const answer = await say('bert', wish);
  expect(answer).toContain('alleen een trainer');
  expect(answer).not.toContain('Eerste groep');
});

test('codes cannot be guessed without end', async () => {
  let answer = '';
  const { now } = practice.time;
  for (let tries = 0; tries < 50 && !answer.includes('Wacht'); tries++) {
    practice.time.now = now;
    answer = await say('bert', { wish: 'join', code: 'BCDFGH' });
  }
  expect(answer).toContain('Wacht');
});

test('the guest of this machine is sent to the door', async () => {
  expect(await say('local', { wish: 'join', code: 'BCDFGH' })).toContain('/enter');
});

test('"groepen" shows them, and in the talk it is said to the persona', async () => {
  expect(await say('tineke', 'groepen')).toContain('Eerste groep – jij bent trainer, 1 mens');
  await practice.talk('tineke', 'c-tineke', 'klein', 'begin');
  expect(await say('tineke', 'groepen')).not.toContain('Eerste groep');
});
