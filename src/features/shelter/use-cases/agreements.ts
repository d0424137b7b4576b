import type { DomainTime, Done, Tx } from '../../../platform/db/transact.ts';
import { newId } from '../../../platform/ids/uuid.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import type { Actor } from '../../../shared-kernel/role.ts';
import { type FactTables, reportFact } from '../../approach/index.ts';
import {
  type AgreementKind,
  type AgreementRefusal,
  checkAgreement,
  ELEMENT_OF,
  holdsOn,
  type ShelterAgreement,
} from '../domain/agreement.ts';
import { agreementsOf, insertAgreement, markEnded } from '../persistence/agreement-store.ts';

type Tables = 'shelter.agreement' | FactTables;
const SUBJECT = 'shelter.agreement';

/** What the municipality agreed about shelter. */
export const readAgreements = (tx: Tx<'shelter.agreement'>, actor: Actor) => agreementsOf(tx, actor.organisationId);

/** Writes an agreement down; the approach hears of it, until the day on which it ends. */
export async function recordShelterAgreement(
  tx: Tx<Tables>,
  actor: Actor,
  input: Pick<ShelterAgreement, 'kind' | 'withName' | 'places' | 'decidedOn' | 'validUntil'>,
  time: DomainTime,
): Promise<Result<Done, AgreementRefusal>> {
  const may = checkAgreement(input, time.today);
  if (!may.ok) return may;
  const id = newId();
  const places = input.kind === 'places' ? input.places : undefined;
  const agreement = { ...input, places, id, endedOn: undefined, recordedByName: actor.personName };
  await insertAgreement(tx, actor.organisationId, agreement);
  await tell(tx, actor, input.kind, time);
  return ok({ subject: { kind: SUBJECT, id } });
}

/** Ends an agreement before its day. What others say of the same goes on to hold. */
export async function endShelterAgreement(
  tx: Tx<Tables>,
  actor: Actor,
  input: { readonly id: string },
  time: DomainTime,
): Promise<Result<Done, { readonly code: 'not-found' }>> {
  const before = (await agreementsOf(tx, actor.organisationId)).find(({ id }) => id === input.id);
  if (!before || !(await markEnded(tx, actor.organisationId, input.id, time.today))) return err({ code: 'not-found' });
  await tell(tx, actor, before.kind, time);
  return ok({ subject: { kind: SUBJECT, id: input.id } });
}

/** Tells the approach how it stands with this element: by what holds longest, or that nothing holds any more. */
async function tell(tx: Tx<Tables>, actor: Actor, kind: AgreementKind, time: DomainTime): Promise<void> {
  const tenantId = actor.organisationId;
  const holding = (await agreementsOf(tx, tenantId)).filter((each) => each.kind === kind && holdsOn(each, time.today));
  const [longest] = holding;
  const places = holding.reduce((sum, each) => sum + (each.places ?? 0), 0);
  const names = holding.map(({ withName }) => withName).join(', ');
  const fact = {
    element: ELEMENT_OF[kind],
    source: 'shelter',
    state: longest ? 'present' : 'absent',
    asOf: longest ? longest.decidedOn : time.today,
    lapsesOn: longest?.validUntil,
    statement: longest
      ? kind === 'places'
        ? `Er zijn afspraken over ${places} opvangplekken, met ${names}.`
        : `De route naar opvang is afgesproken met ${names}, dag en nacht.`
      : 'De afspraak over opvang is beëindigd.',
    evidenceTitle: 'Opvangafspraken in In Beeld',
    reportedBy: actor.personName,
  } as const;
  await reportFact(tx, tenantId, fact, time);
}
