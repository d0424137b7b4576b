import { createHash } from 'node:crypto';
import type { DomainTime, Done, Tx } from '../../../platform/db/transact.ts';
import { openDossier } from '../../../platform/dossiers/give-access.ts';
import { newRandomId } from '../../../platform/ids/uuid.ts';
import { type KeepTables, keepRecord } from '../../../platform/retention/keep-record.ts';
import { inTurns } from '../../../platform/runner/in-turns.ts';
import { pseudonymOf, pseudonymsOf } from '../../../platform/vault/pseudonym.ts';
import { dutchDay, type PlainDate } from '../../../shared-kernel/plain-date.ts';
import { ok, type Result } from '../../../shared-kernel/result.ts';
import type { Actor } from '../../../shared-kernel/role.ts';
import { type BulkProblem, bulkStanding, COLUMN_OF_REFUSAL, type RuleProblem } from '../domain/bulk-table.ts';
import { type Bulk, bulkWithMark, insertBulk, knownRows } from '../persistence/bulk-store.ts';
import { type GoodRow, packRows } from './packed-rows.ts';
import { type Entering, judgeEntering } from './register-many.ts';
import { BULK_SUBJECT, bulkPath, REGISTRATION, REGISTRATION_BY_NAME } from './registration-names.ts';
import { rulesToday } from './registration-rules.ts';
import { type KindTables, reporterKinds } from './reporter-kinds.ts';
import { type NoRegister, registerFor } from './send-registration.ts';

export type BulkTables =
  | 'registration.bulk'
  | 'registration.bulk_row'
  | 'content.edition'
  | 'exchange.agreement'
  | KindTables
  | 'privacy.dossier'
  | 'vault.dossier_key'
  | KeepTables;

/** One row of a file as it was read: the organisation's own number for it, and what it says, or what is wrong in its cells. */
export interface BulkRow {
  /** The line of the table, the heading being line 1. */
  readonly line: number;
  readonly reference: string;
  readonly entry: Entering | undefined;
  readonly problems: readonly BulkProblem[];
}

export type Received = Done & { readonly id: string };

/**
 * Keeps a file with registrations that was read, sealed, until whoever brought it says what to do with it. Every row is held against
 * the rules of registering; nothing is registered yet. The same table again leads to what became of it the first time.
 */
export async function receiveBulk(
  tx: Tx<BulkTables>,
  actor: Actor,
  input: { readonly rows: readonly BulkRow[]; readonly letters: string | undefined },
  time: DomainTime,
): Promise<Result<Received, NoRegister>> {
  const { organisationId: tenantId } = actor;
  const said = await digestOf(input.rows);
  const before = await bulkWithMark(tx, tenantId, actor.personId, pseudonymsOf(tx, 'registration.bulk', said));
  if (before && isSettled(before, time.today))
    return ok({ subject: { kind: BULK_SUBJECT, id: before.id }, id: before.id });
  for (const kind of [REGISTRATION, REGISTRATION_BY_NAME]) {
    const isUsed = input.rows.some(
      ({ entry }) => entry && (entry.route === 'by-name') === (kind === REGISTRATION_BY_NAME),
    );
    const register = isUsed ? await registerFor(tx, tenantId, kind, time.today) : ok(undefined);
    if (!register.ok) return register;
  }
  const { good, problems, known } = await judgeRows(tx, actor, input.rows, time);
  const id = newRandomId();
  await openDossier(tx, actor, { id, kind: BULK_SUBJECT, activity: 'VA-07', path: bulkPath(id) }, time);
  await insertBulk(
    tx,
    tenantId,
    {
      id,
      recordedBy: actor.personId,
      recordedByName: actor.personName,
      recordedMembership: actor.membershipId,
      recordedRole: actor.role,
      receivedAt: time.now,
      letters: input.letters,
      rowCount: input.rows.length,
      goodCount: good.length + known,
      knownCount: known,
    },
    {
      rows: await packRows(good),
      mark: pseudonymOf(tx, 'registration.bulk', said),
      problems,
    },
  );
  await keepRecord(tx, {
    tenantId,
    rule: 'registration-draft',
    subject: { kind: BULK_SUBJECT, id },
    dossierId: id,
    startsOn: time.today,
  });
  return ok({ subject: { kind: BULK_SUBJECT, id }, id });
}

/** The same for the same rows in the same order. */
async function digestOf(rows: readonly BulkRow[]): Promise<string> {
  const hash = createHash('sha256');
  for await (const row of inTurns(rows)) hash.update(`${JSON.stringify(row)}\n`);
  return hash.digest('hex');
}

/** It is being registered, was read today, or all of it was registered: reading it anew would change nothing. */
function isSettled(bulk: Bulk, today: PlainDate): boolean {
  const standing = bulkStanding(bulk);
  if (standing === 'read') return dutchDay(bulk.receivedAt) === today;
  return standing === 'running' || (standing === 'done' && bulk.sentCount + bulk.knownCount === bulk.rowCount);
}

/** So many numbers are looked up in one statement. */
const ASKED_TOGETHER = 1000;

/** Holds every row against the rules; what was registered before, by its number and with the same words, is left out of the rest. */
export async function judgeRows(
  tx: Tx<'registration.bulk_row' | 'content.edition' | KindTables>,
  actor: Actor,
  rows: readonly BulkRow[],
  time: DomainTime,
): Promise<{ readonly good: readonly GoodRow[]; readonly problems: readonly BulkProblem[]; readonly known: number }> {
  const rules = await rulesToday(tx, time.today);
  const kinds = await reporterKinds(tx, actor);
  const before = new Map<string, Buffer>();
  const marks: ReturnType<typeof marksOf>[] = [];
  for await (const row of inTurns(rows)) marks.push(marksOf(tx, row));
  for (let at = 0; at < marks.length; at += ASKED_TOGETHER) {
    const asked = marks.slice(at, at + ASKED_TOGETHER).flatMap(({ references }) => references);
    for (const [mark, content] of await knownRows(tx, actor.organisationId, asked)) before.set(mark, content);
  }
  const lines = new Map<string, number>();
  const good: GoodRow[] = [];
  const problems: BulkProblem[] = [];
  let known = 0;
  for await (const [index, row] of inTurns(rows.entries())) {
    const { line, reference, entry } = row;
    problems.push(...row.problems);
    const isTwice = reference !== '' && lines.has(reference);
    lines.set(reference, line);
    if (isTwice) problems.push({ line, column: 'nummer', code: 'number-twice' });
    const { references, contents } = marks[index]!;
    const content = references.map((mark) => before.get(mark.toString('hex'))).find((mark) => mark);
    if (content && contents.some((mark) => mark.equals(content))) {
      if (entry && !isTwice) known += 1;
      continue;
    }
    if (content) problems.push({ line, column: 'nummer', code: 'number-used-before' });
    const judged = entry && judgeEntering(kinds, rules, entry, time);
    if (judged && !judged.ok) problems.push(problemOf(line, judged.error.code));
    if (entry && judged?.ok && !isTwice && !content) good.push({ line, reference, entry });
  }
  return { good, problems: problems.toSorted((one, other) => one.line - other.line), known };
}

/** Where a refusal of the rules stands in the row. */
export function problemOf(line: number, code: string): BulkProblem {
  const known = code in COLUMN_OF_REFUSAL ? (code as RuleProblem) : 'other-reporter';
  return { line, column: COLUMN_OF_REFUSAL[known], code: known };
}

/** By what a row is known again: its number, and what it says; keyed, so that neither can be guessed from it. The newest key first. */
export function marksOf(
  tx: object,
  { reference, entry }: Pick<BulkRow, 'reference' | 'entry'>,
): { readonly references: readonly Buffer[]; readonly contents: readonly Buffer[] } {
  return {
    references: reference === '' ? [] : pseudonymsOf(tx, 'registration.bulk-row', reference),
    contents: entry ? pseudonymsOf(tx, 'registration.bulk-content', JSON.stringify(entry)) : [],
  };
}
