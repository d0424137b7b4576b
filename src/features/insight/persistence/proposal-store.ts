import type { Tx } from '../../../platform/db/transact.ts';
import type { CountedTable } from '../domain/disclosure/counted-table.ts';
import type { Property } from '../domain/release/property.ts';
import type { CheckEnding, CheckResult, FinishedCheck, Proposal } from '../domain/release/proposal.ts';

type ProposalTx = Tx<'insight.proposal'>;

const COLUMNS = [
  'id',
  'title',
  'properties',
  'years',
  'made_by_name as madeBy',
  'made_at as madeAt',
  'check_started_at as checkStartedAt',
  'checked_at',
  'check_ending',
  'checked_against',
  'result',
  'result_sha256',
] as const;

export async function addProposal(
  tx: ProposalTx,
  tenantId: string,
  proposal: Pick<Proposal, 'id' | 'title' | 'years' | 'properties' | 'madeBy' | 'madeAt'> & {
    readonly personId: string;
    readonly counted: CountedTable;
  },
): Promise<void> {
  await tx
    .insertInto('insight.proposal')
    .values({
      tenant_id: tenantId,
      id: proposal.id,
      title: proposal.title,
      made_by: proposal.personId,
      made_by_name: proposal.madeBy,
      made_at: proposal.madeAt,
      counted: JSON.stringify(proposal.counted),
      properties: JSON.stringify(proposal.properties),
      years: [...proposal.years],
      check_started_at: proposal.madeAt,
    })
    .execute();
}

/** The check begins anew: what it found before no longer counts. */
export async function restartCheck(tx: ProposalTx, tenantId: string, id: string, at: Date): Promise<void> {
  await tx
    .updateTable('insight.proposal')
    .set({
      check_started_at: at,
      checked_at: null,
      check_ending: null,
      checked_against: null,
      result: null,
      result_sha256: null,
    })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .execute();
}

/** Writes how the check that began at `startedAt` ended; one that was begun anew meanwhile stays as it is. */
export async function finishCheck(
  tx: ProposalTx,
  tenantId: string,
  id: string,
  startedAt: Date,
  end: {
    readonly ending: CheckEnding;
    readonly at: Date;
    readonly against: string;
    readonly text: string | null;
    readonly sha256: string | null;
  },
): Promise<void> {
  await tx
    .updateTable('insight.proposal')
    .set({
      checked_at: end.at,
      check_ending: end.ending,
      checked_against: end.against,
      result: end.text,
      result_sha256: end.sha256,
    })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .where('check_started_at', '=', startedAt)
    .where('checked_at', 'is', null)
    .execute();
}

/** One proposal; `forUpdate` waits for whoever has it in hand. */
export async function loadProposal(
  tx: ProposalTx,
  tenantId: string,
  id: string,
  { forUpdate = false } = {},
): Promise<Proposal | undefined> {
  const row = await tx
    .selectFrom('insight.proposal')
    .select(COLUMNS)
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .$if(forUpdate, (query) => query.forUpdate())
    .executeTakeFirst();
  return row && toProposal(row as unknown as Row);
}

/** The proposals of an organisation, newest first. */
export async function listProposals(tx: ProposalTx, tenantId: string, limit: number): Promise<readonly Proposal[]> {
  const rows = await tx
    .selectFrom('insight.proposal')
    .select(COLUMNS.filter((column) => column !== 'result'))
    .where('tenant_id', '=', tenantId)
    .orderBy('made_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => toProposal({ ...row, result: null } as unknown as Row));
}

/** The counts a proposal was made from. */
export async function countsOf(tx: ProposalTx, tenantId: string, id: string): Promise<CountedTable | undefined> {
  const row = await tx
    .selectFrom('insight.proposal')
    .select('counted')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row && (row.counted as unknown as CountedTable);
}

interface Row extends Omit<Proposal, 'check'> {
  readonly checked_at: Date | null;
  readonly check_ending: CheckEnding | null;
  readonly checked_against: string | null;
  readonly result: string | null;
  readonly result_sha256: string | null;
}

function toProposal(row: Row): Proposal {
  const { checked_at, check_ending, checked_against, result, result_sha256, ...rest } = row;
  const check: FinishedCheck | undefined =
    checked_at && check_ending
      ? {
          ending: check_ending,
          at: checked_at,
          against: checked_against ?? '',
          result: result === null ? undefined : (JSON.parse(result) as CheckResult),
          sha256: result_sha256 ?? undefined,
        }
      : undefined;
  return { ...rest, properties: rest.properties as readonly Property[], check };
}
