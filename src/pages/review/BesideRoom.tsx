import { render } from 'preact-render-to-string';
import type { Texts } from '../../core/model/texts';
import { paths } from '../paths';

/** What the script of a page beside a room needs: where to listen, its words, and the line in which it tells. */
export function renderBesideRoom(review: string, t: Texts, scripts: readonly string[]): string {
  const words = {
    ...Object.fromEntries(['gone', 'goneMore', 'refresh'].map((key) => [key, t(`room.live.${key}`)])),
    ...Object.fromEntries(['changed', 'moved', 'toRoom'].map((key) => [key, t(`room.beside.${key}`)])),
  };
  return render(
    <>
      <div
        id="live"
        hidden
        data-stream={paths.reviewLive(review)}
        data-room={paths.reviewRoom(review)}
        data-page={paths.review(review)}
        data-list={paths.reviews}
        data-list-label={t('room.live.toList')}
        data-words={JSON.stringify(words)}
      />
      <p id="line" class="beside screen-only" role="status" />
      {scripts.map((script) => (
        <script src={script} defer />
      ))}
    </>,
  );
}
