import { createHash } from 'node:crypto';
import type { DomainTime, Tx } from '../../../../platform/db/transact.ts';
import { newId } from '../../../../platform/ids/uuid.ts';
import { isUuid } from '../../../../shared-kernel/ids.ts';
import type { PlainDate } from '../../../../shared-kernel/plain-date.ts';
import { err, ok, type Result } from '../../../../shared-kernel/result.ts';
import type { Actor } from '../../../../shared-kernel/role.ts';
import { organisationById, organisationsOfKind } from '../../../organisations/index.ts';
import { type Property, releasableProperties } from '../../domain/release/property.ts';
import { checkState, type Proposal } from '../../domain/release/proposal.ts';
import type { ReadCounts } from '../../domain/release/read-counts.ts';
import { publicationOf } from '../../domain/release/released-figures.ts';
import { editionsOf, referencesOf } from '../../persistence/edition-store.ts';
import { addProposal, countsOf, listProposals, loadProposal, restartCheck } from '../../persistence/proposal-store.ts';
import type { CheckTask } from '../disclosure/check-publication.ts';

export type ProposalTables = 'insight.proposal' | 'insight.edition' | 'organisations.organisation';
export type ProposalRefusal = { readonly code: 'not-the-register' | 'not-found' | 'check-running' };

/** What a check needs, and which proposal it is of. */
export interface Checkable {
  readonly subject: { readonly kind: 'insight.proposal'; readonly id: string };
  readonly startedAt: Date;
  readonly against: string;
  readonly task: CheckTask;
  readonly proposal: Pick<Proposal, 'title' | 'years' | 'properties'>;
}

const MOST_LISTED = 50;
/** The kind of organisation that keeps the national register: only it has the counts. */
const REGISTER = 'comensha';
const POLICE_UNIT = 'politie-eenheid';

/** The properties that may be released, with the police units of today. */
export async function propertiesToday(
  tx: Tx<'organisations.organisation'>,
  today: PlainDate,
): Promise<readonly Property[]> {
  return releasableProperties(await organisationsOfKind(tx, POLICE_UNIT, today));
}

/** Whether this organisation keeps the national register, and so may propose a release. */
export async function mayPropose(
  tx: Tx<'organisations.organisation'>,
  actor: Actor,
  today: PlainDate,
): Promise<boolean> {
  return (await organisationById(tx, actor.organisationId, today))?.kind === REGISTER;
}

/** Proposes to release counts: they are kept, and checked at once. */
export async function propose(
  tx: Tx<ProposalTables>,
  actor: Actor,
  input: { readonly title: string; readonly read: ReadCounts },
  time: DomainTime,
): Promise<Result<Checkable, ProposalRefusal>> {
  if (!(await mayPropose(tx, actor, time.today))) return err({ code: 'not-the-register' });
  const { counted, properties, years } = input.read;
  const proposal = {
    id: newId(),
    title: input.title,
    years,
    properties,
    madeBy: actor.personName,
    madeAt: time.now,
    personId: actor.personId,
    counted,
  };
  await addProposal(tx, actor.organisationId, proposal);
  return ok(await checkable(tx, actor.organisationId, { ...proposal, checkStartedAt: time.now }, counted));
}

/** Checks the same counts anew: after another edition came out, or when a check did not end. */
export async function checkAgain(
  tx: Tx<ProposalTables>,
  actor: Actor,
  id: string,
  time: DomainTime,
): Promise<Result<Checkable, ProposalRefusal>> {
  const proposal = isUuid(id) ? await loadProposal(tx, actor.organisationId, id, { forUpdate: true }) : undefined;
  const counted = proposal && (await countsOf(tx, actor.organisationId, id));
  if (!proposal || !counted) return err({ code: 'not-found' });
  if (checkState(proposal, time.now) === 'busy') return err({ code: 'check-running' });
  await restartCheck(tx, actor.organisationId, id, time.now);
  return ok(await checkable(tx, actor.organisationId, { ...proposal, checkStartedAt: time.now }, counted));
}

export async function readProposal(
  tx: Tx<'insight.proposal'>,
  actor: Actor,
  id: string,
): Promise<Proposal | undefined> {
  return isUuid(id) ? loadProposal(tx, actor.organisationId, id) : undefined;
}

export async function recentProposals(tx: Tx<'insight.proposal'>, actor: Actor): Promise<readonly Proposal[]> {
  return listProposals(tx, actor.organisationId, MOST_LISTED);
}

/** A digest of the editions there are: a check holds against these and no others. */
export async function editionsDigest(tx: Tx<'insight.edition'>, tenantId: string): Promise<string> {
  return digestOf((await referencesOf(tx, tenantId)).join('\n'));
}

export const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');

async function checkable(
  tx: Tx<'insight.proposal' | 'insight.edition'>,
  tenantId: string,
  proposal: Pick<Proposal, 'id' | 'title' | 'years' | 'properties' | 'checkStartedAt'>,
  counted: CheckTask['counted'],
): Promise<Checkable> {
  const editions = await editionsOf(tx, tenantId);
  const about = editions.filter(({ figures }) => figures.years.some((year) => proposal.years.includes(year)));
  const earlier: CheckTask['earlier'][number][] = [];
  for (const { proposalId, figures } of about) {
    const before = await countsOf(tx, tenantId, proposalId);
    if (!before) throw new Error(`the counts behind proposal ${proposalId} are gone`);
    earlier.push({ counted: before, shown: publicationOf(figures) });
  }
  return {
    subject: { kind: 'insight.proposal', id: proposal.id },
    startedAt: proposal.checkStartedAt,
    against: await editionsDigest(tx, tenantId),
    task: { counted, earlier },
    proposal: { title: proposal.title, years: proposal.years, properties: proposal.properties },
  };
}
