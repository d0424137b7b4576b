import type { ApprovalTables } from '../../../platform/approvals/request-approval.ts';
import type { DomainTime, Tx } from '../../../platform/db/transact.ts';
import { askDossier, type DossierTables } from '../../../platform/dossiers/reach.ts';
import type { Policy } from '../../../platform/policy/policy.ts';
import type { KeepTables } from '../../../platform/retention/keep-record.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import type { Actor } from '../../../shared-kernel/role.ts';
import { mayStillHelp } from '../../registration/index.ts';
import type { PlaceRequest } from '../domain/request.ts';
import { findRequest, holdRequest } from '../persistence/request-store.ts';

/** Who asks, and by what policy it is decided. */
export interface Asking {
  readonly actor: Actor;
  readonly policy: Policy;
}

export type NotThere = { readonly code: 'not-found' };

export type RequestTables =
  | 'shelter.request'
  | 'shelter.decision'
  | 'vault.dossier_key'
  | 'privacy.dossier'
  | 'content.edition'
  | 'exchange.message'
  | DossierTables
  | KeepTables
  | ApprovalTables;

export interface SeenRequest {
  readonly code: string;
  readonly version: number;
}
export type MovedOn = { readonly code: 'moved-on' };
/** A request that this person may read; nothing is opened. */
export async function readAllowed(
  tx: Tx<RequestTables>,
  asking: Asking,
  code: string,
  time: DomainTime,
): Promise<Result<PlaceRequest, NotThere>> {
  const found = await findRequest(tx, asking.actor.organisationId, code);
  return allowedRequest(tx, asking, found?.request, 'R', time);
}

/** Whether this person may do this with a request that was found: her desk received it, or it is not there. */
export async function allowedRequest(
  tx: Tx<RequestTables>,
  { actor, policy }: Asking,
  request: PlaceRequest | undefined,
  letter: 'R' | 'W',
  time: DomainTime,
): Promise<Result<PlaceRequest, NotThere>> {
  if (!request) return err({ code: 'not-found' });
  const facts = { isReceived: true } as const;
  const asked = { dossierId: request.dossierId, letter, dataClass: 'D5', purpose: 'VA-04', facts } as const;
  const reached = await askDossier(tx, policy, actor, asked, time);
  return reached.ok ? ok(request) : err({ code: 'not-found' });
}

/** A request that is open, held until the deed is done. */
export async function heldRequest(
  tx: Tx<RequestTables>,
  asking: Asking,
  { code, version }: SeenRequest,
  time: DomainTime,
): Promise<Result<PlaceRequest, NotThere | MovedOn>> {
  const found = await holdRequest(tx, asking.actor.organisationId, code);
  const may = await allowedRequest(tx, asking, found, 'W', time);
  if (!may.ok) return may;
  return may.value.version === version && !may.value.closedAt ? may : err({ code: 'moved-on' });
}

/** Whether what a request rests on was taken back: a consent that travelled with a message. Asked in the deed itself. */
export async function isGroundGone(
  tx: Tx<'exchange.message'>,
  tenantId: string,
  { source, sourceId }: PlaceRequest,
  time: DomainTime,
): Promise<boolean> {
  if (source !== 'help' || sourceId === undefined) return false;
  return !(await mayStillHelp(tx, tenantId, sourceId, time));
}
