const list = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Everyday words of Dutch and Flemish that are no everyday English words. */
export const DUTCH_WORDS = list(
  'de het een en ik je jij u uw hij zij ze wij wat hoe waar waarom wie wanneer welke niet geen wel ook maar dat dit die deze daar er naar van voor met bij om op aan uit over ' +
    'heb hebt heeft hebben ben bent zijn was waren wordt worden kan kunt kunnen zal zullen zou zouden mag mogen moet moeten wil wilt willen doe doet doen gaat gaan ga weet weten denk denkt vind vindt ' +
    'mij me mijn jou jouw hem haar hun ons onze jullie zich zo dan als toch nog al eens even heel erg goed fijn dank bedankt ja nee oke hoi hallo dag goedemorgen goedemiddag goedenavond meneer mevrouw ' +
    'alleen samen nu hier iets niets niks alles veel meer minder soms altijd nooit misschien natuurlijk gewoon graag jammer sorry begrijp snap zorgen dochter zoon vader moeder kind kinderen school thuis ' +
    'of want dus omdat toen tot te door tegen zonder onder tussen na sinds ge gij amai nie da neen ff nt idd mss moeilijk lastig zwaar spijt komt kom zegt zeg zeggen vertel vertellen hoor snapt klopt inderdaad tuurlijk',
);

export const ENGLISH_WORDS = list(
  'the and you your yours are is was were am be been have has had do does did not no yes what how where why who when which this that these those there here with for from of to in on at by about ' +
    'i my me we our us he she it they them his her their can could will would shall should may might must want know think feel understand please thank thanks hello hi good fine okay sorry daughter son father mother child ' +
    'tell say said talk help let go going get if then because but so just very really too also now today school home im dont cant isnt thats whats',
);

/** Words of the English list that Dutch has or borrows too. */
export const SHARED_WORDS = list(
  'in we is me had of was were been be on at so by my he have are his want mam hi hello okay sorry fine good help school please let us no am',
);

/** Everyday words of languages that learners in the Low Countries may fall back on. */
export const OTHER_WORDS: readonly ReadonlySet<string>[] = [
  list(
    'ich du sie wir ihr nicht und ist sind das der die den ein eine mit auf fur aber auch wie was warum bitte danke haben sein kann nein ja mein dein sehr gut tochter vater mutter',
  ),
  list(
    'je tu vous nous il elle les des une est sont pas et mais avec pour dans que qui quoi comment pourquoi merci bonjour oui non mon votre fille fils pere mere tres bien suis avez cest',
  ),
  list(
    'yo tu usted el la los las una es son no si y pero con para que como por gracias hola mi su hija hijo padre madre muy bien esta estoy tiene',
  ),
  list(
    've bir bu ben sen siz biz o ne nasil neden degil evet hayir icin ile ama cok var yok tesekkur merhaba selam kizim kiziniz oglum baba anne iyi lutfen bey hanim',
  ),
  list(
    'i w na nie jest sie to ze jak co dla ale czy tak prosze dziekuje dzien dobry jestem mam corka ojciec matka bardzo',
  ),
  list(
    'wa la ana anta inti nahnu salaam aleikum shukran afwan inshallah alhamdulillah khoya habibi kifak labas bghit wakha safi',
  ),
];
