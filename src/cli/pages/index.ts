import type { Asset } from '../../channels/http/assets';
import type { OpenForm, OpenPage } from '../../channels/webchat/openPages';
import type { PersonFile } from '../../channels/webchat/personFiles';
import type { PersonForm } from '../../channels/webchat/personForms';
import type { PersonPage } from '../../channels/webchat/personPages';
import type { PersonStream } from '../../channels/webchat/personStreams';
import type { RefusalRenderer } from '../../channels/webchat/refusals';
import { dataPages } from './dataPages';
import { entryPages } from './entryPages';
import { groupPages } from './groupPages';
import { homeworkPages } from './homeworkPages';
import type { PageParts } from './parts';
import { practicePages } from './practicePages';
import { refusals, signedOutPage } from './refusedPages';
import { reminderPages } from './reminderPages';
import { reviewPages } from './reviewPages';
import { teamsPages } from './teamsPages';
import { trainerPages } from './trainerPages';

/** What one part of the product adds beside the chat. */
export interface Pages {
  readonly pages?: readonly PersonPage[];
  readonly forms?: readonly PersonForm[];
  readonly files?: readonly PersonFile[];
  /** What open pages listen to. */
  readonly streams?: readonly PersonStream[];
  /** Scripts and styles of these pages. */
  readonly assets?: readonly Asset[];
  /** For people who did not sign in. */
  readonly openPages?: readonly OpenPage[];
  readonly openForms?: readonly OpenForm[];
  /** How it looks to people when something is refused. */
  readonly refusals?: RefusalRenderer;
}

/** Every page beside the chat, with what its forms send to. */
export function personPages(parts: PageParts): Required<Pages> {
  const areas: readonly Pages[] = [
    practicePages(parts),
    dataPages(parts),
    entryPages(parts),
    groupPages(parts),
    homeworkPages(parts),
    reminderPages(parts),
    reviewPages(parts),
    teamsPages(parts),
    trainerPages(parts),
  ];
  return {
    pages: areas.flatMap(({ pages = [] }) => pages),
    forms: areas.flatMap(({ forms = [] }) => forms),
    files: areas.flatMap(({ files = [] }) => files),
    streams: areas.flatMap(({ streams = [] }) => streams),
    assets: areas.flatMap(({ assets = [] }) => assets),
    openPages: [signedOutPage(parts), ...areas.flatMap(({ openPages = [] }) => openPages)],
    openForms: areas.flatMap(({ openForms = [] }) => openForms),
    refusals: refusals(parts),
  };
}
