/**
 * Given names that are also words: they are names only where the sentence says so. Plain small letters.
 */
export const NAMES_THAT_ARE_WORDS: ReadonlySet<string> = new Set(
  (
    'ad ama amber an angel april ato bao bas ben blessing bond can cor daisy dick ebo eden elke els ernst faith favour fien floor frank frans gift grace guy harm hong hope hui iris isa jan jasmijn jet jing ' +
    'job joke joy jun june juul kader keren kan kara lan lente leo li lies lieve lin linde linh lot lou luz madelief mai mark mary mats max may mees mei merel ming nader nan nana nel prem puck rein rens riet rim ' +
    'roman ron roos said sam sien sil stan sterre storm thu ties toos trang trees trui viola wei wil xin yan ying yong yu yuan'
  ).split(' '),
);
