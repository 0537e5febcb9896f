import { HOME_TAB } from '../../channels/botframework/tab';
import type { Texts } from '../../core/model/texts';
import { ROUTES } from '../../pages/paths';
import { ACCENT } from './icons';
import type { PackageSettings } from './packageSettings';

const VERSION = '1.22';
const SCHEMAS = `https://developer.microsoft.com/json-schemas/teams/v${VERSION}`;

/** What Teams offers while somebody types; the words for them stand in the locales. */
const COMMANDS = {
  personal: ['again', 'homework', 'reviews', 'page', 'settings', 'hint', 'back', 'pause', 'stop', 'help'],
  group: ['reviews', 'help'],
} as const;

export const FILES = {
  manifest: 'manifest.json',
  english: 'en.json',
  color: 'color.png',
  outline: 'outline.png',
};

/** The manifest of the app, in Dutch. */
export function manifestOf(settings: PackageSettings, texts: Texts): object {
  const { appId, botId, publicUrl, version, name, developer } = settings;
  return {
    $schema: `${SCHEMAS}/MicrosoftTeams.schema.json`,
    manifestVersion: VERSION,
    version,
    id: appId,
    developer,
    localizationInfo: {
      defaultLanguageTag: 'nl',
      additionalLanguages: [{ languageTag: 'en', file: FILES.english }],
    },
    name: { short: name, full: fullName(settings, texts) },
    description: { short: texts('teams.package.short'), full: texts('teams.package.full') },
    icons: { color: FILES.color, outline: FILES.outline },
    accentColor: ACCENT,
    bots: [
      {
        botId,
        scopes: ['personal', 'team', 'groupChat'],
        supportsFiles: false,
        isNotificationOnly: false,
        commandLists: [
          { scopes: ['personal'], commands: commands('personal', texts) },
          { scopes: ['team', 'groupChat'], commands: commands('group', texts) },
        ],
      },
    ],
    staticTabs: [
      { entityId: 'conversations', scopes: ['personal'] },
      {
        entityId: HOME_TAB,
        name: texts('teams.package.tab'),
        contentUrl: `${publicUrl}${ROUTES.teamsTab}?theme={app.theme}&lang={app.locale}&entry={page.subPageId}`,
        websiteUrl: `${publicUrl}${ROUTES.me}`,
        scopes: ['personal'],
      },
      { entityId: 'about', scopes: ['personal'] },
    ],
    permissions: ['identity', 'messageTeamMembers'],
    validDomains: [new URL(publicUrl).host],
    defaultInstallScope: 'personal',
    defaultGroupCapability: { team: 'bot', groupchat: 'bot' },
  };
}

/** The same words in English, by the place they have in the manifest. */
export function englishOf(settings: PackageSettings, texts: Texts): object {
  const lists = [commands('personal', texts), commands('group', texts)];
  const listed = lists.flatMap((list, index) =>
    list.flatMap(({ title, description }, place) => {
      const at = `bots[0].commandLists[${index}].commands[${place}]`;
      return [
        [`${at}.title`, title],
        [`${at}.description`, description],
      ] as const;
    }),
  );
  return {
    $schema: `${SCHEMAS}/MicrosoftTeams.Localization.schema.json`,
    'name.short': settings.name,
    'name.full': fullName(settings, texts),
    'description.short': texts('teams.package.short'),
    'description.full': texts('teams.package.full'),
    'staticTabs[1].name': texts('teams.package.tab'),
    ...Object.fromEntries(listed),
  };
}

function fullName({ name }: PackageSettings, texts: Texts): string {
  return texts('teams.package.name', { name }).slice(0, 100);
}

function commands(scope: keyof typeof COMMANDS, texts: Texts) {
  return COMMANDS[scope].map((command) => ({
    title: texts(`teams.package.commands.${scope}.${command}.title`),
    description: texts(`teams.package.commands.${scope}.${command}.about`),
  }));
}
