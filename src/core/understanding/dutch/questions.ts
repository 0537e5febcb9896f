/** Words with which Dutch asks: verbs that stand before their subject, and the subjects that follow them. */
const VERBS =
  'is|zijn|was|waren|ben|bent|heeft|hebt|heb|hebben|had|hadden|kan|kunt|kun|kunnen|kon|wil|wilt|willen|wou|zou|zouden|zal|zullen|mag|mogen|moet|moest|gaat|ga|ging|gaan|denkt|denk|dacht|vindt|vind|vond|weet|wist|ziet|zie|zag|voelt|voelde|blijft|bleef|durft|durfde|belt|slaapt|komt|kwam|geeft|gaf|doet|doe|deed|hoort|kent|ken|herkent|merkt|merkte|eet|praat|houdt|hou|mist|mis|gelooft|bedoelt|bedoel|snapt|begrijpt|zegt|zei|hoopt|helpt|hielp|gebeurt|gebeurde|betekent|maakt|maakte|staat|zit|ligt|heet|woont|werkt|leest|las|vertelt|zorgt|lukt|past|klopt|speelt|zingt|huilt|lacht|krijgt|vraagt|gunt|verwacht|wenst|brengt|bracht|raakt|scheelt|bidt|let|slaap|werk|kijkt|kijk';
const SUBJECTS =
  'u|uw|je|jij|ze|zij|hij|hasna|haar|het|dat|dit|er|we|wij|ik|iemand|niemand|de|die|een|deqa|hodan|ismail|ayaan|bilal|mijn|jullie|meneer|zo|daar|hier|nu';
/** What may stand before a question: "en", "maar", "meneer Nuur,", "sorry," … */
const LEAD =
  '(?:(?:en|maar|dus|of|want|oké|ok|oke|ja|nee|sorry|meneer(?: \\w+)?|goh|nou|he|hè|mm|aha|dan)[,:]? )*';

const starts = (words: string) =>
  new RegExp(`(?:^|[,;:–-] ?|\\b(?:en|maar|of|dus) )${LEAD}(?:${words})`, 'u');

/** "Zullen we …", "spreken we af", "is dat goed": something is laid before the other to say yes or no to. */
export const PROPOSES: readonly RegExp[] = [
  /\b(?:zullen|zouden|gaan|laten) (?:we|wij)\b(?!.{0,30}\b(?:beginnen|ter zake|eerlijk zijn|hierbij|erbij laten)\b)/u,
  /\b(?:kunnen|kun) (?:we|wij)\b(?!.*\b(?:erover|daarover|over praten|praten over|hebben over)\b)/u,
  /\bspreken (?:we|wij) (?:dan |dat |nu |zo )?af\b|\bafgesproken\b|\bakkoord\b/u,
  /\b(?:is|vindt u|vind je|klinkt) (?:dat|dit|het|zoiets) (?:dan |ook |wel |nog |een )*(?:goed|oke|oké|ok|akkoord|idee|plan|prima|in orde)\b.*\?/u,
  /\b(?:stel ik|ik stel|zou ik willen) (?:u |dan )?voor|\bvoorstel(?:len)?\b/u,
  /(?<!\b(?:ik|wij|we|hij|ze|zij|men|hasna) )\b(?:zou|zoudt|wilt|wil|kunt|kun|durft) (?:u|je|jij)\b(?!.{0,25}\b(?:vertel|uitleg|zegg|omschrij|beschrij|iets meer|bedoel|drinken|thee|koffie|water|zeggen|kwijt|wat|hoe|dat ik|graag zien)\w*)/u,
  /^(?:en |dus |dan )*mag (?:ik|die|dat|hij|ze|zij|hasna|de|uw)\b(?!.{0,8}\b(?:niet|wel)\b|.{0,20}\b(?:vragen|vraag|iets|weten|zeggen)\b)/u,
  /\bzal ik\b(?!.{0,25}\b(?:vertellen|uitleggen|zeggen|beginnen|noemen)\b)/u,
  /\bgaat (?:u|je) (?:dan |nu |straks |vandaag )?(?:mee|akkoord)\b|\b(?:doet|doe) (?:u|je) (?:dan )?mee\b|\bloopt u\b/u,
];

/** A second question behind the first in one sentence: "Klopt dat, en waar is de sleutel nu?" */
export const FURTHER_QUESTION = new RegExp(
  `[,;] (?:en|of|maar) (?:(?:waar|wie|wat|hoe|waarom|wanneer|hoe laat)\\b|(?:${VERBS}) (?:${SUBJECTS})\\b)`,
  'gu',
);

/** A sentence that only asks whether what was said before is all right. */
export const TAG =
  /^(?:(?:en|dus|zo|nou|dan|wat|hoe|ja|meneer(?: \w+)?)[, ]+)*(?:is (?:dat|dit|het|zo iets) (?:dan |ook |wel |een |voor u |zo )*(?:goed|oke|oké|ok|akkoord|idee|plan|prima|in orde|afgesproken)(?: voor u| zo| voor jou)?|akkoord|afgesproken|goed|oké|oke|ok|ja|prima|deal|vindt u dat (?:goed|oke|oké|een goed idee|ok)|wat vindt u (?:daarvan|ervan)|bent u het (?:daarmee|ermee) eens|kunt u (?:daarmee|hiermee) (?:leven|instemmen)|zou dat kunnen|kan dat|lukt dat|mag dat|spreken we (?:dat|dit|het)(?: zo)? af|ziet u dat zitten|doet u mee|gaat u mee|gaat u akkoord)[ ?!.]*$/u;

/** "Weghalen of teruggeven?", "u of Hodan?": two things to choose from; "of zo" and "vragen of zij …" are none. */
export const CHOICE =
  /(?<!\b(?:vragen|vraag|vraagt|gevraagd|weet|weten|zien|kijken|horen|zegt|zeggen|benieuwd|afvraag|denken)(?: [^ ,]+)?,?) \bof (?!zo\b|niet\b|iets\b|nee\b|wat\b|zoiets\b|ze\b|zij\b|er\b|hasna\b|dat\b|het\b)[^?]*\?|, of (?:vindt|wilt|wil|doet|doe|zal|zullen|heeft|hebt|moet|mag|gaat|kunt|kan|ligt|blijft|liever|mijn|u|ik)\b[^?]*\?|^of (?!niet\b|zo\b)[^?]*\?/u;

/** "Mag ik iets moeilijks zeggen?": asks leave for what comes next. */
export const LEAVE =
  /^(?:(?:en|maar|dus|sorry|meneer(?: \w+)?)[, ]+)*mag ik (?:u |je )?(?:(?:nog|ook|even|heel|eerst|misschien) )*(?:iets|wat)(?: \w+)? (?:(?:aan u|tegen u|met u) )?(?:vragen|zeggen|vertellen|voorleggen|noemen)\b[^?]*\?$/u;

/** Begins a sentence that asks whether the one before it is true. */
export const IS_IT_SO =
  /^(?:(?:en|dus|maar|meneer(?: \w+)?)[, ]+)*(?:klopt (?:dat|dit|het)|is (?:dat|dit|het) (?:zo|waar|juist)|heb ik dat goed|(?:wist|weet) u dat(?: al)?(?= ?\?))\b/u;

const WH: readonly (readonly ['who' | 'where' | 'when' | 'why' | 'how' | 'what', RegExp])[] = [
  ['who', starts(`(?:met |aan |van |bij |door |voor |tegen |op )?(?:wie|wiens)\\b`)],
  ['why', starts(`(?:waarom|waardoor|hoezo|hoe komt het)\\b`)],
  ['when', starts(`(?:wanneer|sinds wanneer|vanaf wanneer|hoe laat|hoe lang|hoelang)\\b`)],
  // "Waar denkt u aan" asks for a thing, "waar woont u" for a place.
  [
    'where',
    starts(
      `(?:waar|waarheen)\\b(?! (?:ik|u|het om|we))(?!.*\\b(?:over|aan|voor|mee|om|van|op|bij|vandaan)\\b)`,
    ),
  ],
  ['how', starts(`hoe\\b(?! (?:ook|dan ook))`)],
  [
    'what',
    starts(
      `(?:met |op |voor |in )?(?:wat|waar|welke?|waarvan|waaraan|waarover|waarop|waarvoor|waaruit|waarmee)\\b`,
    ),
  ],
];
const WHETHER = starts(`(?:${VERBS}) (?:${SUBJECTS})\\b`);
/** A question word that is followed by a verb and a subject: a question also without its mark. */
const PLAIN_WH = new RegExp(
  `^${LEAD}(?:met |aan |bij |van |op |in )?(?:wie|wat|waar\\w*|(?:sinds |vanaf )?wanneer|hoe(?: \\w+)?|hoelang|waarom|welke? \\w+) (?:${VERBS}) (?:\\w+ )?(?:${SUBJECTS})\\b`,
  'u',
);
const PLAIN_WHETHER = new RegExp(
  `^${LEAD}(?:${VERBS}) (?:u|je|jij|ze|zij|hasna|uw|er|we|wij|iemand)\\b`,
  'u',
);
/** "Wat een nacht", "wat moeilijk": no question. */
const EXCLAIMS = new RegExp(
  `^${LEAD}(?:wat (?:een|erg|zwaar|moeilijk|knap|goed|mooi|fijn|naar|verdrietig|heftig|bijzonder|lief|dapper|spannend|leuk|jammer|eerlijk|verschrikkelijk|vreselijk|rot)|hoe (?:moeilijk|zwaar|erg|heftig|eenzaam) ook)\\b`,
  'u',
);

/** Question words at the end of a few words: "maar waarom". */
const BARE: readonly (readonly ['who' | 'where' | 'when' | 'why' | 'how' | 'what', RegExp])[] = [
  ['why', /\b(?:waarom|hoezo)[ .!]*$/u],
  ['when', /\b(?:wanneer|hoe lang|hoelang|hoe laat)[ .!]*$/u],
  ['who', /\bwie[ .!]*$/u],
  ['where', /\bwaar[ .!]*$/u],
];

/** A few words that ask on without a verb, and often without a mark. */
export const ELLIPSES: readonly RegExp[] = [
  /^(?:en|maar) (?:[^ ]+ ){0,2}[^ ]+$/u,
  /^(?:[^ ]+ ){0,3}(?:waarom|hoezo|wanneer|hoe lang|hoelang|wie|waar)[ .!]*$/u,
];

export const QUESTION_WORDS = { WH, WHETHER, PLAIN_WH, PLAIN_WHETHER, EXCLAIMS, BARE };
