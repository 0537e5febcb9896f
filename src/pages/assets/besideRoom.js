/*
 * Tells on the pages beside a room that the group went on, and takes all of it away when the meeting is withdrawn. Never
 * draws the page anew: somebody may be typing. Runs in the browser, as it is.
 */
(() => {
  const live = document.getElementById('live');
  const line = document.getElementById('line');
  const words = JSON.parse(live.dataset.words);

  const AGAIN_MS = 2_000;
  const MOST_MS = 20_000;
  /** What this very page sent is no news to who sent it. */
  const SENDING_MS = 5_000;

  let source = null;
  let over = false;
  let first = null;
  let sentAt = Number.NEGATIVE_INFINITY;
  let wait = AGAIN_MS;

  const gone = () => {
    over = true;
    source?.close();
    window.roomGone(live, words);
  };

  const link = (href, text) => {
    const a = document.createElement('a');
    a.href = href;
    a.textContent = text;
    return a;
  };

  const tell = (text) => {
    if (line.dataset.told === text) return;
    line.dataset.told = text;
    const here = new URL(location.href);
    here.searchParams.delete('told');
    here.hash = '';
    line.replaceChildren(
      text,
      ' ',
      link(here.href, words.refresh),
      ' ',
      link(live.dataset.page, words.toRoom),
    );
  };

  const heard = (now) => {
    wait = AGAIN_MS;
    first ??= now;
    if (now.step !== first.step || now.stage !== first.stage) tell(words.moved);
    else if (now.revision !== first.revision && Date.now() - sentAt > SENDING_MS) tell(words.changed);
  };

  /** Whether it is still there for this person; a line that is lost says nothing about that. */
  const check = async () => {
    const answer = await fetch(live.dataset.room, { redirect: 'manual', cache: 'no-store' }).catch(
      () => null,
    );
    if (answer?.status === 404 && !over) gone();
  };

  const listen = () => {
    if (over) return;
    source?.close();
    source = new EventSource(live.dataset.stream);
    source.addEventListener('room', ({ data }) => heard(JSON.parse(data)));
    source.addEventListener('gone', gone);
    source.addEventListener('error', () => {
      if (over || source.readyState !== EventSource.CLOSED) return;
      void check();
      setTimeout(listen, wait);
      wait = Math.min(MOST_MS, wait * 1.5);
    });
  };

  document.addEventListener('submit', () => {
    sentAt = Date.now();
  });
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden && !over) void check();
  });
  window.addEventListener('pageshow', ({ persisted }) => {
    if (!persisted || over) return;
    void check();
    listen();
  });
  listen();
})();
