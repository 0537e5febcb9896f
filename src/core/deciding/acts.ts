import type { SessionAct } from '../dialogue/session';
import { takeUpAgain } from './branching';
import { askAgain, brief, offerScenarios, remindBriefing, startAttempt, welcome } from './choosing';
import { type Act, coach } from './desk';
import {
  askReflection,
  closeSession,
  debrief,
  keepReflection,
  noteReflection,
  remindReflection,
  skipReflection,
} from './lookingBack';
import type { StagedScenario } from './playbook';
import { askPreparation, keepPreparation, notePreparation, skipPreparation } from './preparing';
import { giveHint, openTalk, playTurn, recallTalk, stopTalk, takeBack } from './talking';

const says =
  (key: string): Act =>
  (desk) =>
    coach(desk, key);

const ACTS: Readonly<Record<Exclude<SessionAct, 'startAttempt'>, Act>> = {
  welcome,
  offerScenarios,
  askAgain,
  brief,
  remindBriefing,
  askPreparation,
  notePreparation,
  keepPreparation,
  skipQuestion: (desk) =>
    desk.session.stage === 'reflecting' ? skipReflection(desk) : skipPreparation(desk),
  openTalk,
  recallTalk,
  playTurn,
  giveHint,
  noHintHere: says('noHintHere'),
  takeBack,
  takeUpAgain,
  nothingToTakeBack: says('nothingToTakeBack'),
  stopTalk,
  nothingToStop: says('nothingToStop'),
  debrief,
  remindReflection,
  askReflection,
  noteReflection,
  keepReflection,
  close: closeSession,
  help: (desk) => coach(desk, desk.session.stage === 'playing' ? 'helpInTalk' : 'help'),
  pause: says('paused'),
  resume: says('resumed'),
  stillPaused: says('stillPaused'),
};

/** How an act of the session machine is done. */
export function actFor(name: SessionAct, chosen: StagedScenario | undefined): Act {
  if (name !== 'startAttempt') return ACTS[name];
  return (desk) => (chosen ? startAttempt(desk, chosen) : desk);
}
