import type { Tx } from '../../../platform/db/transact.ts';
import { openMany, sealFor } from '../../../platform/vault/sealing.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import type { Actor } from '../../../shared-kernel/role.ts';
import type { Sealed } from '../../../shared-kernel/sealed.ts';
import type { AnswersInput, LeavingAnswers } from '../domain/leaving.ts';
import type { SignalReport, YesNoUnknown } from '../domain/signal-report.ts';

type Table = 'signals.leaving_answer';
type Vault = 'vault.dossier_key';
type Of = Pick<SignalReport, 'id' | 'dossierId'>;

const BECAUSE = 'signals.leaving_answer.not_told_because';

/** The answers that hold, with which row they are. */
export interface HeldAnswers extends LeavingAnswers {
  readonly id: string;
  readonly answeredByName: string;
  /** Why somebody was not told, sealed. */
  readonly sealedBecause: Sealed<typeof BECAUSE> | undefined;
  /** The day of the last advice about this signal. */
  readonly advisedOn: PlainDate | undefined;
}

export async function insertAnswers(
  tx: Tx<Table | Vault>,
  actor: Pick<Actor, 'organisationId' | 'personId' | 'personName'>,
  report: Of,
  id: string,
  input: AnswersInput,
  on: PlainDate,
): Promise<void> {
  const { notToldBecause } = input;
  await tx
    .insertInto('signals.leaving_answer')
    .values({
      tenant_id: actor.organisationId,
      id,
      report_id: report.id,
      dossier_id: report.dossierId,
      answered_on: on,
      answered_by: actor.personId,
      answered_by_name: actor.personName,
      person_knows: input.personKnows,
      person_wants: input.personWants,
      has_safe_way: input.hasSafeWay,
      not_told_because: notToldBecause ? await sealFor(tx, report.dossierId, BECAUSE, id, notToldBecause) : null,
      look_again_on: input.lookAgainOn ?? null,
      reporter_agrees: input.reporterAgrees,
    })
    .execute();
}

/** The last answers about a signal, with the day of the last advice; undefined when nobody gave any. */
export async function lastAnswers(
  tx: Tx<Table | 'signals.consultation'>,
  tenantId: string,
  reportId: string,
): Promise<HeldAnswers | undefined> {
  const row = await tx
    .selectFrom('signals.leaving_answer')
    .select([
      'id',
      'answered_on',
      'answered_by_name',
      'person_knows',
      'person_wants',
      'has_safe_way',
      'look_again_on',
      'not_told_because',
      'reporter_agrees',
    ])
    .select((s) =>
      s
        .selectFrom('signals.consultation as c')
        .select((c) => c.fn.max('c.answered_on').as('advised_on'))
        .where('c.tenant_id', '=', tenantId)
        .where('c.report_id', '=', reportId)
        .as('advised_on'),
    )
    .where('tenant_id', '=', tenantId)
    .where('report_id', '=', reportId)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return (
    row && {
      id: row.id,
      answeredOn: row.answered_on,
      answeredByName: row.answered_by_name,
      personKnows: row.person_knows as YesNoUnknown,
      personWants: row.person_wants as YesNoUnknown,
      hasSafeWay: row.has_safe_way as YesNoUnknown,
      lookAgainOn: row.look_again_on ?? undefined,
      reporterAgrees: row.reporter_agrees,
      sealedBecause: row.not_told_because ?? undefined,
      advisedOn: row.advised_on ?? undefined,
    }
  );
}

/** Why somebody was not told; undefined when she was, or when the key of the dossier was destroyed. */
export async function openNotToldBecause(
  tx: Tx<Vault>,
  report: Of,
  { id, sealedBecause }: HeldAnswers,
  about: { readonly kind: string; readonly id: string },
): Promise<string | undefined> {
  if (!sealedBecause) return undefined;
  const cell = { sealed: sealedBecause, about, dossierId: report.dossierId, column: BECAUSE, rowId: id } as const;
  const [because] = await openMany(tx, [cell]);
  return because;
}
