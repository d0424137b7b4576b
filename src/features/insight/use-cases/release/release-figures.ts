import { z } from 'zod';
import type { ApprovalKind } from '../../../../platform/approvals/approval-kind.ts';
import {
  type ApprovalTables,
  type RequestRefusal,
  requestApproval,
} from '../../../../platform/approvals/request-approval.ts';
import type { AnyTx, DomainTime, Tx } from '../../../../platform/db/transact.ts';
import { isUuid } from '../../../../shared-kernel/ids.ts';
import { err, ok, type Result } from '../../../../shared-kernel/result.ts';
import type { Actor } from '../../../../shared-kernel/role.ts';
import { organisationById, organisationsOfKind } from '../../../organisations/index.ts';
import type { CheckResult, Proposal } from '../../domain/release/proposal.ts';
import { addEdition, awaitRelease, editionOfProposal } from '../../persistence/edition-store.ts';
import { askedAt, previewFor, showTo } from '../../persistence/preview-store.ts';
import { loadProposal } from '../../persistence/proposal-store.ts';
import { digestOf, editionsDigest } from './proposals.ts';

/** The office whose analyst, or delegate, is the second person (ADR 13). */
const OFFICE = 'rapporteur';
/** Two weeks: the second person reads the tables, and may want to ask. */
const HOURS = 14 * 24;

/** Exactly what is agreed with: a proposal, and the digest of the text that comes out. */
const Payload = z.strictObject({
  voorstel: z.uuid(),
  titel: z.string(),
  jaren: z.array(z.string()),
  eigenschappen: z.array(z.string()),
  cellen: z.int(),
  getoond: z.int(),
  verborgen: z.int(),
  zonderBescherming: z.int(),
  gevonden: z.int(),
  eerdereUitgaven: z.int(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});
type Payload = z.output<typeof Payload>;

/** Where both organisations read what would come out. */
export const proposalPath = (id: string): string => `/analyse/uitgaven/${id}`;

export type AskRefusal =
  | { readonly code: 'not-found' | 'not-safe' | 'check-stale' | 'not-the-office' }
  | RequestRefusal;

/** The offices that can decide, today: one, as a rule. */
async function decidingOffices(tx: Tx<'organisations.organisation'>, today: DomainTime['today']) {
  return organisationsOfKind(tx, OFFICE, today);
}

/** What the page of a proposal tells beside it: whether it is out, asked for, or overtaken by another edition. */
export async function proposalStanding(
  tx: Tx<'insight.edition' | 'insight.preview' | 'organisations.organisation'>,
  actor: Actor,
  { id, check }: Proposal,
  { today }: DomainTime,
) {
  const reference = await editionOfProposal(tx, actor.organisationId, id);
  const isOvertaken = check?.ending === 'safe' && check.against !== (await editionsDigest(tx, actor.organisationId));
  return {
    reference,
    isStale: reference === undefined && isOvertaken,
    askedAt: await askedAt(tx, actor.organisationId, id),
    offices: await decidingOffices(tx, today),
  };
}

/** What another organisation asks this one to agree with, through the door `mandate`. */
export async function previewOf(
  tx: Tx<'insight.preview'>,
  actor: Actor,
  proposalId: string,
): Promise<CheckResult | undefined> {
  return isUuid(proposalId) ? previewFor(tx, actor.organisationId, proposalId) : undefined;
}

/** Asks the office of the Rapporteur to release what was checked; lays the publication before it. */
export async function askRelease(
  tx: Tx<ApprovalTables | 'insight.proposal' | 'insight.preview' | 'insight.edition' | 'organisations.organisation'>,
  actor: Actor,
  input: { readonly id: string; readonly reason: string; readonly officeId: string },
  time: DomainTime,
): Promise<Result<{ readonly subject: { readonly kind: string; readonly id: string } }, AskRefusal>> {
  const tenantId = actor.organisationId;
  const proposal = isUuid(input.id) ? await loadProposal(tx, tenantId, input.id, { forUpdate: true }) : undefined;
  if (!proposal) return err({ code: 'not-found' });
  const safe = safeCheck(proposal);
  if (!safe) return err({ code: 'not-safe' });
  if (safe.against !== (await editionsDigest(tx, tenantId))) return err({ code: 'check-stale' });
  const office = await organisationById(tx, input.officeId, time.today);
  if (office?.kind !== OFFICE) return err({ code: 'not-the-office' });
  await showTo(tx, tenantId, proposal.id, { deciderId: office.id, text: safe.text, at: time.now });
  return requestApproval(
    tx,
    RELEASE_FIGURES,
    actor,
    {
      subject: { kind: 'insight.proposal', id: proposal.id },
      payload: payloadOf(proposal, safe),
      reason: input.reason,
      deciderId: office.id,
    },
    time,
  );
}

interface SafeCheck {
  readonly against: string;
  readonly result: CheckResult;
  readonly text: string;
  readonly sha256: string;
}

/** A check that ended well; its text is written once more and held against its digest. */
function safeCheck({ check }: Proposal): SafeCheck | undefined {
  if (check?.ending !== 'safe' || !check.result || !check.sha256) return undefined;
  const text = JSON.stringify(check.result);
  if (digestOf(text) !== check.sha256) throw new Error('the publication of a proposal is not what was checked');
  return { against: check.against, result: check.result, sha256: check.sha256, text };
}

function payloadOf(proposal: Proposal, { result: { report }, sha256 }: SafeCheck): Payload {
  return {
    voorstel: proposal.id,
    titel: proposal.title,
    jaren: [...proposal.years],
    eigenschappen: proposal.properties.map(({ name }) => name),
    cellen: report.cells,
    getoond: report.shown,
    verborgen: report.cells - report.shown,
    zonderBescherming: report.recoveredBefore,
    gevonden: report.recoveredAfter,
    eerdereUitgaven: report.editions,
    sha256,
  };
}

/**
 * Releases, in the transaction of the second person's agreement: exactly the text she agreed with, when no other edition came out
 * since it was attacked.
 */
export const RELEASE_FIGURES: ApprovalKind<Payload> = {
  kind: 'insight.release-figures',
  label: 'Cijfers openbaar maken',
  effect:
    'De tabellen komen meteen openbaar bij de cijfers en de open data. Een uitgave verandert daarna niet meer en gaat niet meer weg.',
  payload: Payload,
  show: (asked) => [
    { label: 'Wat', value: asked.titel },
    { label: 'Jaren', value: asked.jaren.join(', ') },
    { label: 'Naar', value: asked.eigenschappen.join(', ') },
    { label: 'Getallen', value: `${asked.cellen}, waarvan ${asked.getoond} te zien en ${asked.verborgen} verborgen` },
    {
      label: 'Aanval',
      value: `De aanvaller vindt ${asked.gevonden} verborgen getallen. Zonder bescherming vond hij er ${asked.zonderBescherming}.`,
    },
    { label: 'Samen bekeken met', value: `${asked.eerdereUitgaven} eerdere uitgaven over dezelfde jaren` },
    { label: 'Lees de tabellen op', value: proposalPath(asked.voorstel) },
    { label: 'Controlegetal van de tabellen', value: asked.sha256 },
    { label: 'Voorstel', value: asked.voorstel },
  ],
  requesters: ['analist'],
  deciders: ['analist'],
  hours: HOURS,
  async execute(tx, request, decider, time) {
    return release(tx, request, decider, time);
  },
};

async function release(
  tx: AnyTx,
  { tenantId, payload }: { readonly tenantId: string; readonly payload: Payload },
  decider: Actor,
  time: DomainTime,
): Promise<Result<{ readonly subject: { readonly kind: string; readonly id: string } }, { readonly code: string }>> {
  await awaitRelease(tx, tenantId);
  const proposal = await loadProposal(tx, tenantId, payload.voorstel, { forUpdate: true });
  const safe = proposal && safeCheck(proposal);
  if (!safe || safe.sha256 !== payload.sha256) return err({ code: 'check-stale' });
  if (safe.against !== (await editionsDigest(tx, tenantId))) return err({ code: 'check-stale' });
  const register = await organisationById(tx, tenantId, time.today);
  if (!register) return err({ code: 'not-found' });
  const reference = `geregistreerd-${time.today}-${safe.sha256.slice(0, 8)}`;
  await addEdition(tx, tenantId, {
    reference,
    proposalId: proposal.id,
    title: proposal.title,
    years: proposal.years,
    releasedAt: time.now,
    askedBy: register.name,
    releasedBy: decider.organisationName,
    figures: safe.result.figures,
    report: safe.result.report,
    sha256: safe.sha256,
  });
  return ok({ subject: { kind: 'insight.edition', id: reference } });
}
