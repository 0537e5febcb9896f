import { findInMethods, type MethodRule } from './methodRule';

/** Minutes: shorter is no meeting, longer no team holds out. */
const SHORTEST = 20;
const LONGEST = 120;

export const meetingLength: MethodRule = {
  code: 'B306',
  severity: 'warning',
  why: 'Intervisie must fit into a working day; with too little time nobody gets further than advice.',
  check: findInMethods(({ id, steps }) => {
    const total = steps.reduce((sum, { minutes }) => sum + minutes, 0);
    if (total >= SHORTEST && total <= LONGEST) return [];
    return [
      {
        what: `${id} takes ${total} minutes in all`,
        fix: `Stay between ${SHORTEST} and ${LONGEST} minutes; 45 to 75 works best.`,
      },
    ];
  }),
};
