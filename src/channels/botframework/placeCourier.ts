import { z } from 'zod';
import type { PlaceCourier } from '../../core/model/letter';
import { toActivities } from '../activity/toActivities';
import { faultOf } from '../http/faults';
import { failureOf, statusOf } from './failure';
import { forChannel } from './forChannel';
import type { BotFrameworkOptions } from './options';
import type { SpeakFirst } from './proactive';

/** Speaks where many read along: once, and never again by itself. */
export function createPlaceCourier(
  speak: SpeakFirst,
  { log }: Pick<BotFrameworkOptions, 'log'>,
): PlaceCourier {
  return {
    async post(reference, card, { texts, baseUrl }) {
      const view = { baseUrl, coachName: texts('interface.coachName') };
      const activities = toActivities([{ kind: 'card', card }], view);
      let sent = 0;
      try {
        await speak(reference, async (context) => {
          for (const activity of activities) {
            await context.sendActivity(forChannel(activity, 'msteams'));
            sent += 1;
          }
        });
        return 'sent';
      } catch (error) {
        const failure = failureOf(error);
        log.warn({ failure: failure.kind, status: statusOf(error), fault: faultOf(error) }, 'post-failed');
        // Of what stands there in part nobody may say that nothing does.
        if (sent > 0) return 'uncertain';
        return failure.kind === 'wait' ? { retryAfterSeconds: failure.seconds } : failure.kind;
      }
    },
    async takeBack(reference) {
      const announced = announcedIn(reference);
      if (announced === null) return true;
      try {
        await speak(reference, async (context) => context.deleteActivity(announced));
        return true;
      } catch (error) {
        const failure = failureOf(error);
        log.warn(
          { failure: failure.kind, status: statusOf(error), fault: faultOf(error) },
          'take-back-failed',
        );
        return failure.kind === 'gone' || failure.kind === 'refused';
      }
    },
  };
}

/** The id of our card that stands there, as it was kept. */
function announcedIn(reference: string): string | null {
  const kept = z.object({ announced: z.string() }).safeParse(JSON.parse(reference));
  return kept.success ? kept.data.announced : null;
}
