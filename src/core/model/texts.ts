/**
 * The words of one language and one form of address, by dotted key: the file's name, then the path within it
 * (`scorecard.levels.begin`, `pages.debrief.title`). An unknown key comes back as itself.
 */
export type Texts = (key: string, values?: Readonly<Record<string, string | number>>) => string;
