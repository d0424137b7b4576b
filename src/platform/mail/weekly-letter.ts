import { sql } from 'kysely';
import { addDays, dutchDay } from '../../shared-kernel/plain-date.ts';
import type { Role } from '../../shared-kernel/role.ts';
import { weekdayOf } from '../../shared-kernel/working-days.ts';
import { dutchMoment } from '../clock/dutch-moment.ts';
import type { AnyTx, Tx } from '../db/transact.ts';
import { newId } from '../ids/uuid.ts';
import type { DueWork } from '../runner/run-due.ts';

/** What was published from the first moment on, until just before the second. */
export interface NewsPeriod {
  readonly from: Date;
  readonly until: Date;
}

/** Words that were published, as a feature writes them for whoever asked to get them by mail (decision 38). */
export interface WeeklyLetter {
  /** Who reads the same words in the product. */
  readonly readers: readonly Role[];
  /** Where it leads. */
  readonly path: string;
  /** Through the door `own`: what is published now; undefined when there is nothing new. Addresses begin with `ADDRESS`. */
  write(tx: AnyTx, period: NewsPeriod): Promise<{ readonly subject: string; readonly body: string } | undefined>;
}

/** The hour of the weekly letter on Monday, Dutch time. [design: In Beeld] */
const HOUR = 8;
const WEEK = [0, 1, 2, 3, 4, 5, 6, 7] as const;

/** The first Monday at eight in the Netherlands after this moment. */
export function nextWeekly(after: Date): Date {
  const today = dutchDay(after);
  const mondays = WEEK.map((ahead) => addDays(today, ahead)).filter((date) => weekdayOf(date) === 1);
  return mondays.map((date) => dutchMoment(date, HOUR)).find((moment) => moment > after)!;
}

/** Keeps whether a person wants the weekly letter: from now on, by the organisation in which she asks. */
export async function chooseWeekly(
  tx: Tx<'mail.subscription'>,
  person: { readonly id: string; readonly tenantId: string },
  wants: boolean,
  now: Date,
): Promise<void> {
  if (!wants) return unsubscribe(tx, person.id);
  await tx
    .insertInto('mail.subscription')
    .values({ tenant_id: person.tenantId, id: person.id, since: now, due_at: nextWeekly(now) })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
}

async function unsubscribe(tx: Tx<'mail.subscription'>, personId: string): Promise<void> {
  await tx.deleteFrom('mail.subscription').where('id', '=', personId).execute();
}

/**
 * Monday at eight: owes the letter to whoever asked for it, when there is news for her. Its steps are transactions of their own; done
 * again after a kill, the second finds the letter of that Monday in the outbox.
 */
export function weeklyWork(letter: WeeklyLetter): DueWork {
  return {
    kind: 'mail.weekly',
    table: 'mail.subscription',
    dueColumn: 'due_at',
    waiting: 'true',
    run: async ({ tenantId, id }, enterAs) => {
      const since = await enterAs('account', (tx, { now }) => sinceOf(tx, { tenantId, id }, letter.readers, now));
      if (!since) return;
      await enterAs('own', async (tx, { now }) => {
        const period = { from: since, until: now };
        if (await letter.write(tx, period)) await oweNews(tx, { tenantId, personId: id, path: letter.path }, period);
      });
      await enterAs('account', async (tx, { now }) => {
        await tx
          .updateTable('mail.subscription')
          .set({ since: now, due_at: nextWeekly(now) })
          .where('id', '=', id)
          .where('due_at', '=', now)
          .execute();
      });
    },
  };
}

/** Since when this person heard nothing; undefined when nothing is due, or nobody who reads it any more. */
async function sinceOf(
  tx: Tx<'mail.subscription' | 'accounts.membership'>,
  { tenantId, id }: { readonly tenantId: string; readonly id: string },
  readers: readonly Role[],
  now: Date,
): Promise<Date | undefined> {
  const due = await tx
    .selectFrom('mail.subscription')
    .select('since')
    .where('id', '=', id)
    .where('due_at', '=', now)
    .forUpdate()
    .executeTakeFirst();
  if (!due) return undefined;
  const reading = await tx
    .selectFrom('accounts.membership')
    .select('id')
    .where('organisation_id', '=', tenantId)
    .where('person_id', '=', id)
    .where('role', 'in', readers)
    .where(sql<boolean>`valid_from <= app.today() and (valid_until is null or valid_until > app.today())`)
    .executeTakeFirst();
  if (reading) return due.since;
  await unsubscribe(tx, id);
  return undefined;
}

async function oweNews(
  tx: Tx<'mail.outbox'>,
  owed: { readonly tenantId: string; readonly personId: string; readonly path: string },
  { from, until }: NewsPeriod,
): Promise<void> {
  await tx
    .insertInto('mail.outbox')
    .values({
      ...{ tenant_id: owed.tenantId, id: newId(), person_id: owed.personId, reference: newId(), path: owed.path },
      ...{ due_at: until, news_from: from, news_until: until },
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
