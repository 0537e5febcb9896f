import type { Logger } from 'pino';
import { faultOf } from '../channels/http/faults';

/** Does a job now and then every so often, never twice at once. Answers how to stop it, which waits for what runs. */
export function repeat(everyMs: number, job: () => Promise<void>, logger: Logger): () => Promise<void> {
  let running: Promise<void> = Promise.resolve();
  let busy = false;
  const once = () => {
    if (busy) return;
    busy = true;
    running = job()
      .catch((error: unknown) => logger.error({ fault: faultOf(error) }, 'upkeep-failed'))
      .finally(() => {
        busy = false;
      });
  };
  once();
  const timer = setInterval(once, everyMs);
  timer.unref();
  return () => {
    clearInterval(timer);
    return running;
  };
}
