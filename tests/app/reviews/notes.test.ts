import type { Store } from '../../../src/app/ports';
import { type TypedNote, writeNote } from '../../../src/app/reviews/notes';
import { openStore } from '../../../src/storage/openStore';
import { realMethods } from '../../support/methods';
import { bringTalk, moveMeeting, SHARED } from '../../support/reviewWorld';

let store: Store;

beforeEach(async () => {
  store = await openStore({ kind: 'sqlite', file: ':memory:' });
  await bringTalk(store);
  await moveMeeting(store, 'r1', { stage: 'running', step: 2, reached: 2, since: SHARED });
});

afterEach(() => store.close());

const write = (text: string, id = 'form-1') => {
  const clock = { now: () => SHARED };
  const parts = {
    store,
    clock,
    ids: { fresh: () => 'fresh-1' },
    methods: realMethods(),
    namesOf: () => new Set<string>(),
  };
  const typed: TypedNote = { kind: 'question', about: '1', text, sure: false, step: 2 };
  return writeNote(parts, 'r1', 'bram', id, typed);
};
const notes = async () => (await store.reviews.items('r1', 'note')).map(({ value }) => value.text);

test('a form that is sent twice makes one note', async () => {
  for (const _ of [1, 2]) expect(await write('Wat zag je?')).toMatchObject({ kind: 'kept' });
  expect(await notes()).toEqual(['Wat zag je?']);
});

test('a form that is sent again with other words, because nobody heard that it was kept, keeps those', async () => {
  await write('Wat zag je?');
  expect(await write('Wat zag je aan hem?')).toMatchObject({
    kind: 'kept',
    note: { id: 'form-1', text: 'Wat zag je aan hem?' },
  });
  expect(await notes()).toEqual(['Wat zag je aan hem?']);
  await write('Nog iets.', 'form-2');
  expect(await notes()).toEqual(['Wat zag je aan hem?', 'Nog iets.']);
});
