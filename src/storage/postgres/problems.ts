import { isNativeError } from 'node:util/types';
import { StoreProblem } from '../storeProblem';

const SETTING = 'BRUGGESPREK_DATABASE_URL';

/** What kept us from reaching the database, in words. Never quotes the address, because it holds the password. */
export function connectingProblem(error: unknown, url: string): unknown {
  if (!isNativeError(error) || error instanceof StoreProblem) return error;
  const code = codeOf(error);
  if (code === '3D000') {
    return new StoreProblem(
      'The database does not exist.',
      `PostgreSQL at ${placeOf(url)} answers, but has no database of that name.`,
      `Make it (createdb), or correct the name in ${SETTING}.`,
    );
  }
  if (code.startsWith('28') || /password|SASL/.test(error.message)) {
    return new StoreProblem(
      'The database does not let us in.',
      `PostgreSQL at ${placeOf(url)} does not accept this user, password or kind of connection.`,
      `Correct the user and password in ${SETTING}, or what pg_hba.conf allows.`,
    );
  }
  if (/CERT|TLS|SSL|SIGNATURE/.test(`${code} ${error.message}`)) {
    return new StoreProblem(
      'The connection to the database is not secure.',
      `PostgreSQL at ${placeOf(url)} and the sslmode do not fit together (${code || error.message}).`,
      `Correct sslmode and sslrootcert in ${SETTING}, or the certificate of the server.`,
    );
  }
  return new StoreProblem(
    'The database cannot be reached.',
    `PostgreSQL at ${placeOf(url)} does not answer (${code || error.message}).`,
    `Start it, or correct ${SETTING}; without that setting everything is kept in a file.`,
  );
}

/** What kept us from bringing the tables up to date, in words where we know them. */
export function migratingProblem(error: unknown): unknown {
  switch (codeOf(error)) {
    case '42501':
    case '3F000':
      return new StoreProblem(
        'The tables cannot be made.',
        'The user of the database may not create tables in it.',
        'Make that user the owner of the database, or grant it CREATE on the schema.',
      );
    case '25006':
      return new StoreProblem(
        'The tables cannot be written.',
        'The database is read-only, as a standby is.',
        `Let ${SETTING} name the primary server.`,
      );
    default:
      return error;
  }
}

export function encodingProblem(encoding: string): StoreProblem {
  return new StoreProblem(
    'The database cannot hold every character.',
    `It was made with the encoding ${encoding}, and people write in all scripts.`,
    "Make a database with ENCODING 'UTF8' (from TEMPLATE template0).",
  );
}

function codeOf(error: unknown): string {
  return isNativeError(error) && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** Host and port, or the folder of the socket. */
function placeOf(url: string): string {
  if (!URL.canParse(url)) return 'the address that was set';
  const { host, searchParams } = new URL(url);
  return host || searchParams.get('host') || 'this machine';
}
