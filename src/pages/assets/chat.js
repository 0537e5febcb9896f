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

  /**
   * An answer longer than the screen is read from its beginning. Only once something was said: who comes back to a
   * long talk is shown where it ends.
   */
  let readOn = () => undefined;
  const store = window.WebChat.createStore({}, () => (next) => (action) => {
    if (action.type === 'DIRECT_LINE/POST_ACTIVITY') readOn();
    return next(action);
  });
  let leaving = false;
  window.addEventListener('pagehide', () => {
    leaving = true;
  });

  const show = (text) => {
    status.textContent = text;
    status.hidden = text === '';
  };

  /** Tells the page when its socket comes and goes; Web Chat keeps that to itself. */
  class WatchedSocket extends WebSocket {
    constructor(...args) {
      super(...args);
      this.addEventListener('open', () => show(''));
      this.addEventListener('close', () => leaving || show(settings.offline));
    }
  }
  window.WebSocket = WatchedSocket;

  // Colours are the page's own, by name: they change with light, dark and high contrast without a word from here.
  const styleOptions = {
    accent: 'var(--calm)',
    backgroundColor: 'transparent',
    primaryFont: 'inherit',
    bubbleBackground: 'var(--card)',
    bubbleBorderColor: 'var(--line)',
    bubbleBorderRadius: 14,
    bubbleTextColor: 'var(--ink)',
    bubbleMaxWidth: 620,
    bubbleFromUserBackground: 'var(--learner)',
    bubbleFromUserBorderColor: 'var(--learner-line)',
    bubbleFromUserBorderRadius: 14,
    bubbleFromUserTextColor: 'var(--on-learner)',
    bubbleFromUserMaxWidth: 620,
    bubbleMinHeight: 0,
    cardEmphasisBackgroundColor: 'var(--bar-rest)',
    disableFileUpload: true,
    failedConnectivity: 'var(--warn)',
    hideUploadButton: true,
    groupTimestamp: 300_000,
    notificationText: 'var(--soft-ink)',
    paddingRegular: 12,
    sendBoxBackground: 'var(--card)',
    sendBoxBorderTop: '1px solid var(--line)',
    sendBoxTextColor: 'var(--ink)',
    sendBoxDisabledTextColor: 'var(--soft-ink)',
    sendBoxPlaceholderColor: 'var(--soft-ink)',
    sendBoxButtonColor: 'var(--calm)',
    sendBoxButtonColorOnDisabled: 'var(--soft-ink)',
    sendBoxButtonKeyboardFocusIndicatorBorderColor: 'var(--warm)',
    sendBoxButtonShadeColorOnActive: 'var(--hover)',
    sendBoxButtonShadeColorOnDisabled: 'transparent',
    sendBoxButtonShadeColorOnHover: 'var(--hover)',
    sendBoxHeight: 52,
    sendBoxMaxHeight: 180,
    sendBoxTextWrap: true,
    sendTimeout: 10_000,
    suggestedActionLayout: 'flow',
    suggestedActionBackgroundColor: 'var(--card)',
    suggestedActionBackgroundColorOnActive: 'var(--hover)',
    suggestedActionBackgroundColorOnHover: 'var(--hover)',
    suggestedActionBorderColor: 'var(--calm)',
    suggestedActionBorderColorOnDisabled: 'var(--soft-ink)',
    suggestedActionBorderRadius: 20,
    suggestedActionKeyboardFocusIndicatorBorderColor: 'var(--warm)',
    suggestedActionTextColor: 'var(--calm)',
    suggestedActionTextColorOnDisabled: 'var(--soft-ink)',
    suggestedActionsVisualKeyboardIndicatorColor: 'var(--warm)',
    slowConnectivity: 'var(--warn)',
    subtle: 'var(--soft-ink)',
    timestampColor: 'var(--soft-ink)',
    toastErrorBackgroundColor: 'var(--failure)',
    toastErrorColor: 'var(--on-failure)',
    toastInfoBackgroundColor: 'var(--notice)',
    toastInfoColor: 'var(--on-notice)',
    toastSeparatorColor: 'var(--line)',
    toastSuccessBackgroundColor: 'var(--coach)',
    toastSuccessColor: 'var(--ink)',
    toastWarnBackgroundColor: 'var(--notice)',
    toastWarnColor: 'var(--on-notice)',
    transcriptActivityVisualKeyboardIndicatorColor: 'var(--warm)',
    transcriptOverlayButtonBackground: 'var(--calm)',
    transcriptOverlayButtonBackgroundOnFocus: 'var(--calm)',
    transcriptOverlayButtonBackgroundOnHover: 'var(--calm)',
    transcriptOverlayButtonColor: 'var(--on-calm)',
    transcriptTerminatorBackgroundColor: 'var(--calm)',
    transcriptTerminatorColor: 'var(--on-calm)',
    transcriptVisualKeyboardIndicatorColor: 'var(--warm)',
    typingAnimationDuration: 8_000,
  };

  const CARD_INK = {
    default: { default: 'var(--ink)', subtle: 'var(--soft-ink)' },
    accent: { default: 'var(--calm)', subtle: 'var(--calm)' },
    attention: { default: 'var(--warn)', subtle: 'var(--warn)' },
  };

  /** Cards as readable as the other messages. */
  const cardStyle = {
    fontFamily: 'inherit',
    fontSizes: { small: 14, default: 16, medium: 18, large: 20, extraLarge: 24 },
    spacing: { small: 6, default: 8, medium: 12, large: 16, extraLarge: 20, padding: 14 },
    separator: { lineThickness: 1, lineColor: 'var(--line)' },
    containerStyles: {
      default: { backgroundColor: 'transparent', foregroundColors: CARD_INK },
      accent: { backgroundColor: 'var(--bar)', foregroundColors: CARD_INK },
      emphasis: { backgroundColor: 'var(--bar-rest)', foregroundColors: CARD_INK },
    },
    textBlock: { headingLevel: 2 },
    actions: { actionsOrientation: 'vertical', actionAlignment: 'stretch', buttonSpacing: 8, maxActions: 20 },
  };

  /**
   * Marks who speaks, so that persona and coach differ at a glance; the words name the speaker as well.
   * The bundle keeps its React to itself. An element is a plain object, so the wrapper is made like what it wraps.
   */
  const markSpeaker =
    () =>
    (next) =>
    (card, ...rest) => {
      const render = next(card, ...rest);
      const speaker = card.activity.channelData?.speaker;
      if (!render || !speaker) return render;
      return (...args) => {
        const children = render(...args);
        const lang = speaker === 'persona' ? settings.talk : undefined;
        const props = { className: `speaker speaker-${speaker}`, lang, children };
        return children && { ...children, type: 'div', key: null, ref: null, props };
      };
    };

  /** Read aloud on arrival, a card is its words; left alone, Web Chat reads out empty fields without names. */
  const readCard =
    () =>
    (next) =>
    (card, ...rest) => {
      const render = next(card, ...rest);
      const words = card.attachment?.content?.fallbackText;
      if (!render || !words) return render;
      return (...args) => {
        const shown = render(...args);
        return shown && { ...shown, type: 'div', key: null, ref: null, props: { children: words } };
      };
    };

  /** Times do not matter here; that something is not sent does. */
  const onlyTroubles =
    () =>
    (next) =>
    (args, ...rest) =>
      args.sendState === 'sent' ? false : next(args, ...rest);

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
      body: JSON.stringify({ anew, locale: document.documentElement.lang }),
    });
    if (!response.ok) throw new Error(String(response.status));
    return response.json();
  };

  /** Connects, or connects again: what was being typed stays. */
  const start = async () => {
    failure.hidden = true;
    try {
      const { token: bearer, learner } = await token(false);
      connect(bearer, learner);
      anewButton.disabled = false;
    } catch {
      show('');
      failure.hidden = false;
    }
  };

  const anew = async () => {
    anewButton.disabled = true;
    try {
      await token(true);
      location.reload();
    } catch {
      anewButton.disabled = false;
      failure.hidden = false;
    }
  };

  const connect = (bearer, learner) => {
    const directLine = window.WebChat.createDirectLine({
      domain: `${location.origin}/directline`,
      token: bearer,
    });
    // On this machine a quick and patient retry costs nothing.
    directLine.timeout = RETRY_MS;
    directLine.retries = Number.MAX_SAFE_INTEGER;
    directLine.services.random = () => 0;
    const watching = directLine.connectionStatus$.subscribe((connection) => {
      if (connection !== EXPIRED && connection !== FAILED) return;
      setTimeout(() => watching.unsubscribe());
      show(settings.offline);
      setTimeout(start, RETRY_MS);
    });
    const props = {
      directLine,
      store,
      userID: learner,
      locale: settings.locale,
      adaptiveCardsHostConfig: cardStyle,
      activityMiddleware: markSpeaker,
      attachmentForScreenReaderMiddleware: readCard,
      activityStatusMiddleware: onlyTroubles,
      cardActionMiddleware: openHere,
      overrideLocalizedStrings: {
        // The message itself begins with the speaker's name; a blank keeps Web Chat from adding "bot".
        ACTIVITY_BOT_SAID_ALT: '\u00a0',
        TEXT_INPUT_PLACEHOLDER: settings.placeholder,
      },
    };
    const render = (snap) =>
      window.WebChat.renderWebChat(
        { ...props, styleOptions: { ...styleOptions, autoScrollSnapOnPage: snap } },
        page,
      );
    let snapping = false;
    readOn = () => {
      if (snapping) return;
      snapping = true;
      render(true);
    };
    render(false);
  };

  document.getElementById('retry').addEventListener('click', start);
  anewButton.addEventListener('click', () => {
    anewDialog.returnValue = '';
    anewDialog.showModal();
  });
  anewDialog.addEventListener('close', () => {
    if (anewDialog.returnValue === 'anew') anew();
  });
  start();
})();
