import type { AnyTx, DomainTime, Tx } from '../../../platform/db/transact.ts';
import { notifyRole } from '../../../platform/deadlines/notify.ts';
import { partnersFor } from '../../../platform/exchange/agreement.ts';
import type { Arrived } from '../../../platform/exchange/message-work.ts';
import { arrivedRemarks, remarksAbout, takeInRemarks } from '../../../platform/exchange/remark.ts';
import { keepRecord } from '../../../platform/retention/keep-record.ts';
import { dutchDay } from '../../../shared-kernel/plain-date.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import type { Actor } from '../../../shared-kernel/role.ts';
import type { MonitorTables } from '../../approach/index.ts';
import { type RemarkThing, type ShownRemark, shownRemarks } from '../../collaboration/index.ts';
import { membersOfRegion } from '../../organisations/index.ts';
import type { JointAction } from '../domain/joint-action.ts';
import { type JointTables, loadJointAction, namedOrganisations, regionsOf } from '../persistence/joint-action-store.ts';
import { JOINT_REMARK, NOTICES, TABLE_PATH, TOGETHER_PATH } from './regional-names.ts';

/** The action itself is about nobody and has no term; what was said about it has one of its own, at both ends. */
const RULE = 'joint-action-remark';

type Tables =
  | JointTables
  | MonitorTables
  | 'organisations.region_membership'
  | 'exchange.agreement'
  | 'exchange.message'
  | 'vault.message_key';

interface Named {
  readonly id: string;
  readonly code: string;
  readonly name: string;
}

/** The action, and with whom of the other side something about it can be exchanged today. */
async function actionFor(
  tx: Tx<Tables>,
  { organisationId }: Actor,
  id: string,
  { today }: DomainTime,
): Promise<
  Result<{ readonly action: JointAction; readonly others: readonly Named[] }, { readonly code: 'not-found' }>
> {
  const action = await loadJointAction(tx, id);
  if (!action) return err({ code: 'not-found' });
  const isRegion = action.regionId === organisationId;
  if (!isRegion && !(await regionsOf(tx, organisationId, today)).has(action.regionId))
    return err({ code: 'not-found' });
  const ends = new Set(isRegion ? await membersOfRegion(tx, organisationId, today) : [action.regionId]);
  const agreed = await partnersFor(tx, organisationId, JOINT_REMARK.kind, today);
  const ids = agreed.flatMap(({ counterpartId }) => (ends.has(counterpartId) ? [counterpartId] : []));
  return ok({ action, others: await namedOrganisations(tx, ids) });
}

/** The action, held by whoever may speak of it: the region to its municipalities, a municipality to its region. */
export async function holdJointForRemark(
  tx: Tx<Tables>,
  actor: Actor,
  id: string,
  time: DomainTime,
): Promise<Result<RemarkThing, { readonly code: 'not-found' }>> {
  const found = await actionFor(tx, actor, id, time);
  if (!found.ok) return found;
  return ok({
    subject: { kind: 'regional.joint_action', id },
    aboutId: id,
    receivers: found.value.others,
    kind: JOINT_REMARK,
    basis: 'regionale tafel',
    rule: RULE,
    noPersons: true,
  });
}

/** An action with what was said about it here; undefined when it is not there. */
export async function readJointRemarks(tx: Tx<Tables>, actor: Actor, id: string, time: DomainTime) {
  const found = await actionFor(tx, actor, id, time);
  if (!found.ok) return undefined;
  const remarks = await remarksByJointAction(tx, actor, [id]);
  return { title: found.value.action.title, receivers: found.value.others, remarks: remarks.get(id) ?? [] };
}

/** What was said about these actions, by action, for the page on which they stand. */
export async function remarksByJointAction(
  tx: Tx<'exchange.message' | 'vault.message_key' | 'organisations.organisation'>,
  { organisationId }: Actor,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly ShownRemark[]>> {
  const remarks = await remarksAbout(tx, organisationId, new Map(ids.map((id) => [id, 'nobody'] as const)));
  const names = await namedOrganisations(tx, [...new Set(remarks.map(({ counterpartId }) => counterpartId))]);
  const nameOf = (id: string) => names.find((each) => each.id === id)?.name;
  return new Map(ids.map((id) => [id, shownRemarks(remarks, id, nameOf)]));
}

/** What came in about actions is taken in here and told: that it is there, and nothing of what. */
async function remarkArrived(tx: AnyTx, { tenantId, ids }: Arrived, now: Date): Promise<void> {
  const time = { now, today: dutchDay(now) };
  for (const { id, aboutId } of await arrivedRemarks(tx, tenantId, ids)) {
    const subject = { kind: 'exchange.message', id };
    await keepRecord(tx, { tenantId, rule: RULE, subject, startsOn: time.today });
    if ((await takeInRemarks(tx, [id], true, time)).size === 0) continue;
    const hear = [
      ['ketenregisseur', `${TABLE_PATH}/${aboutId}/opmerking`],
      ['aandachtsfunctionaris', TOGETHER_PATH],
      ['beleidsmedewerker', TOGETHER_PATH],
    ] as const;
    for (const [role, path] of hear) await notifyRole(tx, { tenantId, role, kind: NOTICES.remark, path }, now);
  }
}

export const REMARK_ARRIVALS = new Map([[JOINT_REMARK.kind, remarkArrived] as const]);
