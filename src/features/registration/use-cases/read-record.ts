import type { DomainTime, Done, Tx } from '../../../platform/db/transact.ts';
import { askDossier, type DossierTables } from '../../../platform/dossiers/reach.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import { type Apart, apartFrom, type Candidate, candidatesOf } from '../persistence/candidate-store.ts';
import { type DeliveryRow, openDeliveries } from '../persistence/delivery-store.ts';
import { type Merging, mergesOf, type TypeChange, typeChangesOf } from '../persistence/merge-store.ts';
import { type OpenedQuestion, openQuestions } from '../persistence/question-store.ts';
import { familyOf, type RegisterRecord } from '../persistence/record-store.ts';
import type { Asking, NotThere } from './held-registration.ts';
import { RECORD_SUBJECT } from './registration-names.ts';

export type RecordTables = 'registration.record' | DossierTables;

/** Whether this person may do this with a record of the register that was found; otherwise it is not there. */
export async function askRecord(
  tx: Tx<RecordTables>,
  { actor, policy }: Asking,
  record: RegisterRecord | undefined,
  letter: 'R' | 'W',
  time: DomainTime,
): Promise<Result<undefined, NotThere>> {
  if (!record) return err({ code: 'not-found' });
  const facts = { isReceived: true };
  const asked = { dossierId: record.dossierId, letter, dataClass: 'D9', purpose: 'VA-07', facts } as const;
  const reached = await askDossier(tx, policy, actor, asked, time);
  return reached.ok ? ok(undefined) : err({ code: 'not-found' });
}

/** A person as the register counts her: who reported her, what they said, and what was done with it. Never who it is. */
export interface RecordView extends Done {
  readonly record: RegisterRecord;
  /** Where it counts, when it was merged. */
  readonly rootCode: string;
  readonly family: readonly RegisterRecord[];
  readonly deliveries: readonly (DeliveryRow & { readonly recordCode: string })[];
  readonly candidates: readonly Candidate[];
  /** More was alike than was compared. */
  readonly wasCut: boolean;
  readonly apart: readonly Apart[];
  readonly merges: readonly (Merging & { readonly code: string; readonly intoCode: string })[];
  readonly typeChanges: readonly TypeChange[];
  readonly questions: readonly OpenedQuestion[];
}

/** Opens a record of the register. Each person whose data was opened gets a row in the log of data processing. */
export async function readRecord(
  tx: Tx<
    | RecordTables
    | 'registration.delivery'
    | 'registration.candidate'
    | 'registration.linkage_record'
    | 'registration.merge'
    | 'registration.dossier_type_change'
    | 'registration.question'
    | 'exchange.message'
    | 'organisations.organisation'
    | 'vault.dossier_key'
  >,
  asking: Asking,
  code: string,
  time: DomainTime,
): Promise<Result<RecordView, NotThere>> {
  const { organisationId: tenantId } = asking.actor;
  const family = await familyOf(tx, tenantId, code);
  const record = family.find((each) => each.code === code);
  const may = await askRecord(tx, asking, record, 'R', time);
  if (!record || !may.ok) return err({ code: 'not-found' });
  const ids = family.map(({ id }) => id);
  const codeOf = (id: string) => family.find((each) => each.id === id)?.code ?? '';
  const deliveries = await openDeliveries(tx, tenantId, ids);
  const merges = await mergesOf(tx, tenantId, ids);
  return ok({
    subject: { kind: RECORD_SUBJECT, id: record.id },
    record,
    rootCode: codeOf(record.rootId),
    family,
    deliveries: deliveries.map((each) => ({
      ...each,
      recordCode: codeOf(each.recordId),
    })),
    candidates: await candidatesOf(tx, tenantId, record.rootId),
    wasCut: family.some((each) => each.wasCut),
    apart: await apartFrom(tx, tenantId, ids),
    merges: merges.map((each) => ({ ...each, code: codeOf(each.recordId), intoCode: codeOf(each.intoId) })),
    typeChanges: await typeChangesOf(tx, tenantId, record.id),
    questions: await openQuestions(tx, tenantId, {
      // of what was taken back, nothing is read any more
      deliveryIds: deliveries.flatMap(({ id, content }) => (content ? [id] : [])),
    }),
  });
}
