/** Where e-mail is handed in. */
export interface MailServer {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte; else it is begun when the server offers it. */
  readonly secure: boolean;
  /** Nothing is sent where TLS cannot be begun. */
  readonly requireTls: boolean;
  readonly login: { readonly user: string; readonly password: string } | null;
}

/** Who sends it. */
export interface Sender {
  readonly from: { readonly name: string; readonly address: string };
  /** Stands before our pages, without a slash at the end. */
  readonly origin: string;
}

/** Milliseconds that are waited for a server, at each step and in all. */
export interface Patience {
  readonly step: number;
  readonly whole: number;
}

export const PATIENCE: Patience = { step: 10_000, whole: 25_000 };
