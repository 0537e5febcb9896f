/* Keeps the room of a meeting up to date without taking anything away from who types. Runs in the browser, as it is. */
(() => {
  const live = document.getElementById('live');
  const line = document.getElementById('line');
  const spoken = document.getElementById('spoken');
  const words = JSON.parse(live.dataset.words);
  const room = () => document.getElementById('room');

  const AGAIN_MS = 2_000;
  const MOST_MS = 20_000;
  /** A line that is back sooner was never missed. */
  const MISSED_MS = 3_000;

  /** Says something aloud, without moving anybody. */
  const say = (text) => {
    spoken.textContent = '';
    setTimeout(() => {
      spoken.textContent = text;
    }, 100);
  };

  // ---- Where somebody reads stays where it is ----

  const placeHeld = () => {
    const inRoom = room().contains(document.activeElement) ? document.activeElement : null;
    const seen = (element) => {
      const { top, bottom } = element.getBoundingClientRect();
      return top >= 0 && bottom > 0 && top < window.innerHeight;
    };
    const held = inRoom && seen(inRoom) ? inRoom : [...room().querySelectorAll('.columns [id]')].find(seen);
    const before = held?.getBoundingClientRect().top;
    return () => {
      if (inRoom && !inRoom.isConnected) document.getElementById('now')?.focus({ preventScroll: true });
      if (held?.isConnected) window.scrollBy(0, held.getBoundingClientRect().top - before);
    };
  };

  /** `sent` is the form that was just taken: what was typed in it is kept elsewhere by now. */
  const apply = (fresh, sent = null) => {
    const { step, stage, leads } = room().dataset;
    const hold = placeHeld();
    const clock = Date.parse(fresh.dataset.now);
    window.putInPlace(room(), fresh, sent);
    hold();
    setClock(clock, room().dataset.endsAt);
    const after = room().dataset;
    // The line is read aloud by itself.
    if (leads && !after.leads)
      tell(
        words.deposed.replace('%', () => after.leader),
        'led',
      );
    else if (after.leads && line.dataset.why === 'led') tell('', '');
    if (after.step !== step || after.stage !== stage) say(after.title);
  };

  const roomIn = (html) => new DOMParser().parseFromString(html, 'text/html').getElementById('room');

  // ---- The time ----

  const MINUTE = 60_000;
  const HOUR = 60 * MINUTE;
  let ahead = 0;
  let ends = Number.NaN;
  let lastLeft = null;

  const setClock = (now, endsAt) => {
    if (!Number.isNaN(now)) ahead = now - Date.now();
    const next = Date.parse(endsAt);
    if (next !== ends) lastLeft = null;
    ends = next;
    tick();
  };

  const clockWords = (ms) => {
    const seconds = Math.floor(ms / 1000);
    return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  };

  const overWords = (minutes) => {
    if (minutes === 0 || minutes * MINUTE >= HOUR) return words.longOver;
    return minutes === 1 ? words.overOne : words.over.replace('%', minutes);
  };

  const tick = () => {
    const timer = document.getElementById('timer');
    if (!timer) return;
    if (Number.isNaN(ends)) {
      timer.textContent = '';
      return;
    }
    const left = ends - (Date.now() + ahead);
    if (left > 0) timer.textContent = words.left.replace('%', clockWords(left + 999));
    else timer.textContent = overWords(Math.floor(-left / MINUTE));
    timer.classList.toggle('short', left <= MINUTE);
    const crossed = (limit) => lastLeft !== null && lastLeft > limit && left <= limit;
    if (crossed(0)) say(words.end);
    else if (crossed(MINUTE)) say(words.minute);
    else if (crossed(5 * MINUTE)) say(words.minutes);
    lastLeft = left;
  };

  // ---- The line to the server ----

  let source = null;
  let over = false;
  let out = false;
  let missed = null;
  let wait = AGAIN_MS;

  /** `why` tells which good news ends it. */
  const tell = (text, why, link) => {
    line.textContent = text;
    line.dataset.why = why;
    if (!link) return;
    const a = document.createElement('a');
    a.href = live.dataset.page;
    a.textContent = link;
    line.append(' ', a);
  };

  const lost = () => {
    missed ??= setTimeout(() => tell(words.lost, 'line'), MISSED_MS);
  };

  const found = () => {
    clearTimeout(missed);
    missed = null;
    wait = AGAIN_MS;
    if (line.textContent === '' || line.dataset.why !== 'line') return;
    tell('', '');
    say(words.back);
  };

  /** Somebody signed out elsewhere; what they typed may still be copied. */
  const signedOut = () => {
    out = true;
    source?.close();
    clearTimeout(missed);
    tell(words.signedOut, 'signed-out', words.signIn);
  };

  /** Nothing of it stays on the screen. */
  const gone = () => {
    over = true;
    source?.close();
    clearTimeout(missed);
    window.roomGone(live, words);
  };

  let asking = false;
  let askAgain = false;

  const refresh = async () => {
    if (over || out) return;
    if (asking) {
      askAgain = true;
      return;
    }
    asking = true;
    try {
      const answer = await fetch(live.dataset.room, { redirect: 'manual', cache: 'no-store' });
      if (answer.status === 404) return gone();
      if (answer.type === 'opaqueredirect' || answer.status === 401) return signedOut();
      const fresh = answer.ok ? roomIn(await answer.text()) : null;
      if (!fresh) throw new Error(`answered with ${answer.status}`);
      if (!over && Number(fresh.dataset.revision) > Number(room().dataset.revision)) apply(fresh);
      found();
    } catch {
      lost();
      later(refresh);
    } finally {
      asking = false;
      if (askAgain) {
        askAgain = false;
        void refresh();
      }
    }
  };

  const waiting = new Set();

  /** Once, however often it is asked for meanwhile. */
  const later = (job) => {
    if (waiting.has(job)) return;
    waiting.add(job);
    setTimeout(() => {
      waiting.delete(job);
      void job();
    }, wait);
    wait = Math.min(MOST_MS, wait * 1.5);
  };

  const showPresent = (count) => {
    const present = document.getElementById('present');
    if (!present) return;
    present.hidden = false;
    present.textContent =
      count === 1 ? present.dataset.one : present.dataset.more.replace('%', String(count));
  };

  const listen = () => {
    if (over || out) return;
    source?.close();
    source = new EventSource(live.dataset.stream);
    source.addEventListener('room', ({ data }) => {
      const now = JSON.parse(data);
      found();
      showPresent(now.present);
      setClock(Date.parse(now.now), now.endsAt);
      if (now.revision > Number(room().dataset.revision)) void refresh();
    });
    source.addEventListener('gone', gone);
    source.addEventListener('error', () => {
      if (over || out) return;
      lost();
      if (source.readyState !== EventSource.CLOSED) return;
      // The server would not open it: the room itself tells why.
      void refresh().then(() => later(listen));
    });
  };

  // ---- Forms go on their own, so that what is typed elsewhere stays ----

  const send = async (form, submitter) => {
    const body = new URLSearchParams(new FormData(form));
    if (submitter?.name) body.append(submitter.name, submitter.value);
    const answer = await fetch(form.getAttribute('action'), { method: 'POST', body });
    const fresh = roomIn(await answer.text());
    if (over) return undefined;
    if (fresh === null) return elsewhere(answer, form, submitter);
    if (line.dataset.why === 'form') tell('', '');
    const folded = form.closest('details');
    const shown = Number(room().dataset.revision);
    const refused = fresh.querySelector('.problems') !== null;
    apply(fresh, form);
    // While it was under way somebody else's change was shown already.
    if (Number(room().dataset.revision) < shown) void refresh();
    if (refused) document.querySelector('#room .problems').focus();
    else {
      const told = document.getElementById('told')?.textContent;
      if (told) say(told);
      if (folded?.isConnected && folded.contains(document.activeElement))
        folded.querySelector('summary').focus();
      if (folded) folded.open = false;
    }
  };

  /** It was answered with another page than the room. */
  const elsewhere = (answer, form, submitter) => {
    if (answer.redirected) location.assign(answer.url);
    else if (answer.status === 404) return refresh();
    else if (answer.ok || answer.status === 422) {
      // Nothing was kept of it yet: let the browser show that page.
      form.dataset.plain = '';
      form.removeAttribute('aria-busy');
      form.requestSubmit(submitter);
    } else tell(words.unsent, 'form');
    return undefined;
  };

  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (over || form.method !== 'post' || 'plain' in form.dataset || !room()?.contains(form)) return;
    event.preventDefault();
    if (out) return signedOut();
    if (form.getAttribute('aria-busy') === 'true') return;
    form.setAttribute('aria-busy', 'true');
    send(form, event.submitter)
      .catch(() => tell(words.unsent, 'form'))
      .finally(() => form.removeAttribute('aria-busy'));
  });

  // ---- Begin ----

  if (location.search !== '') history.replaceState(null, '', live.dataset.page + location.hash);
  setClock(Date.parse(room().dataset.now), room().dataset.endsAt);
  setInterval(tick, 1000);
  listen();
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) void refresh();
  });
  window.addEventListener('pageshow', ({ persisted }) => {
    if (!persisted || over) return;
    void refresh();
    listen();
  });
})();
