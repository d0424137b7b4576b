import type { Actor } from '../../shared-kernel/role.ts';
import type { Tx } from '../db/transact.ts';
import type { ApprovalKind, ApprovalKinds } from './approval-kind.ts';

type Tables = 'approvals.request' | 'approvals.decision' | 'organisations.organisation';

export type ApprovalState = 'open' | 'approved' | 'refused' | 'withdrawn' | 'expired';

/** A request as one person may see it. */
export interface Approval {
  readonly tenantId: string;
  readonly id: string;
  readonly kind: string;
  readonly subject: { readonly kind: string; readonly id: string };
  /** The text itself, as it was asked. */
  readonly payload: string;
  readonly sha256: string;
  readonly reason: string;
  readonly requestedBy: string;
  readonly requestedByName: string;
  readonly requestedRole: string;
  /** The name of another organisation that asks; undefined for one's own. */
  readonly requestedByOrganisation: string | undefined;
  readonly requestedAt: Date;
  readonly expiresAt: Date;
  readonly state: ApprovalState;
  readonly decision:
    | { readonly by: string | undefined; readonly at: Date; readonly reason: string | undefined }
    | undefined;
  /** May this person decide it now: in her role, and not her own. */
  readonly isYours: boolean;
}

/** The kinds that this role decides. */
const kindsFor = (kinds: ApprovalKinds, actor: Actor) =>
  [...kinds.values()].filter(({ deciders }) => deciders.includes(actor.role)).map(({ kind }) => kind);

/**
 * What this person may see: what she asked, and what her role decides. Through the door `own` those of her own organisation,
 * through `mandate` those of others that name hers.
 */
function visible(tx: Tx<Tables>, kinds: ApprovalKinds, actor: Actor, door: 'own' | 'mandate') {
  const decides = kindsFor(kinds, actor);
  return tx
    .selectFrom('approvals.request as r')
    .leftJoin('approvals.decision as d', (join) =>
      join.onRef('d.tenant_id', '=', 'r.tenant_id').onRef('d.request_id', '=', 'r.id'),
    )
    .innerJoin('organisations.organisation as o', 'o.id', 'r.tenant_id')
    .select(['o.name as organisation'])
    .select([
      'r.tenant_id',
      'r.id',
      'r.kind',
      'r.subject_kind',
      'r.subject_id',
      'r.payload',
      'r.payload_sha256',
      'r.reason',
    ])
    .select([
      'r.requested_by',
      'r.requested_by_name',
      'r.requested_role',
      'r.requested_at',
      'r.expires_at',
      'r.decider_id',
    ])
    .select(['d.outcome', 'd.decided_by_name', 'd.decided_at', 'd.reason as decision_reason'])
    .where((w) =>
      door === 'mandate'
        ? w.and([w('r.decider_id', '=', actor.organisationId), w('r.tenant_id', '<>', actor.organisationId)])
        : w('r.tenant_id', '=', actor.organisationId),
    )
    .where((w) =>
      w.or([
        ...(door === 'own' ? [w('r.requested_by', '=', actor.personId)] : []),
        ...(decides.length > 0
          ? [w.and([w('r.kind', 'in', decides), w('r.decider_id', '=', actor.organisationId)])]
          : []),
      ]),
    );
}

type Row = Awaited<ReturnType<ReturnType<typeof visible>['execute']>>[number];

function toApproval(row: Row, kinds: ApprovalKinds, actor: Actor, now: Date): Approval {
  const ended = row.outcome as ApprovalState | null;
  const state = ended ?? (now >= row.expires_at ? 'expired' : 'open');
  const decides = kinds.get(row.kind)?.deciders.includes(actor.role) ?? false;
  return {
    tenantId: row.tenant_id,
    id: row.id,
    kind: row.kind,
    subject: { kind: row.subject_kind, id: row.subject_id },
    payload: row.payload,
    sha256: row.payload_sha256.toString('hex'),
    reason: row.reason,
    requestedBy: row.requested_by,
    requestedByName: row.requested_by_name,
    requestedRole: row.requested_role,
    requestedByOrganisation: row.tenant_id === actor.organisationId ? undefined : row.organisation,
    requestedAt: row.requested_at,
    expiresAt: row.expires_at,
    state,
    decision: row.decided_at
      ? { by: row.decided_by_name ?? undefined, at: row.decided_at, reason: row.decision_reason ?? undefined }
      : undefined,
    isYours:
      state === 'open' && decides && row.decider_id === actor.organisationId && row.requested_by !== actor.personId,
  };
}

/** How many of each list a page shows. */
const SHOWN = 100;

/** What is open for this person, by the moment it expires, then what ended lately. */
export async function approvalsFor(
  tx: Tx<Tables>,
  kinds: ApprovalKinds,
  actor: Actor,
  door: 'own' | 'mandate',
  now: Date,
): Promise<readonly Approval[]> {
  if (door === 'mandate' && kindsFor(kinds, actor).length === 0) return [];
  const open = await visible(tx, kinds, actor, door)
    .where('r.closed_at', 'is', null)
    .orderBy('r.expires_at')
    .limit(SHOWN)
    .execute();
  const ended = await visible(tx, kinds, actor, door)
    .where('r.closed_at', 'is not', null)
    .orderBy('r.closed_at', 'desc')
    .limit(SHOWN)
    .execute();
  return [...open, ...ended].map((row) => toApproval(row, kinds, actor, now));
}

/** One request, when this person may see it. */
export async function approvalFor(
  tx: Tx<Tables>,
  kinds: ApprovalKinds,
  actor: Actor,
  door: 'own' | 'mandate',
  id: string,
  now: Date,
): Promise<Approval | undefined> {
  if (door === 'mandate' && kindsFor(kinds, actor).length === 0) return undefined;
  const row = await visible(tx, kinds, actor, door).where('r.id', '=', id).executeTakeFirst();
  return row && toApproval(row, kinds, actor, now);
}

/** How the last request about a record stands; undefined when nobody was ever asked. Without what was asked, for whoever shows the record. */
export async function approvalStateOf(
  tx: Tx<'approvals.request' | 'approvals.decision'>,
  tenantId: string,
  kind: string,
  subjectId: string,
  now: Date,
): Promise<ApprovalState | undefined> {
  const row = await tx
    .selectFrom('approvals.request as r')
    .leftJoin('approvals.decision as d', (join) =>
      join.onRef('d.tenant_id', '=', 'r.tenant_id').onRef('d.request_id', '=', 'r.id'),
    )
    .select(['d.outcome', 'r.expires_at'])
    .where('r.tenant_id', '=', tenantId)
    .where('r.kind', '=', kind)
    .where('r.subject_id', '=', subjectId)
    .orderBy('r.requested_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!row) return undefined;
  return (row.outcome as ApprovalState | null) ?? (now >= row.expires_at ? 'expired' : 'open');
}

/** A request of one kind that nobody decided yet, with what was asked. */
export interface OpenApproval<Payload> {
  readonly id: string;
  readonly payload: Payload;
  readonly requestedByName: string;
  readonly expiresAt: Date;
}

/** What waits of one kind in an organisation, by the moment it expires: for the page of whoever asks and decides it. */
export async function openApprovals<Payload>(
  tx: Tx<'approvals.request' | 'approvals.decision'>,
  tenantId: string,
  kind: ApprovalKind<Payload>,
  now: Date,
): Promise<readonly OpenApproval<Payload>[]> {
  const rows = await tx
    .selectFrom('approvals.request')
    .select(['id', 'payload', 'requested_by_name', 'expires_at'])
    .where('tenant_id', '=', tenantId)
    .where('kind', '=', kind.kind)
    .where('closed_at', 'is', null)
    .where('expires_at', '>', now)
    .orderBy('expires_at')
    .orderBy('id')
    .limit(SHOWN)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    payload: kind.payload.parse(JSON.parse(row.payload)),
    requestedByName: row.requested_by_name,
    expiresAt: row.expires_at,
  }));
}
