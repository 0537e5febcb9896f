/** What a command may use of the outside world. */
export interface CommandIo {
  /** Standard input as text, in pieces. */
  readonly input: AsyncIterable<string | Uint8Array>;
  /** Writes to standard output. */
  readonly out: (text: string) => void;
  /** Writes to standard error. */
  readonly err: (text: string) => void;
}

/** Standard input line by line, without holding more than one line. */
export async function* linesOf(input: CommandIo['input']): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const piece of input) {
    rest += typeof piece === 'string' ? piece : decoder.decode(piece, { stream: true });
    const lines = rest.split('\n');
    rest = lines.pop() ?? '';
    yield* lines.map((line) => line.replace(/\r$/, ''));
  }
  rest += decoder.decode();
  if (rest !== '') yield rest.replace(/\r$/, '');
}
