import { z } from 'zod';
import type { ContentKind } from '../../../platform/content/content-kind.ts';
import { currentEdition } from '../../../platform/content/current-edition.ts';
import type { DomainTime, Tx } from '../../../platform/db/transact.ts';
import { type DeadlineTables, setDeadline } from '../../../platform/deadlines/set-deadline.ts';
import { colleaguesOf } from '../../../platform/members/members.ts';
import { type PlainDate, plainDate } from '../../../shared-kernel/plain-date.ts';
import { addWorkingDays } from '../../../shared-kernel/working-days.ts';
import { HELP_INBOX_PATH } from './registration-names.ts';

/** What the deadline to take a request for help in is called, at who looks for help. */
export const TAKE_HELP_IN = 'registration.take-help-in';

const filled = z.string().trim().min(1, 'vul iets in');
const Norm = z.strictObject({
  id: filled,
  validFrom: z.iso.date('schrijf de dag als 2026-11-25'),
  note: filled,
  workingDays: z.int().min(1).max(30),
  source: filled,
  mark: z.enum(['law', 'found', 'own', 'design']),
  verifiedOn: z.iso.date('schrijf de dag als 2026-11-25').nullable(),
});
export type HelpAnswerNorm = z.infer<typeof Norm>;

/** Within how many working days a request for help is taken in: `content/help-answer/`. */
export const HELP_ANSWER: ContentKind<HelpAnswerNorm> = {
  kind: 'help-answer',
  schema: Norm,
  verifiedOn: ({ verifiedOn }) => plainDate(verifiedOn ?? '') ?? null,
};

/** The norm as it stands today. Shipped with the product, so there always is an edition. */
export async function helpAnswerToday(tx: Tx<'content.edition'>, today: PlainDate): Promise<HelpAnswerNorm> {
  const edition = await currentEdition(tx, HELP_ANSWER, today);
  if (!edition) throw new Error('no edition of help-answer holds today');
  return edition.body;
}

/** Sets the day by which each of these requests is taken in, as work of who looks for help; nobody there: only the message tells. */
export async function awaitTakingIn(
  tx: Tx<DeadlineTables | 'content.edition'>,
  tenantId: string,
  ids: readonly string[],
  time: DomainTime,
): Promise<void> {
  const [first, second] = await colleaguesOf(tx, tenantId, time.today, ['comensha-plaatsing']);
  if (!first) return;
  const { workingDays } = await helpAnswerToday(tx, time.today);
  const dueOn = addWorkingDays(time.today, workingDays);
  for (const id of ids)
    await setDeadline(
      tx,
      {
        tenantId,
        kind: TAKE_HELP_IN,
        subject: { kind: 'exchange.message', id },
        path: `${HELP_INBOX_PATH}/${id}`,
        parameters: {},
        dueOn,
        assigneeId: first.membershipId,
        substituteId: second?.membershipId,
        alarmDaysAhead: [0],
      },
      time,
    );
}
