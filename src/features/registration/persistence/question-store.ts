import type { Tx } from '../../../platform/db/transact.ts';
import { openMany, sealFor } from '../../../platform/vault/sealing.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import type { Answer, AskablePart } from '../domain/question.ts';

type Table = 'registration.question';
type Vault = 'vault.dossier_key';
const NOTE = 'registration.question.note';
const ANSWER = 'registration.question.answer';

/** A question as one side keeps it, without what is sealed. */
export interface Question {
  readonly id: string;
  readonly dossierId: string;
  /** At the register: about which delivery. */
  readonly deliveryId: string | null;
  /** At who reported: about which registration. */
  readonly registrationId: string | null;
  readonly counterpartId: string;
  readonly parts: readonly AskablePart[];
  readonly askedAt: Date;
  readonly askedByName: string | null;
  readonly answerBy: PlainDate;
  readonly answeredAt: Date | null;
  readonly answeredByName: string | null;
}

/** A question that was opened; what the destroyed key of its dossier closed, is undefined. */
export interface OpenedQuestion extends Question {
  readonly note: string | undefined;
  readonly answer: Answer | undefined;
}

const COLUMNS = [
  'id',
  'dossier_id as dossierId',
  'delivery_id as deliveryId',
  'registration_id as registrationId',
  'counterpart_id as counterpartId',
  'parts',
  'asked_at as askedAt',
  'asked_by_name as askedByName',
  'answer_by as answerBy',
  'answered_at as answeredAt',
  'answered_by_name as answeredByName',
] as const;

const questionOf = <Row extends { readonly parts: readonly string[] }>(row: Row) => ({
  ...row,
  parts: row.parts as readonly AskablePart[],
});

/** Lays a question. False when one about the same waits already, or when this one was laid before. */
export async function insertQuestion(
  tx: Tx<Table | Vault>,
  tenantId: string,
  question: Omit<Question, 'answeredAt' | 'answeredByName'>,
  note: string,
): Promise<boolean> {
  const laid = await tx
    .insertInto('registration.question')
    .values({
      tenant_id: tenantId,
      id: question.id,
      dossier_id: question.dossierId,
      delivery_id: question.deliveryId,
      registration_id: question.registrationId,
      counterpart_id: question.counterpartId,
      parts: [...question.parts],
      note: note === '' ? null : await sealFor(tx, question.dossierId, NOTE, question.id, note),
      asked_at: question.askedAt,
      asked_by_name: question.askedByName,
      answer_by: question.answerBy,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return laid.numInsertedOrUpdatedRows === 1n;
}

/** The questions about these deliveries or about this registration, newest first, opened: each leaves a row in the log. */
export async function openQuestions(
  tx: Tx<Table | Vault>,
  tenantId: string,
  of: { readonly deliveryIds: readonly string[] } | { readonly registrationId: string },
): Promise<readonly OpenedQuestion[]> {
  const rows = await tx
    .selectFrom('registration.question')
    .select(COLUMNS)
    .select(['note', 'answer'])
    .where('tenant_id', '=', tenantId)
    .where((eb) =>
      'registrationId' in of
        ? eb('registration_id', '=', of.registrationId)
        : eb('delivery_id', 'in', of.deliveryIds.length > 0 ? [...of.deliveryIds] : [null as never]),
    )
    .orderBy('asked_at', 'desc')
    .orderBy('id')
    .execute();
  const cell = ({ id, dossierId }: Pick<Question, 'id' | 'dossierId'>) => ({
    about: { kind: 'registration.person', id } as const,
    dossierId,
    rowId: id,
  });
  const withNote = rows.filter(({ note }) => note);
  const notes = await openMany(
    tx,
    withNote.map((row) => ({ ...cell(row), column: NOTE, sealed: row.note! }) as const),
  );
  const withAnswers = rows.filter(({ answer }) => answer);
  const answers = await openMany(
    tx,
    withAnswers.map((row) => ({ ...cell(row), column: ANSWER, sealed: row.answer! }) as const),
  );
  return rows.map(({ note, answer, ...row }) => {
    const said = answer ? answers[withAnswers.findIndex(({ id }) => id === row.id)] : undefined;
    return {
      ...questionOf(row),
      note: note ? notes[withNote.findIndex(({ id }) => id === row.id)] : undefined,
      answer: said === undefined ? undefined : (JSON.parse(said) as Answer),
    };
  });
}

/** A question that waits for an answer, held until the deed is done; undefined when it was answered or is not there. */
export async function holdWaiting(
  tx: Tx<Table>,
  tenantId: string,
  by: { readonly id: string; readonly counterpartId: string } | { readonly registrationId: string },
): Promise<Question | undefined> {
  const row = await tx
    .selectFrom('registration.question')
    .select(COLUMNS)
    .where('tenant_id', '=', tenantId)
    .where('answered_at', 'is', null)
    .where((eb) =>
      'registrationId' in by
        ? eb('registration_id', '=', by.registrationId)
        : eb.and([
            eb('id', '=', by.id),
            eb('counterpart_id', '=', by.counterpartId),
            eb('delivery_id', 'is not', null),
          ]),
    )
    .orderBy('asked_at')
    .limit(1)
    .forUpdate()
    .executeTakeFirst();
  return row && questionOf(row);
}

/** Writes an answer down, sealed under the key of the dossier. */
export async function markAnswered(
  tx: Tx<Table | Vault>,
  tenantId: string,
  { id, dossierId }: Question,
  given: {
    readonly answer: Answer;
    readonly at: Date;
    readonly byName: string | undefined;
    /** By which message the answer went, or came. */
    readonly messageId: string;
  },
): Promise<void> {
  await tx
    .updateTable('registration.question')
    .set({
      answered_at: given.at,
      answered_by_name: given.byName ?? null,
      answer_message_id: given.messageId,
      answer: await sealFor(tx, dossierId, ANSWER, id, JSON.stringify(given.answer)),
    })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .execute();
}

/** The questions that wait about what this person registered, the one that is due first on top. Nothing is opened. */
export async function waitingFor(
  tx: Tx<Table | 'registration.registration'>,
  tenantId: string,
  personId: string,
): Promise<readonly { readonly id: string; readonly code: string; readonly answerBy: PlainDate }[]> {
  return tx
    .selectFrom('registration.question as q')
    .innerJoin('registration.registration as r', (join) =>
      join.onRef('r.tenant_id', '=', 'q.tenant_id').onRef('r.id', '=', 'q.registration_id'),
    )
    .select(['q.id', 'r.code', 'q.answer_by as answerBy'])
    .where('q.tenant_id', '=', tenantId)
    .where('r.recorded_by', '=', personId)
    .where('r.withdrawn_on', 'is', null)
    .where('q.answered_at', 'is', null)
    .orderBy('q.answer_by')
    .orderBy('q.id')
    .limit(50)
    .execute();
}

/** The ids of the questions that still wait about a registration. */
export async function waitingIds(tx: Tx<Table>, tenantId: string, registrationId: string): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('registration.question')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('registration_id', '=', registrationId)
    .where('answered_at', 'is', null)
    .execute();
  return rows.map(({ id }) => id);
}

/** Erases the questions about a delivery, a registration, or a whole dossier. @returns their ids */
export async function deleteQuestions(
  tx: Tx<Table>,
  tenantId: string,
  about: { readonly column: 'delivery_id' | 'registration_id' | 'dossier_id'; readonly id: string },
): Promise<{ readonly questionIds: readonly string[]; readonly messageIds: readonly (string | null)[] }> {
  const rows = await tx
    .deleteFrom('registration.question')
    .where('tenant_id', '=', tenantId)
    .where(about.column, '=', about.id)
    .returning(['id', 'answer_message_id'])
    .execute();
  return {
    questionIds: rows.map(({ id }) => id),
    messageIds: rows.flatMap((row) => [row.id, row.answer_message_id]),
  };
}
