import type { GroupPicture, SharedTalk } from '../model/groupPicture';
import { movesOfGroup } from './moves';
import { ofGroup, sharedAt } from './people';
import { spreadOf } from './spread';
import { typicalTurns } from './turning';

/** Draws a group from what its people handed in, each no wider than they agreed to. */
export function pictureOf(talks: readonly SharedTalk[]): GroupPicture {
  const transcripts = sharedAt('transcript', talks);
  return {
    spread: ofGroup(sharedAt('levels', talks), spreadOf),
    moves: ofGroup(transcripts, movesOfGroup),
    turning: ofGroup(transcripts, typicalTurns),
  };
}
