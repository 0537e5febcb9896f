/** Chat, Flemish and clipped spellings, each with the usual form it stands for. Keys carry no apostrophes. */
const PAIRS =
  'nt niet|nie niet|ni niet|niet niet|ff even|effe even|effen even|efkes even|eventjes even|idd inderdaad|inderdaad inderdaad|mss misschien|misch misschien|' +
  'mn mijn|me mij|zn zijn|t het|ut het|k ik|ikke ik|da dat|das dat|dak dat|wa wat|watte wat|goe goed|' +
  'gij u|ge je|gu u|uwe uw|ulle jullie|zoude zou|kunde kunt|hebde hebt|zijde bent|gade gaat|wilde wilt|moogde mag|' +
  'jij je|jou je|jouw je|jouwe je|jullie jullie|uw uw|uwen uw|oke ok|okay ok|okee ok|okidoki ok|oki ok|' +
  'aub alstublieft|svp alstublieft|alsjeblieft alstublieft|alstublieft alstublieft|bedankt dank|thx dank|thanks dank|merci dank|dankjewel dank|dankuwel dank|' +
  'iig ieder|gwn gewoon|gewn gewoon|ws waarschijnlijk|wrs waarschijnlijk|vlgs volgens|vd van|vh van|ivm vanwege|zsm snel|mvg groet|' +
  'hee hoi|hey hoi|hai hoi|hallo hoi|dag hoi|heej hoi|hi hoi|goeiemorgen goedemorgen|goeiemiddag goedemiddag|goeiedag goedendag|goeienavond goedenavond|' +
  'neen nee|nope nee|neeh nee|jup ja|yep ja|jaa ja|jaja ja|tuurlijk natuurlijk|tuurluk natuurlijk|natuurluk natuurlijk|eik eigenlijk|eigelijk eigenlijk|eigenlk eigenlijk|' +
  'egt echt|ech echt|facking erg|fucking erg|zeg zeg|zegt zegt|zeggu zeggen|' +
  'dr haar|der haar|em hem|m hem|ie hij|ze ze|zij ze|wij we|ons ons|' +
  'is is|s is|isda is|twas was|tis is|heb heb|hep heb|heeft heeft|hebt heeft|heefd heeft|' +
  'wist wist|weetje weet|wete weten|zie zie|kunne kunnen|wille willen|moete moeten|gaan gaan|gaand gaan|' +
  'wordt wordt|word wordt|vind vind|vindt vind|vin vind|bedoelt bedoel|bedoeld bedoel|begrijpt begrijp|snap begrijp|snapt begrijp|' +
  'amai jeetje|jee jeetje|jemig jeetje|jeminee jeetje|tjee jeetje|tjonge jeetje|oei oei|pff pfoe|pfff pfoe|poeh pfoe|poe pfoe|pfoeh pfoe|' +
  'hoor hoor|hor hoor|he he|heh he|hè he|ne een|nen een|eens eens|es eens|keer keer|' +
  'nix niks|niets niks|niks niks|alleeen alleen|sorrie sorry|excuus sorry|excuses sorry|pardon sorry';

export const SPELLING: ReadonlyMap<string, string> = new Map(
  PAIRS.split('|').map((pair): [string, string] => {
    const [from, to] = pair.split(' ');
    return [from ?? '', to ?? ''];
  }),
);
