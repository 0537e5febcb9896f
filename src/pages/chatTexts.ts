/** Words of the chat page in one language. */
export interface ChatTexts {
  readonly title: string;
  readonly tagline: string;
  readonly privacy: string;
  readonly skip: string;
  readonly conversation: string;
  readonly otherLanguage: string;
  readonly anew: {
    readonly button: string;
    readonly question: string;
    readonly explanation: string;
    readonly confirm: string;
    readonly cancel: string;
  };
  readonly opening: string;
  readonly offline: string;
  readonly failed: string;
  readonly retry: string;
  readonly noScript: string;
  readonly placeholder: string;
  readonly coach: string;
  readonly you: string;
}
