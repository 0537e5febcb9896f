import { assign, setup } from 'xstate';
import type { SessionAct, SessionEvent, SessionMachine, SessionPlace } from '../src/core/dialogue/session';
import { STAGES, type Stage } from '../src/core/model/session';
import { NOWHERE } from './scope';

/**
 * One practice from choosing to closing, as an XState machine. It decides where the learner is and what is to be
 * done, as names; `src/core/decide` does it. `pause` lies beside the stages, so that it can be asked anywhere.
 */
export function createSessionMachine() {
  return setup({
    types: { context: {} as { acts: readonly SessionAct[] }, events: {} as SessionEvent },
    actions: {
      act: assign(({ context }, params: { act: SessionAct }) => ({ acts: [...context.acts, params.act] })),
    },
  }).createMachine({
    id: 'session',
    type: 'parallel',
    context: { acts: [] },
    states: {
      stage: {
        initial: 'choosing',
        on: {
          HELP: does('help'),
          HINT: does('noHintHere'),
          BACK: does('nothingToTakeBack'),
          STOP: does('nothingToStop'),
          BRANCH: { target: '.playing', actions: say('takeUpAgain') },
        },
        states: {
          choosing: {
            on: {
              JOINED: does('welcome'),
              CHOSE: { target: 'briefing', actions: [say('startAttempt'), say('brief')] },
              UNKNOWN_SCENARIO: does('askAgain'),
              TEXT: does('offerScenarios'),
              RESUME: does('offerScenarios'),
              NEXT: does('offerScenarios'),
            },
          },
          briefing: {
            on: {
              JOINED: does('brief'),
              CHOSE: { target: 'briefing', actions: [say('startAttempt'), say('brief')] },
              NEXT: { target: 'preparing', actions: say('askPreparation') },
              SKIP: { target: 'playing', actions: say('openTalk') },
              BEGIN: { target: 'playing', actions: say('openTalk') },
              TEXT: does('remindBriefing'),
              BACK: { target: 'choosing', actions: say('offerScenarios') },
              STOP: { target: 'choosing', actions: say('offerScenarios') },
            },
          },
          preparing: {
            on: {
              JOINED: does('askPreparation'),
              CHOSE: { target: 'briefing', actions: [say('startAttempt'), say('brief')] },
              TEXT: does('notePreparation'),
              NEXT: does('skipQuestion'),
              PREPARED: { target: 'playing', actions: [say('keepPreparation'), say('openTalk')] },
              SKIP: { target: 'playing', actions: say('openTalk') },
              BEGIN: { target: 'playing', actions: say('openTalk') },
              BACK: { target: 'briefing', actions: say('brief') },
              STOP: { target: 'choosing', actions: say('offerScenarios') },
            },
          },
          playing: {
            on: {
              JOINED: does('recallTalk'),
              TEXT: does('playTurn'),
              HINT: does('giveHint'),
              BACK: does('takeBack'),
              STOP: { target: 'debriefing', actions: [say('stopTalk'), say('debrief')] },
              TALK_ENDED: { target: 'debriefing', actions: say('debrief') },
            },
          },
          debriefing: {
            on: {
              JOINED: does('debrief'),
              CHOSE: { target: 'briefing', actions: [say('startAttempt'), say('brief')] },
              TEXT: does('remindReflection'),
              NEXT: { target: 'reflecting', actions: say('askReflection') },
              SKIP: { target: 'closed', actions: say('close') },
              STOP: { target: 'closed', actions: say('close') },
              AGAIN: { target: 'choosing', actions: say('offerScenarios') },
            },
          },
          reflecting: {
            on: {
              JOINED: does('askReflection'),
              CHOSE: { target: 'briefing', actions: [say('startAttempt'), say('brief')] },
              TEXT: does('noteReflection'),
              NEXT: does('skipQuestion'),
              REFLECTED: { target: 'closed', actions: [say('keepReflection'), say('close')] },
              SKIP: { target: 'closed', actions: say('close') },
              STOP: { target: 'closed', actions: say('close') },
              BACK: { target: 'debriefing', actions: say('debrief') },
              AGAIN: { target: 'choosing', actions: say('offerScenarios') },
            },
          },
          closed: {
            on: {
              JOINED: does('offerScenarios'),
              TEXT: { target: 'choosing', actions: say('offerScenarios') },
              NEXT: { target: 'choosing', actions: say('offerScenarios') },
              AGAIN: { target: 'choosing', actions: say('offerScenarios') },
              CHOSE: { target: 'briefing', actions: [say('startAttempt'), say('brief')] },
            },
          },
        },
      },
      pause: {
        initial: 'going',
        states: {
          going: { on: { PAUSE: { target: 'paused', actions: say('pause') } } },
          paused: {
            on: {
              RESUME: { target: 'going', actions: say('resume') },
              BRANCH: 'going',
              PAUSE: does('pause'),
            },
          },
        },
      },
    },
  });
}

function say<Act extends SessionAct>(act: Act) {
  return { type: 'act' as const, params: { act } };
}

function does(act: SessionAct) {
  return { actions: say(act) };
}

/** The session machine seen from outside: place in, place and acts out. While paused only pause words count. */
export function compileSession(): SessionMachine {
  const machine = createSessionMachine();
  return {
    next(place, event) {
      if (place.paused && !['RESUME', 'PAUSE', 'HELP', 'STOP', 'JOINED', 'BRANCH'].includes(event.type)) {
        return { place, acts: ['stillPaused'] };
      }
      const state = machine.resolveState({
        value: { stage: place.stage, pause: place.paused ? 'paused' : 'going' },
        context: { acts: [] },
      });
      const next = machine.transition(state, event, NOWHERE);
      return { place: placeOf(next.value), acts: next.context.acts };
    },
  };
}

function placeOf(value: { stage?: unknown; pause?: unknown }): SessionPlace {
  const stage = STAGES.find((name): name is Stage => name === value.stage) ?? 'choosing';
  return { stage, paused: value.pause === 'paused' };
}
