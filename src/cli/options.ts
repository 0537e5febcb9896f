/** The value after `--name`, or null when it is not given. */
export function option(args: readonly string[], name: string): string | null {
  const place = args.indexOf(`--${name}`);
  return place < 0 ? null : (args[place + 1] ?? '');
}
