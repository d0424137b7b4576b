/** The embedded server cannot be used; the message says in Dutch why, and what to do about it. */
export class EmbeddedServerError extends Error {
  override readonly name = 'EmbeddedServerError';
}

const DISK_FULL = /ENOSPC|EDQUOT|No space left on device|Disk quota exceeded|Check free disk space/;
const NOT_ALLOWED = /EACCES|EPERM|EROFS|ENOTDIR|EEXIST|Permission denied|Read-only file system/;
/** In a container that runs under an arbitrary number; `initdb` insists on a name. */
const NO_ACCOUNT = /could not look up effective user ID (\d+)/;

/** Turns what the file system or PostgreSQL reported into a message for the person who started the programme. */
export function explained(cause: unknown, dataDir: string): EmbeddedServerError {
  if (cause instanceof EmbeddedServerError) return cause;
  const { stderr, message } = cause as { stderr?: string; message?: string };
  const report = (stderr || message || String(cause)).trim();
  const technical = report.split('\n').slice(-4).join(' ');
  if (DISK_FULL.test(report)) {
    return new EmbeddedServerError(
      `De schijf met de map ${dataDir} is vol. De database heeft ongeveer 200 MB nodig. Maak ruimte vrij en start opnieuw. Technische melding: ${technical}`,
      { cause },
    );
  }
  if (NOT_ALLOWED.test(report)) {
    return new EmbeddedServerError(
      `Dit programma kan niet schrijven in de map ${dataDir}. Kies met DATA_DIR een map waarin dat wel mag, of geef uzelf rechten op deze map. Technische melding: ${technical}`,
      { cause },
    );
  }
  const nameless = NO_ACCOUNT.exec(report)?.[1];
  if (nameless !== undefined) {
    return new EmbeddedServerError(
      `De database kan niet worden gemaakt, omdat gebruiker ${nameless} geen naam heeft op dit systeem. Start als een gebruiker die in /etc/passwd staat, of gebruik een eigen PostgreSQL met DATABASE_URL.`,
      { cause },
    );
  }
  return new EmbeddedServerError(
    `De ingebouwde database start niet. Lees ${dataDir}/postgres.log, of gebruik een eigen PostgreSQL met DATABASE_URL. Technische melding: ${technical}`,
    { cause },
  );
}
