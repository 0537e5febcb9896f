import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileSession } from '../../dialogs/session';
import { PROJECT_ROOT } from '../../src/cli/root';
import { readRubric } from '../../src/content/rubric';
import { loadTexts } from '../../src/content/texts';
import { loadUnderstanding } from '../../src/content/understanding';
import type { Playbook } from '../../src/core/deciding/playbook';
import { namesIn } from '../../src/core/understanding/names';
import { createTopicFinder } from '../../src/core/understanding/topics';
import { smallPlay } from './smallScenario';

const root = PROJECT_ROOT;

/** The real recogniser, rubric and texts around the small scenario. */
export function smallPlaybook(): Playbook {
  const understanding = loadUnderstanding(join(root, 'locales', 'nl', 'understanding'));
  const play = smallPlay();
  const staged = {
    ...play,
    hash: 'small-1',
    topics: createTopicFinder(play.scenario.topics, understanding.known),
    names: namesIn(JSON.stringify(play.scenario)),
  };
  return {
    scenarios: [staged],
    pinned: new Map([[staged.hash, staged]]),
    session: compileSession(),
    rubric: readRubric(readFileSync(join(root, 'scenarios', 'rubric.yaml'), 'utf8')),
    recogniser: understanding.recogniser,
    lexicon: understanding.lexicon,
    texts: loadTexts(join(root, 'locales')),
  };
}
