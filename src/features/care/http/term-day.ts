import { z } from 'zod';
import { day, type PlainDate, writeDutchDate } from '../../../shared-kernel/plain-date.ts';
import type { AskRefusal } from '../domain/terms/term-table.ts';

/** No clock of care coordination starts outside these years: the compensation fund knows crimes from 1973 on. */
const FIRST_DAY = day('1973-01-01');
const LAST_DAY = day('2099-12-31');

/** The day that was read, when a clock can have it; otherwise says what to fill in. */
export function termDay(read: PlainDate | undefined, context: z.RefinementCtx, wanted: string): PlainDate {
  if (read && read >= FIRST_DAY && read <= LAST_DAY) return read;
  const message = read ? 'Kies een dag in de jaren 1973 tot en met 2099.' : wanted;
  context.addIssue({ code: 'custom', message });
  return z.NEVER;
}

/** Which field a refusal is about, and what to do. */
export function refusedAt(refusal: AskRefusal): Readonly<Record<string, string>> {
  switch (refusal.code) {
    case 'no-such-clock':
      return { klok: 'Kies een klok uit de lijst.' };
    case 'no-term':
      return { klok: 'Voor deze klok is geen termijn bekend. Kies een andere klok.' };
    case 'rule-not-in-force':
      return {
        dag: `Deze regel geldt vanaf ${writeDutchDate(refusal.from)}. Kies een latere dag, of de gewone bedenktijd.`,
      };
  }
}
