import type { TeamsHome } from '../../core/model/delivery';
import type { Courier, Delivery, Letter } from '../../core/model/letter';
import type { Card } from '../../core/model/message';
import { faultOf } from '../http/faults';
import { type Failure, failureOf, statusOf } from './failure';
import type { BotFrameworkOptions } from './options';
import type { SpeakFirst } from './proactive';
import { render } from './render';

/** Brings letters to people in their personal chat; never to who does not have the app. */
export function createCourier(
  speak: SpeakFirst,
  baseUrl: string,
  { home, texts, log, teamsAppId = null }: BotFrameworkOptions,
): Courier {
  return {
    async send(letter, person) {
      const place = await home.whereabouts(person.id);
      if (place === null) return 'gone';
      const activities = await render([{ kind: 'card', card: cardOf(letter) }], {
        texts: async () => texts(person.locale, person.address),
        baseUrl,
        channelId: 'msteams',
        wayIn: (path) => home.wayIn(person.id, path),
        teamsAppId,
      });
      try {
        await speak(place.reference, async (context) => {
          for (const activity of activities) await context.sendActivity(activity);
        });
        return 'sent';
      } catch (error) {
        const failure = failureOf(error);
        log.warn(
          { kind: letter.kind, failure: failure.kind, status: statusOf(error), fault: faultOf(error) },
          'letter-failed',
        );
        return outcomeOf(failure, person.id, home);
      }
    },
  };
}

/** The letter with why it came, and the button after which no more do. */
function cardOf({ words }: Letter): Card {
  return {
    ...words.card,
    blocks: [...words.card.blocks, { kind: 'text', style: 'subtle', text: words.why }],
    actions: [
      ...words.card.actions,
      { kind: 'submit', label: words.stop, action: 'settings', values: { teams: 'off' } },
    ],
  };
}

async function outcomeOf(failure: Failure, person: string, home: Pick<TeamsHome, 'left'>): Promise<Delivery> {
  switch (failure.kind) {
    case 'wait':
      return { retryAfterSeconds: failure.seconds };
    case 'gone':
      await home.left(person);
      return 'gone';
    case 'refused':
    case 'uncertain':
      return failure.kind;
  }
}
