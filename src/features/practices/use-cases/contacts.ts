import { type DomainTime, type Done, goOnAsTenant, type Tx } from '../../../platform/db/transact.ts';
import { notify } from '../../../platform/deadlines/notify.ts';
import type { DeadlineTables } from '../../../platform/deadlines/set-deadline.ts';
import { tellHouse } from '../../../platform/deadlines/tell-house.ts';
import { newId } from '../../../platform/ids/uuid.ts';
import { membershipOf } from '../../../platform/members/members.ts';
import type { KeepTables } from '../../../platform/retention/keep-record.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import type { Actor } from '../../../shared-kernel/role.ts';
import { currentFramework, elementById } from '../../approach/index.ts';
import { type NamedOrganisation, organisationsOfKind } from '../../organisations/index.ts';
import { type CaseDataRefusal, refuseCaseData } from '../domain/case-data.ts';
import { type Contact, type ContactRefusal, type ContactWish, mayAnswer, mayReceive } from '../domain/contact.ts';
import type { Said } from '../domain/said.ts';
import { contactsOf, insertContact, loadContact, saveReaction } from '../persistence/contact-store.ts';
import { loadPractice, type PracticeTables } from '../persistence/practice-store.ts';
import { keepContact } from './practice-erasers.ts';
import { CONTACT_PATH, NOTICES } from './tables.ts';

type ContactTables = 'practices.contact' | PracticeTables | DeadlineTables | KeepTables;
type TextRefusal = CaseDataRefusal<'text'>;

const yearOf = ({ today }: DomainTime) => Number(today.slice(0, 4));

/** Asks another municipality to get in touch, and tells those who work on the approach there that something waits. */
export async function askContact(
  tx: Tx<ContactTables>,
  actor: Actor,
  input: {
    readonly receiverCode: string;
    readonly wish: ContactWish;
    readonly element: string | undefined;
    readonly practiceId: string | undefined;
    readonly question: string;
    readonly said: Said;
  },
  time: DomainTime,
): Promise<Result<Done, TextRefusal | { readonly code: 'unknown-municipality' }>> {
  const receiver = await findReceiver(tx, actor, input.receiverCode, time);
  if (!receiver) return err({ code: 'unknown-municipality' });
  const { refusal } = refuseCaseData({ text: input.question }, input.said, yearOf(time));
  if (refusal) return err(refusal);
  const element = input.element && elementById(currentFramework(), input.element)?.id;
  const id = newId();
  await insertContact(tx, {
    tenantId: actor.organisationId,
    id,
    receiverId: receiver.id,
    wish: input.wish,
    element,
    practiceId: input.practiceId && (await loadPractice(tx, input.practiceId))?.id,
    question: input.question,
    askedBy: actor.personId,
    askedByName: actor.personName,
    askedAt: time.now,
    received: undefined,
    answer: undefined,
  });
  await keepContact(tx, actor.organisationId, id, time.today);
  const notice = { tenantId: receiver.id, kind: NOTICES.contactAsked, path: `${CONTACT_PATH}/${id}` };
  for (const role of ['aandachtsfunctionaris', 'beleidsmedewerker'] as const)
    await tellHouse(tx, { ...notice, role }, time.now);
  return ok({ subject: { kind: 'practices.contact', id } });
}

/** The municipality that may be asked: any that exists today, but the own one. */
export async function findReceiver(
  tx: Tx<'organisations.organisation'>,
  actor: Actor,
  code: string,
  { today }: Pick<DomainTime, 'today'>,
): Promise<NamedOrganisation | undefined> {
  const found = (await organisationsOfKind(tx, 'gemeente', today)).find((each) => each.code === code);
  return found?.id === actor.organisationId ? undefined : found;
}

/** Says that it was read: the receipt. In the house of who asked, through the door `mandate`. */
export async function receiveContact(
  tx: Tx<ContactTables>,
  actor: Actor,
  id: string,
  time: DomainTime,
): Promise<Result<Done, ContactRefusal>> {
  const may = mayReceive(await loadContact(tx, id, { receiverId: actor.organisationId }));
  if (!may.ok) return may;
  const by = { name: actor.personName, at: time.now };
  if (!(await saveReaction(tx, may.value, by, undefined))) return err({ code: 'received-already' });
  return ok({ subject: { kind: 'practices.contact', id } });
}

/** Answers, and tells who asked. In the house of who asked, through the door `mandate`. */
export async function answerContact(
  tx: Tx<ContactTables>,
  actor: Actor,
  input: { readonly id: string; readonly text: string; readonly said: Said },
  time: DomainTime,
): Promise<Result<Done, ContactRefusal | TextRefusal>> {
  const may = mayAnswer(await loadContact(tx, input.id, { receiverId: actor.organisationId }));
  if (!may.ok) return may;
  const { refusal } = refuseCaseData({ text: input.text }, input.said, yearOf(time));
  if (refusal) return err(refusal);
  const by = { name: actor.personName, at: time.now };
  if (!(await saveReaction(tx, may.value, by, input.text))) return err({ code: 'answered-already' });
  await tellAsker(tx, may.value, time);
  return ok({ subject: { kind: 'practices.contact', id: input.id } });
}

async function tellAsker(tx: Tx<ContactTables>, { tenantId, id, askedBy }: Contact, { now, today }: DomainTime) {
  await goOnAsTenant(tx);
  await keepContact(tx, tenantId, id, today);
  const membershipId = await membershipOf(tx, tenantId, askedBy);
  if (!membershipId) return;
  const message = { tenantId, membershipId, personId: askedBy, kind: NOTICES.contactAnswered, level: 1 } as const;
  await notify(tx, { ...message, path: `${CONTACT_PATH}/${id}` }, now);
}

/** What the own municipality asked; through the door `own`. */
export async function readAsked(tx: Tx<'practices.contact'>, actor: Actor, limit: number) {
  return contactsOf(tx, { tenantId: actor.organisationId }, limit);
}

/** What others ask of it; through the door `mandate`. */
export async function readAskedOfUs(tx: Tx<'practices.contact'>, actor: Actor, limit: number) {
  return contactsOf(tx, { receiverId: actor.organisationId }, limit);
}

/** One, of either side: through `own` what was asked, through `mandate` what is asked of us. */
export async function readContact(
  tx: Tx<'practices.contact'>,
  actor: Actor,
  id: string,
  side: 'asker' | 'receiver',
): Promise<Contact | undefined> {
  const { organisationId } = actor;
  return loadContact(tx, id, side === 'asker' ? { tenantId: organisationId } : { receiverId: organisationId });
}
