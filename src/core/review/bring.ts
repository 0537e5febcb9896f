import type { BroughtSentence, BroughtTalk, BroughtTurn } from '../model/review';
import type { Scorecard } from '../model/scoring';
import type { Span } from '../model/understanding';
import { type MovedText, mapSpan } from './moved';
import { type Hiding, pseudonymise, type Replacement } from './pseudonymise';

/** Where the other's turns cannot have a letter of their own: of "gesprekspartner". */
export const OTHER_LETTER = 'G';

/** A talk as its owner has it, before anything is hidden or left out. */
export interface TalkToBring extends BroughtTalk {
  /** How the owner calls it. */
  readonly title: string;
}

/** What goes along. */
export interface BringChoice {
  /** Numbers of turns. */
  readonly turns: ReadonlySet<number>;
  readonly card: boolean;
  readonly preparation: boolean;
  readonly reflection: boolean;
}

export interface Brought {
  readonly talk: BroughtTalk;
  readonly title: string;
  readonly replacements: readonly Replacement[];
}

/** The talk as others will read it: the chosen parts only, with what tells who people are hidden alike everywhere. */
export function bring(whole: TalkToBring, choice: BringChoice, hiding: Hiding): Brought {
  const chosen = choose(whole, choice);
  const texts = new Texts();
  const asked = ask(chosen, texts);
  const { texts: moved, replacements } = pseudonymise(texts.all, hiding);
  return { ...asked(moved), replacements };
}

/** What was not chosen is not even looked at. */
function choose(whole: TalkToBring, choice: BringChoice): TalkToBring {
  const turns = whole.turns.filter(({ number }) => choice.turns.has(number));
  const first = whole.turns[0];
  const last = whole.turns.at(-1);
  return {
    ...whole,
    turns,
    opening: first && turns.includes(first) ? whole.opening : '',
    ending: last && turns.includes(last) ? whole.ending : '',
    preparation: choice.preparation ? whole.preparation : {},
    reflection: choice.reflection ? whole.reflection : {},
    card: choice.card && whole.card ? cardOf(whole.card, choice.turns) : null,
  };
}

/** Which help somebody asked for is not the talk. */
function cardOf(card: Scorecard, turns: ReadonlySet<number>): Scorecard {
  const along = ({ turn }: { readonly turn: number }): boolean => turns.has(turn);
  return {
    ...card,
    criteria: card.criteria.map((mark) => ({ ...mark, evidence: mark.evidence.filter(along) })),
    unsure: card.unsure.filter(along),
    ...{ hints: 0, examples: 0 },
  };
}

/** Gathers texts, and finds them again once they were changed. */
class Texts {
  readonly all: string[] = [];

  add(text: string): (moved: readonly MovedText[]) => MovedText {
    const place = this.all.push(text) - 1;
    return (moved) => moved[place] ?? { text: '', pieces: [] };
  }
}

type Ask<Value> = (moved: readonly MovedText[]) => Value;

/** In the order in which it is read, so that stand-ins are numbered in that order. */
function ask(whole: TalkToBring, texts: Texts): Ask<Omit<Brought, 'replacements'>> {
  const title = texts.add(whole.title);
  const name = texts.add(whole.other.name);
  const preparation = askAnswers(whole.preparation, texts);
  const opening = texts.add(whole.opening);
  const turns = whole.turns.map((turn) => askTurn(turn, texts));
  const ending = texts.add(whole.ending);
  const reflection = askAnswers(whole.reflection, texts);
  const { locale, scenario, other, card } = whole;
  return (moved) => {
    const said = new Map(
      turns.map((turn) => turn(moved)).map(({ turn, text }) => [turn.number, { turn, text }]),
    );
    return {
      title: title(moved).text,
      talk: {
        ...{ locale, scenario, other: movedOther(other, name(moved).text) },
        opening: opening(moved).text,
        turns: [...said.values()].map(({ turn }) => turn),
        preparation: preparation(moved),
        reflection: reflection(moved),
        card: card && movedCard(card, (turn) => said.get(turn)?.text ?? null),
        ending: ending(moved).text,
      },
    };
  };
}

/** The letter of a name that was hidden would still be read in every turn. */
function movedOther({ name, letter }: BroughtTalk['other'], now: string): BroughtTalk['other'] {
  return { name: now, letter: now === name ? letter : OTHER_LETTER };
}

function askAnswers(answers: Readonly<Record<string, string>>, texts: Texts): Ask<Record<string, string>> {
  const asked = Object.entries(answers).map(([question, text]) => [question, texts.add(text)] as const);
  return (moved) => Object.fromEntries(asked.map(([question, text]) => [question, text(moved).text]));
}

function askTurn(turn: BroughtTurn, texts: Texts): Ask<{ turn: BroughtTurn; text: MovedText }> {
  const text = texts.add(turn.text);
  const answer = texts.add(turn.answer);
  return (moved) => {
    const now = text(moved);
    const sentences = turn.sentences.map((sentence): BroughtSentence => {
      const { reading, moves, topics } = sentence;
      return { span: inside(mapSpan(now, sentence.span), now.text), reading, moves, topics };
    });
    return { turn: { ...turn, text: now.text, answer: answer(moved).text, sentences }, text: now };
  };
}

/** Quotes are taken from the new words: nothing of the old ones stays in a card. */
function movedCard(card: Scorecard, textOf: (turn: number) => MovedText | null): Scorecard {
  const quoted = <Quote extends { readonly turn: number; readonly span: Span; readonly quote: string }>(
    quote: Quote,
  ): readonly Quote[] => {
    const text = textOf(quote.turn);
    if (!text) return [];
    const span = inside(mapSpan(text, quote.span), text.text);
    return [{ ...quote, span, quote: text.text.slice(span.start, span.end) }];
  };
  return {
    ...card,
    criteria: card.criteria.map((mark) => ({ ...mark, evidence: mark.evidence.flatMap(quoted) })),
    unsure: card.unsure.flatMap(quoted),
  };
}

function inside({ start, end }: Span, text: string): Span {
  const from = Math.min(Math.max(0, start), text.length);
  return { start: from, end: Math.min(Math.max(from, end), text.length) };
}
