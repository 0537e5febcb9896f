import type { ConfigProblem } from '../../config';

/** What an app package is made from. */
export interface PackageSettings {
  /** Of the app in Teams. */
  readonly appId: string;
  /** Of the bot registration. */
  readonly botId: string;
  /** Where our pages are, without a slash at the end. */
  readonly publicUrl: string;
  readonly version: string;
  /** As people see it in Teams. */
  readonly name: string;
  readonly developer: {
    readonly name: string;
    readonly websiteUrl: string;
    readonly privacyUrl: string;
    readonly termsOfUseUrl: string;
  };
}

export type PackageSettingsOutcome =
  | { readonly ok: true; readonly settings: PackageSettings }
  | { readonly ok: false; readonly problems: readonly ConfigProblem[] };

interface Variable {
  readonly about: string;
  readonly why: string;
  readonly example: string;
  readonly fits: (value: string) => boolean;
  /** Absent: it must be given. */
  readonly otherwise?: string;
}

const GUID = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i;
const VERSION = /^(0|[1-9]\d{0,5})\.(0|[1-9]\d{0,5})\.(0|[1-9]\d{0,5})$/;

const VARIABLES = {
  MICROSOFT_APP_ID: {
    about: "the bot registration's id",
    why: 'Teams sends what people say to the bot of this id.',
    example: '11111111-2222-3333-4444-555555555555',
    fits: (value) => GUID.test(value),
  },
  PUBLIC_URL: {
    about: 'the https:// address of this installation, without a path',
    why: 'The tab and the links in cards open there.',
    example: 'https://oefenen.example.org',
    fits: (value) => isHttps(value) && /^\/?$/.test(new URL(value).pathname) && !/[?#]/.test(value),
  },
  TEAMS_APP_ID: {
    about: "the app's own id in Teams; that of the bot where it is left out",
    why: 'Teams tells apps apart by it; it must stay the same for ever.',
    example: '66666666-7777-8888-9999-000000000000',
    fits: (value) => GUID.test(value),
    otherwise: '',
  },
  TEAMS_APP_VERSION: {
    about: 'the version of the package: three numbers with dots',
    why: 'Teams takes a package in place of an earlier one when its version is higher.',
    example: '1.0.1',
    fits: (value) => VERSION.test(value),
    otherwise: '1.0.0',
  },
  TEAMS_APP_NAME: {
    about: 'the name of the app, at most 30 characters',
    why: 'Teams cuts or refuses longer names.',
    example: 'Bruggesprek',
    fits: (value) => value.length <= 30,
    otherwise: 'Bruggesprek',
  },
  TEAMS_DEVELOPER_NAME: {
    about: 'who offers the app, at most 32 characters',
    why: 'Teams shows people from whom an app is before they add it.',
    example: 'Gemeente Voorbeeld',
    fits: (value) => value.length <= 32,
  },
  TEAMS_WEBSITE_URL: {
    about: 'an https:// page about the app',
    why: 'Teams links to it for help.',
    example: 'https://example.org/bruggesprek',
    fits: isHttps,
  },
  TEAMS_PRIVACY_URL: {
    about: 'an https:// page that says what happens with what people type',
    why: 'Teams refuses an app without one, and people have a right to it.',
    example: 'https://example.org/privacy',
    fits: isHttps,
  },
  TEAMS_TERMS_URL: {
    about: 'an https:// page with the terms of use',
    why: 'Teams refuses an app without one.',
    example: 'https://example.org/voorwaarden',
    fits: isHttps,
  },
} as const satisfies Readonly<Record<string, Variable>>;

type VariableName = keyof typeof VARIABLES;
export const PACKAGE_VARIABLES = Object.keys(VARIABLES) as readonly VariableName[];

/** Reads what a package is made from; `given` are the variables that are set. */
export function readPackageSettings(given: Readonly<Record<string, string>>): PackageSettingsOutcome {
  const problems = PACKAGE_VARIABLES.flatMap((name) => problemOf(name, given[name]));
  if (problems.length > 0) return { ok: false, problems };
  const value = (name: VariableName) => given[name] ?? (VARIABLES[name] as Variable).otherwise ?? '';
  return {
    ok: true,
    settings: {
      appId: value('TEAMS_APP_ID') || value('MICROSOFT_APP_ID'),
      botId: value('MICROSOFT_APP_ID'),
      publicUrl: new URL(value('PUBLIC_URL')).origin,
      version: value('TEAMS_APP_VERSION'),
      name: value('TEAMS_APP_NAME'),
      developer: {
        name: value('TEAMS_DEVELOPER_NAME'),
        websiteUrl: value('TEAMS_WEBSITE_URL'),
        privacyUrl: value('TEAMS_PRIVACY_URL'),
        termsOfUseUrl: value('TEAMS_TERMS_URL'),
      },
    },
  };
}

function problemOf(name: VariableName, value: string | undefined): readonly ConfigProblem[] {
  const { about, why, example, fits, otherwise }: Variable = VARIABLES[name];
  if (value === undefined) {
    if (otherwise !== undefined) return [];
    return [{ what: `${name} is missing.`, why, fix: `Set it to ${about}, such as ${example}.` }];
  }
  if (fits(value)) return [];
  return [{ what: `${name} cannot be used as it is.`, why, fix: `Make it ${about}, such as ${example}.` }];
}

function isHttps(value: string): boolean {
  return value.length <= 2048 && URL.canParse(value) && new URL(value).protocol === 'https:';
}
