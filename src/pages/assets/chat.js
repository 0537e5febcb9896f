/* Starts Web Chat on the page. Runs in the browser, as it is. */
(() => {
  const page = document.getElementById('chat');
  const status = document.getElementById('status');
  const failure = document.getElementById('failure');
  const anewButton = document.getElementById('anew');
  const anewDialog = document.getElementById('anew-dialog');
  const settings = JSON.parse(page.dataset.settings);

  const RETRY_MS = 4_000;
  const EXPIRED = 3;
  const FAILED = 4;

  let running = null;

  const show = (text) => {
    status.textContent = text;
    status.hidden = text === '';
  };

  /** Tells the page when its socket comes and goes; Web Chat keeps that to itself. */
  class WatchedSocket extends WebSocket {
    constructor(...args) {
      super(...args);
      this.addEventListener('open', () => show(''));
      this.addEventListener('close', () => running?.live && show(settings.offline));
    }
  }
  window.WebSocket = WatchedSocket;

  const styleOptions = {
    accent: '#1f5f5b',
    backgroundColor: 'transparent',
    primaryFont: 'inherit',
    bubbleBackground: '#ffffff',
    bubbleBorderColor: '#e2d9cc',
    bubbleBorderRadius: 14,
    bubbleTextColor: '#2b2622',
    bubbleMaxWidth: 620,
    bubbleFromUserBackground: '#1f5f5b',
    bubbleFromUserBorderColor: '#1f5f5b',
    bubbleFromUserBorderRadius: 14,
    bubbleFromUserTextColor: '#ffffff',
    bubbleFromUserMaxWidth: 620,
    bubbleMinHeight: 0,
    cardEmphasisBackgroundColor: '#f6efe5',
    disableFileUpload: true,
    hideUploadButton: true,
    groupTimestamp: 300_000,
    paddingRegular: 12,
    sendBoxBackground: '#ffffff',
    sendBoxTextColor: '#2b2622',
    sendBoxPlaceholderColor: '#6b625a',
    sendBoxButtonColor: '#1f5f5b',
    sendBoxButtonShadeColorOnHover: '#f6efe5',
    sendBoxHeight: 52,
    sendBoxMaxHeight: 180,
    sendBoxTextWrap: true,
    sendTimeout: 10_000,
    suggestedActionLayout: 'flow',
    suggestedActionBackgroundColor: '#ffffff',
    suggestedActionBorderColor: '#1f5f5b',
    suggestedActionBorderRadius: 20,
    suggestedActionTextColor: '#1f5f5b',
    subtle: '#5d554e',
    timestampColor: '#5d554e',
    typingAnimationDuration: 8_000,
  };

  /** Marks who speaks, so that persona and coach differ at a glance; the words name the speaker as well. */
  const markSpeaker =
    () =>
    (next) =>
    (card, ...rest) => {
      const render = next(card, ...rest);
      const speaker = card.activity.channelData?.speaker;
      if (!render || !speaker) return render;
      return (...args) =>
        window.React.createElement('div', { className: `speaker speaker-${speaker}` }, render(...args));
    };

  /** Our own pages open in this tab; the conversation is still there on return. */
  const openHere =
    () =>
    (next) =>
    (request, ...rest) => {
      const { type, value } = request.cardAction ?? {};
      if (type === 'openUrl' && new URL(value, location.href).origin === location.origin) {
        location.assign(value);
        return undefined;
      }
      return next(request, ...rest);
    };

  const token = async (anew) => {
    const response = await fetch('/webchat/token', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ anew }),
    });
    if (!response.ok) throw new Error(String(response.status));
    return response.json();
  };

  const stop = () => {
    if (!running) return '';
    const draft = running.store.getState().sendBoxValue ?? '';
    running.live = false;
    running.watching.unsubscribe();
    running.directLine.end();
    window.ReactDOM.unmountComponentAtNode(running.host);
    running.host.remove();
    running = null;
    return draft;
  };

  const start = async ({ anew }) => {
    anewButton.disabled = true;
    failure.hidden = true;
    try {
      const { token: bearer, learner } = await token(anew);
      const draft = stop();
      mount(bearer, learner, anew ? '' : draft);
    } catch {
      show('');
      failure.hidden = false;
    } finally {
      anewButton.disabled = false;
    }
  };

  const mount = (bearer, learner, draft) => {
    const host = document.createElement('div');
    host.className = 'webchat-host';
    page.append(host);
    const directLine = window.WebChat.createDirectLine({
      domain: `${location.origin}/directline`,
      token: bearer,
    });
    // On this machine a quick and patient retry costs nothing.
    directLine.timeout = RETRY_MS;
    directLine.retries = Number.MAX_SAFE_INTEGER;
    directLine.services.random = () => 0;
    const store = window.WebChat.createStore();
    const watching = directLine.connectionStatus$.subscribe((connection) => {
      if (connection === EXPIRED || connection === FAILED) setTimeout(() => start({ anew: false }), RETRY_MS);
    });
    running = { host, directLine, store, watching, live: true };
    window.WebChat.renderWebChat(
      {
        directLine,
        store,
        userID: learner,
        locale: settings.locale,
        nonce: settings.nonce,
        styleOptions,
        activityMiddleware: markSpeaker,
        cardActionMiddleware: openHere,
        overrideLocalizedStrings: {
          ACTIVITY_BOT_SAID_ALT: '',
          TEXT_INPUT_PLACEHOLDER: settings.placeholder,
        },
      },
      host,
    );
    if (draft) store.dispatch({ type: 'WEB_CHAT/SET_SEND_BOX', payload: { text: draft } });
  };

  document.getElementById('retry').addEventListener('click', () => start({ anew: false }));
  anewButton.addEventListener('click', () => {
    anewDialog.returnValue = '';
    anewDialog.showModal();
  });
  anewDialog.addEventListener('close', () => {
    if (anewDialog.returnValue === 'anew') start({ anew: true });
  });
  start({ anew: false });
})();
