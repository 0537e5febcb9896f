import { findFullNames, namesIn } from '../../../src/core/understanding/names';
import { findPersonalData } from '../../../src/core/understanding/personalData';

const namesOf = (text: string, own?: ReadonlySet<string>) =>
  findFullNames(text, own).map(({ start, end }) => text.slice(start, end));

/** Replies with the full names in them, as people type them. Made for this test. */
const LABELLED: readonly (readonly [string, readonly string[]])[] = [
  ['Goedemiddag, ik ben Sanne de Boer van het wijkteam.', ['Sanne de Boer']],
  ['Vorige week sprak ik met Mohamed El Amrani uit Delft, die zei hetzelfde.', ['Mohamed El Amrani']],
  ['Dat heeft J. van der Velden van de gemeente beslist.', ['J. van der Velden']],
  ['Kent u Fatima Bouzid? Die kan tolken.', ['Fatima Bouzid']],
  ['Mijn collega Jan-Willem Kok belt u morgen.', ['Jan-Willem Kok']],
  ['Het gaat net als bij het gezin van Kees Jansen in Almere.', ['Kees Jansen']],
  ['M.A. Pietersen heeft het dossier.', ['M.A. Pietersen']],
  ['Vraagt u maar naar Ayşe Yıldırım bij de balie.', ['Ayşe Yıldırım']],
  ['Zij heet Anna Maria Kowalska en woont hiernaast.', ['Anna Maria Kowalska']],
  ['Peter van den Berg en Lotte Smit waren erbij.', ['Peter van den Berg', 'Lotte Smit']],
  ['Bel anders Samira Ben Ali, die kent de familie.', ['Samira Ben Ali']],
  ['De huisarts is dokter Thomas Vermeulen.', ['Thomas Vermeulen']],
  ['Hallo, ik ben Sanne.', []],
  ['Goedemiddag meneer Jansen, gaat u zitten.', []],
  ['Ik werk bij Veilig Thuis in Den Haag.', []],
  ['Het Rode Kruis en de Raad van de Kinderbescherming helpen mee.', []],
  ['Hoe gaat het met Hasna? Ik maak me zorgen.', []],
  ['Sara Ik begrijp u wel.', []],
  ['Ali en Fatima zijn welkom.', []],
  ['Dank u wel Fatma Hanım.', []],
  ['Mag de imam van de Al Fatiha moskee meekomen?', []],
  ['In Nederland vieren we Sinterklaas en Koningsdag.', []],
  ['U bent de vader van Hasna, toch?', []],
  ['Mevrouw Ali van de Somalische vereniging komt ook.', []],
  ['We zien elkaar in Amsterdam Noord, op het Mercatorplein.', []],
  ['Amira zegt dat Idil haar mist.', []],
  ['Prima, dan doen we dat. Jan Ik bel u nog.', []],
  ['Bij Olena in Lviv is het oorlog.', []],
  ['Ik ben Belg, geen Nederlander, meneer De Wit.', []],
  ['God zij dank, Inshallah komt het goed.', []],
];

describe('full names in a reply', () => {
  it.each(LABELLED)('%s', (text, names) => {
    expect(namesOf(text)).toEqual(names);
  });

  it('leaves the names that a scenario brings, and finds others beside them', () => {
    const own = namesIn('Hasna Warsame, dochter van Abdi Warsame; mentor Els Visser');
    expect(namesOf('Els Visser sprak met Abdi Warsame over Hasna Warsame.', own)).toEqual([]);
    expect(namesOf('Els de Groot sprak met Abdi Warsame.', own)).toEqual(['Els de Groot']);
  });

  it('stands among the other personal data, in order of place', () => {
    const found = findPersonalData('Bel Kees Jansen op 06-12345678, hij woont op Kerkstraat 12.');
    expect(found.map(({ kind }) => kind)).toEqual(['name', 'phone', 'address']);
  });

  it('takes no longer for a row of capitals', () => {
    expect(findFullNames('Aa '.repeat(20_000))).toEqual([]);
    expect(findFullNames('A.'.repeat(20_000))).toEqual([]);
  });
});
