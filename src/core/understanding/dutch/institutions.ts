const list = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Sorts of schools that a name follows ("obs De Regenboog"). */
export const SCHOOL_SORTS = list(
  'obs cbs rkbs pcbs kbs ibs basisschool school college lyceum gymnasium atheneum scholengemeenschap mavo vmbo-school kindcentrum ikc kinderdagverblijf kdv creche peuterspeelzaal peutergroep bso kinderopvang roc hogeschool universiteit schakelklas isk praktijkschool speelzaal',
);

/** Sorts of schools that a name goes before ("het Kompas College"). */
export const SCHOOL_ENDS = list(
  'college lyceum gymnasium school basisschool scholengemeenschap mavo academie hogeschool',
);

/** Sorts of organisations that a name follows ("stichting De Brug"). */
export const ORGANISATION_SORTS = list(
  'stichting vereniging moskee kerk parochie gemeente tempel synagoge wijkteam buurtteam jeugdteam gezinsteam buurthuis buurtcentrum wijkcentrum buurtkamer zorggroep huisartsenpraktijk praktijk tandartspraktijk apotheek ' +
    'ziekenhuis kliniek club voetbalclub sportclub sportvereniging voetbalvereniging vv fc sv bakkerij slagerij winkel restaurant eethuis snackbar kapper kapsalon bedrijf firma bureau woningcorporatie woningbouw ' +
    'advocatenkantoor kantoor jeugdbescherming thuiszorg zorginstelling opvanghuis opvang azc inloophuis verzorgingshuis verpleeghuis woonzorgcentrum revalidatiecentrum gezondheidscentrum bibliotheek supermarkt hotel cafe uitzendbureau voedselbank werkplaats scouting',
);

/** Sorts of organisations that a name goes before ("het Sint Antonius Ziekenhuis"). */
export const ORGANISATION_ENDS = list(
  'ziekenhuis moskee kerk kliniek praktijk stichting vereniging bakkerij apotheek zorggroep buurthuis wijkcentrum',
);

/** Organisations that are known by a name of their own; where somebody works or is treated tells who they are. */
export const KNOWN_ORGANISATIONS = list(
  'olvg amc vumc umcu lumc umcg mumc radboudumc erasmusmc haga haaglanden parnassia arkin cordaan altra levvel spirit ymere vestia albeda zadkine zuyderland youz indigo jellinek mentrum pluryn tactus yulius karakter accare curium',
);

/** What may stand before a family name; also with a capital. */
export const TITLES = list(
  'mevrouw meneer mevr mw dhr heer juf juffrouw meester dokter dr drs prof professor imam pastoor dominee pater tante oom opa oma zuster broeder familie fam gezin rechter agent wijkagent advocaat mr mrs ms sir madam aunt uncle doctor teacher',
);

/** Parts of a country or a town that name an organisation ("wijkteam Noord"). */
export const REGIONS = list(
  'noord oost zuid west midden centrum noordoost zuidoost noordwest zuidwest brabant limburg zeeland friesland drenthe overijssel gelderland flevoland holland twente amsterdam',
);

/** What a street's name ends in. */
export const STREET_ENDS =
  /^.{3,}(?:straat|laan|plein|gracht|kade|singel|dreef|steeg|plantsoen|boulevard|weg|pad|hof)$/;
