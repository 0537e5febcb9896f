import { marksIn } from '../../app/reviews/blindMarks';
import { cardWithLabels, labelsIn } from '../../app/reviews/teamLabels';
import { whatIfIn } from '../../app/reviews/tryReply';
import { labelsInRoom, marksInRoom, whatIfInRoom } from '../../pages/review/TryoutInRoom';
import type { RoomPartReader } from './roomParts';
import { labelledParts } from './tryoutParts';
import { readerOf } from './words';

/** What was tried, marked and called otherwise, as it stands in the room itself. */
export const TRYOUT_IN_ROOM: readonly RoomPartReader[] = [
  async (parts, room, { person, locale }) => {
    const { t } = await readerOf(parts, person, locale);
    return whatIfInRoom(await whatIfIn(parts.store, room, person), t);
  },
  async (parts, room, { person, locale }, onPaper) => {
    const { t } = await readerOf(parts, person, locale);
    const labelled = onPaper ? await cardWithLabels(labelledParts(parts), room) : null;
    return marksInRoom(await marksIn(parts.store, room, person), labelled, t);
  },
  async (parts, room, { person, locale }) => {
    const { t } = await readerOf(parts, person, locale);
    return labelsInRoom(await labelsIn(parts.store, room, person), t);
  },
];
