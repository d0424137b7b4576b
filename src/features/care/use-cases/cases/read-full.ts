import type { DomainTime, Tx } from '../../../../platform/db/transact.ts';
import type { Actor } from '../../../../shared-kernel/role.ts';
import type { Around } from '../../domain/cases/around.ts';
import type { CaseFile } from '../../domain/cases/case-file.ts';
import type { Paper } from '../../domain/cases/paper.ts';
import type { Safety } from '../../domain/cases/safety.ts';
import { aroundOf } from '../../persistence/around-store.ts';
import type { ToldEvent } from '../../persistence/case-event-store.ts';
import { papersOf } from '../../persistence/paper-store.ts';
import { type Sheets, sheetsOf } from '../../persistence/sheet-store.ts';
import { type ToldTask, tasksOf } from '../../persistence/task-store.ts';
import {
  aroundFrom,
  eventFrom,
  everyPart,
  paperFrom,
  sheetsFrom,
  taskFrom,
} from '../../persistence/whole-file-query.ts';
import { type NamedClock, readClocks } from './case-clocks.ts';
import type { CaseView } from './read-cases.ts';

type Vault = 'vault.dossier_key';

/** The intake and the plan of a case that was opened. */
export const readSheets = (tx: Tx<'care.sheet' | Vault>, tenantId: string, file: CaseFile): Promise<Sheets> =>
  sheetsOf(tx, tenantId, file);

/** What must be done in it, and was done. */
export const readTasks = (
  tx: Tx<'care.task' | Vault>,
  tenantId: string,
  file: CaseFile,
): Promise<readonly ToldTask[]> => tasksOf(tx, tenantId, file.id);

/** Who is around the person. */
export const readAround = (
  tx: Tx<'care.around' | Vault>,
  tenantId: string,
  file: CaseFile,
): Promise<readonly Around[]> => aroundOf(tx, tenantId, file.id);

/** Its documents, without opening one. */
export const readPapers = (tx: Tx<'care.paper' | Vault>, tenantId: string, file: CaseFile): Promise<readonly Paper[]> =>
  papersOf(tx, tenantId, file.id);

/** Everything of a case, for one document. */
export interface WholeFile extends Sheets {
  readonly safety: Safety | undefined;
  readonly events: readonly ToldEvent[];
  readonly clocks: readonly NamedClock[];
  readonly tasks: readonly ToldTask[];
  readonly people: readonly Around[];
  readonly papers: readonly Paper[];
}

/** Reads what a case holds beside what it began with. */
export async function readWhole(
  tx: Tx<
    | Vault
    | 'care.sheet'
    | 'care.task'
    | 'care.around'
    | 'care.paper'
    | 'care.case_event'
    | 'care.case_clock'
    | 'content.edition'
    | 'exchange.message'
    | 'vault.message_key'
  >,
  actor: Pick<Actor, 'organisationId' | 'personId'>,
  { file, ownSafety, shared }: Pick<CaseView, 'file' | 'ownSafety' | 'shared'>,
  time: DomainTime,
): Promise<WholeFile> {
  const { organisationId: tenantId } = actor;
  const of = { caseId: file.id, dossierId: file.dossierId };
  const parts = await everyPart(tx, tenantId, of);
  return {
    safety: ownSafety?.safety,
    clocks: (await readClocks(tx, actor, file, shared, time)).clocks,
    ...sheetsFrom(parts.sheet),
    tasks: parts.task.map(taskFrom).toSorted(byDay(({ dueOn, dueTime }) => `${dueOn} ${dueTime ?? ''}`)),
    people: parts.around.map((row) => aroundFrom(row, file.id)),
    papers: parts.paper.map((row) => paperFrom(row, file.id)),
    events: parts.case_event.map(eventFrom).toSorted(byDay(({ recordedAt }) => recordedAt.toISOString())),
  };
}

const byDay =
  <Each>(dayOf: (each: Each) => string) =>
  (one: Each, other: Each) =>
    dayOf(one).localeCompare(dayOf(other));
