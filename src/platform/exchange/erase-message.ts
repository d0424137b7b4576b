import { sql } from 'kysely';
import type { Eraser } from '../retention/erase-work.ts';

/** Takes a message away from the side that kept it, with its key; what was never answered goes from both sides. */
export const messageEraser: Eraser = {
  subjectKind: 'exchange.message',
  async erase(tx, { id }, { now }) {
    const { rows } = await sql<{ erased: number }>`select exchange.erase(${id}, ${now}) as erased`.execute(tx);
    return { 'exchange.message': rows[0]!.erased };
  },
};
