import { type AnyActorScope, createEmptyActor } from 'xstate';

const nobody = createEmptyActor();
const nothing = () => {};

/**
 * Where our machines run: nowhere, since they start, call and send nothing. XState's own `transition` makes such a
 * scope at each event by starting the whole machine anew, which took longer than the event.
 */
export const NOWHERE: AnyActorScope = {
  self: nobody,
  id: nobody.id,
  sessionId: nobody.sessionId,
  system: nobody.system,
  logger: nothing,
  defer: nothing,
  emit: nothing,
  stopChild: nothing,
  actionExecutor: nothing,
};
