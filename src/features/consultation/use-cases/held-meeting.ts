import type { DomainTime, Tx } from '../../../platform/db/transact.ts';
import type { DeadlineTables } from '../../../platform/deadlines/set-deadline.ts';
import type { DossierTables } from '../../../platform/dossiers/reach.ts';
import type { Policy } from '../../../platform/policy/policy.ts';
import { type KeepTables, keepRecords } from '../../../platform/retention/keep-record.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import type { Actor } from '../../../shared-kernel/role.ts';
import type { Meeting, Participant } from '../domain/meeting.ts';
import { itemsOf, type StoredItem } from '../persistence/item-store.ts';
import { holdMeeting, type MeetingTables, participantsOf } from '../persistence/meeting-store.ts';
import { ITEM_SUBJECT, MEETING_SUBJECT, RETENTION_RULE } from './consultation-names.ts';

/** What deeds of a consultation touch. */
export type ConsultationTables =
  | MeetingTables
  | KeepTables
  | DossierTables
  | DeadlineTables
  | 'consultation.covenant'
  | 'consultation.covenant_party'
  | 'vault.dossier_key'
  | 'vault.exchange_key'
  | 'vault.message_key'
  | 'exchange.message'
  | 'exchange.consent'
  | 'content.edition'
  | 'exchange.agreement'
  | 'organisations.organisation';

export type NotThere = { readonly code: 'not-found' };

/** Who asks, and by what policy it is decided. */
export interface Asking {
  readonly actor: Actor;
  readonly policy: Policy;
}

/** A consultation with who takes part and what is on its agenda. */
export interface HeldMeeting {
  readonly meeting: Meeting;
  readonly participants: readonly Participant[];
  readonly items: readonly StoredItem[];
}

/** Whether this person may do this with what is said of persons here: whoever sits at the table was assigned by the chair. */
export const mayHandle = ({ actor, policy }: Asking, letter: 'R' | 'W'): boolean =>
  policy.decide({
    who: actor.role,
    letter,
    dataClass: 'D3',
    purpose: 'VA-02',
    facts: { isOwnOrganisation: true, reach: 'assigned' },
  }).allowed;

/** Whether she may read what the exchange brought to this organisation: her role answers what comes in here. */
export const mayReadReceived = ({ actor, policy }: Asking): boolean =>
  policy.decide({
    who: actor.role,
    letter: 'R',
    dataClass: 'D3',
    purpose: 'VA-02',
    facts: { isReceived: true, isOwnOrganisation: true, reach: 'assigned' },
  }).allowed;

/** The consultation that she chairs, held until the deed is done. Another's: not there. */
export async function heldMeeting(
  tx: Tx<ConsultationTables>,
  asking: Asking,
  id: string,
): Promise<Result<HeldMeeting, NotThere>> {
  const { organisationId: tenantId, personId } = asking.actor;
  const meeting = await holdMeeting(tx, tenantId, id);
  if (meeting?.chairPersonId !== personId || !mayHandle(asking, 'W')) return err({ code: 'not-found' });
  return ok({
    meeting,
    participants: await participantsOf(tx, tenantId, id),
    items: await itemsOf(tx, tenantId, id),
  });
}

/** The term of a consultation and of every person in it counts from its last change; an item by itself can be erased sooner. */
export async function keepMeeting(
  tx: Tx<KeepTables>,
  tenantId: string,
  meetingId: string,
  items: readonly Pick<StoredItem, 'id' | 'dossierId'>[],
  { today }: Pick<DomainTime, 'today'>,
): Promise<void> {
  const kept = { tenantId, rule: RETENTION_RULE, startsOn: today };
  await keepRecords(tx, [
    { ...kept, subject: { kind: MEETING_SUBJECT, id: meetingId } },
    ...items.flatMap(({ id, dossierId }) =>
      dossierId ? [{ ...kept, subject: { kind: ITEM_SUBJECT, id }, dossierId }] : [],
    ),
  ]);
}
