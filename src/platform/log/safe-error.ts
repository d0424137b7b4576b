/** What the log may hold of an error: where it happened, never what somebody filled in. */
export interface LoggedError {
  readonly type: string;
  readonly code?: string | undefined;
  readonly message?: string | undefined;
  readonly constraint?: string | undefined;
  readonly table?: string | undefined;
  readonly stack: string;
}

/**
 * Makes an error fit for the log. PostgreSQL repeats values in its message, detail and context ("Key (email)=(…) already exists"),
 * so of its errors only the code, the constraint and the table are kept; with them the cause is found all the same.
 */
export function safeError(error: unknown): LoggedError {
  if (!(error instanceof Error)) return { type: typeof error, stack: '' };
  const { code, constraint, table, severity } = error as Error &
    Partial<Record<'code' | 'constraint' | 'table' | 'severity', string>>;
  const stack = (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n');
  const isFromDatabase = severity !== undefined;
  return { type: error.name, code, stack, ...(isFromDatabase ? { constraint, table } : { message: error.message }) };
}
