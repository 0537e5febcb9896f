import { join } from 'node:path';
import { type Room, readRoom } from '../../app/reviews/readRoom';
import { assetUrl, loadAsset } from '../../channels/http/assets';
import type { PageView } from '../../channels/webchat/personPages';
import type { StagedScenario } from '../../core/deciding/playbook';
import { HELP_LINES } from '../../core/model/scenario';
import type { Texts } from '../../core/model/texts';
import type { HeavySubject, RoomMeta } from '../../pages/review/roomWords';
import { PROJECT_ROOT } from '../root';
import type { PageParts } from './parts';
import { ROOM_PARTS } from './roomParts';
import { readerOf } from './words';

/** What keeps an open room up to date, in the browser. */
export const ROOM_SCRIPTS = ['roomGone.js', 'putInPlace.js', 'liveRoom.js'].map((name) =>
  loadAsset(join(PROJECT_ROOT, 'src', 'pages', 'assets', name)),
);

export function roomOf(parts: PageParts, view: PageView): Promise<Room | null> {
  const { store, library, clock } = parts;
  return readRoom({ store, methods: library.methods }, view.params.review ?? '', view.person, clock.now());
}

export async function roomMeta(
  parts: PageParts,
  view: PageView,
  room: Room,
  done: Partial<Pick<RoomMeta, 'told' | 'typed'>> = {},
  onPaper = false,
): Promise<RoomMeta> {
  const { t } = await readerOf(parts, view.person, view.locale);
  const staged = stagedIn(parts, room);
  return {
    ...{ t, language: view.locale, token: view.formToken, person: view.person },
    now: parts.clock.now(),
    scripts: ROOM_SCRIPTS.map(assetUrl),
    fresh: () => parts.ids.fresh(),
    ...{ told: null, typed: null, ...done },
    parts: room.joined ? await Promise.all(ROOM_PARTS.map((read) => read(parts, room, view, onPaper))) : [],
    heavy: heavyIn(staged, room),
    topic: (id) => topicWords(t, staged, id),
  };
}

function stagedIn({ library }: PageParts, { talk }: Room): StagedScenario | null {
  return library.playbook.scenarios.find(({ scenario }) => scenario.id === talk.scenario?.id) ?? null;
}

/** Names that belong to the case. */
export function namesOfCase(parts: PageParts, room: Room): ReadonlySet<string> {
  return stagedIn(parts, room)?.names ?? new Set();
}

/** What a case from somebody's work is about is not known beforehand: it may be heavy. */
function heavyIn(staged: StagedScenario | null, { review }: Room): HeavySubject | null {
  if (review.source.kind === 'own-case') return { note: '', own: true, helpLines: HELP_LINES };
  if (!staged) return null;
  const { heavy, helpLines, texts } = staged.scenario;
  const note = texts.briefing.contentNote ?? '';
  return heavy || note !== '' ? { note, own: false, helpLines } : null;
}

function topicWords(t: Texts, staged: StagedScenario | null, id: string): string {
  const own = staged?.scenario.texts.topics[id]?.label;
  if (own !== undefined) return own;
  const key = `room.topics.${id}`;
  const words = t(key);
  return words === key ? id : words;
}
