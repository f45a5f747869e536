import { AppError } from '../../domain/error.ts';

/** SQLite's code for a failure (`SQLITE_FULL`, `SQLITE_IOERR_FSYNC`, …); undefined for anything else. */
export function sqliteCode(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' && error.code.startsWith('SQLITE_') ? error.code : undefined;
}

export function isBusy(error: unknown): boolean {
  const code = sqliteCode(error);
  return code !== undefined && (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED'));
}

/** Turns what SQLite reports into ours, by code and never by text. `file` is named to the operator. */
export function toStoreError(error: unknown, file: string): unknown {
  const code = sqliteCode(error);
  if (code === undefined) return error;
  if (code === 'SQLITE_FULL') {
    return new AppError('disk_full', `no space is left for ${file}`, {
      retryable: true,
      hint: 'Free space on its disk. Nothing is acknowledged until then, so channels deliver again and nothing is lost.',
      cause: error,
    });
  }
  if (code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT')) return corrupt(file, error);
  if (code.startsWith('SQLITE_CONSTRAINT_FOREIGNKEY')) {
    return new AppError('usage', 'the conversation does not exist', { retryable: false, cause: error });
  }
  return new AppError('store_unavailable', `${file} cannot be used (${code})`, {
    retryable: !code.startsWith('SQLITE_CANTOPEN') && !code.startsWith('SQLITE_READONLY'),
    hint: unavailableHint(code),
    cause: error,
  });
}

/** The file is there and is not one that we can trust; it is never overwritten. */
export function corrupt(file: string, cause: unknown): AppError {
  return new AppError('store_corrupt', `${file} is damaged or is not a Deskhand store`, {
    retryable: false,
    hint: `Nothing was changed. Move ${file} (with its -wal and -shm files) aside and restore it from a backup.`,
    cause,
  });
}

function unavailableHint(code: string): string {
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) return 'Another process holds the file: stop it, then try again.';
  if (code.startsWith('SQLITE_CANTOPEN')) return 'Check that its folder exists and that this user may write in it.';
  if (code.startsWith('SQLITE_READONLY') || code.startsWith('SQLITE_PERM') || code.startsWith('SQLITE_AUTH')) {
    return 'Give this user the right to write the file and its folder.';
  }
  return 'Check the disk and the file system messages of this machine.';
}
