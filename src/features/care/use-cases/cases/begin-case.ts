import { z } from 'zod';
import type { DomainTime, Done, Tx } from '../../../../platform/db/transact.ts';
import type { DeadlineTables } from '../../../../platform/deadlines/set-deadline.ts';
import { giveAccess, openDossier } from '../../../../platform/dossiers/give-access.ts';
import { findMessage, readMessage } from '../../../../platform/exchange/message.ts';
import { newRandomBytes, newRandomId } from '../../../../platform/ids/uuid.ts';
import { type KeepTables, keepRecord } from '../../../../platform/retention/keep-record.ts';
import { looksLikePhoneNumber } from '../../../../shared-kernel/phone-number.ts';
import { err, ok, type Result } from '../../../../shared-kernel/result.ts';
import type { Actor } from '../../../../shared-kernel/role.ts';
import { ageBand, readRegistration, registrationCode } from '../../../registration/index.ts';
import type { CaseContent, CaseFile, CasePerson, CaseSource } from '../../domain/cases/case-file.ts';
import { caseFrom, caseOfRegistration, insertCase } from '../../persistence/case-store.ts';
import { settingOf } from '../../persistence/setting-store.ts';
import { CASE_SUBJECT, casePath } from './case-names.ts';
import { watchLoad } from './caseload.ts';
import type { Asking, HeldCaseTables, NotThere } from './held-case.ts';

export type BeginTables =
  | HeldCaseTables
  | KeepTables
  | DeadlineTables
  | 'care.desk'
  | 'vault.dossier_key'
  | 'accounts.membership'
  | 'exchange.message'
  | 'vault.message_key'
  | 'registration.registration'
  | 'registration.consent'
  | 'registration.region_count';

/** From what a case begins; a message or a registration is named by how its page is. */
export type BeginsFrom =
  | { readonly source: 'phone' }
  | { readonly source: 'registration'; readonly code: string }
  | { readonly source: 'signal'; readonly messageId: string };

/** What is filled in beforehand: nobody types twice what somebody else wrote down. */
export interface KnownBefore extends Done {
  readonly sourceId: string;
  readonly region: string;
  readonly person: CasePerson | undefined;
  readonly content: Partial<CaseContent>;
  /** A case began from it before; its code only for who works on that one. */
  readonly before: { readonly code: string | undefined } | undefined;
}

/** As much of what came in as one field takes. */
const REASON_LENGTH = 10_000;

/** The kinds of message that carry a signal, and for which purpose each is read. */
export type SignalKinds = ReadonlyMap<string, string>;

/** Opens what a case may begin from, for who received or wrote it; a row in the log of data processing. */
export async function knownBefore(
  tx: Tx<BeginTables>,
  asking: Asking,
  from: Exclude<BeginsFrom, { source: 'phone' }>,
  kinds: SignalKinds,
  time: DomainTime,
): Promise<Result<KnownBefore, NotThere>> {
  const known =
    from.source === 'registration'
      ? await ofRegistration(tx, asking, from.code, time)
      : await ofSignal(tx, asking, from.messageId, kinds, time);
  if (!known.ok) return known;
  const { organisationId: tenantId } = asking.actor;
  const { sourceId } = known.value;
  const before =
    from.source === 'registration'
      ? await caseOfRegistration(tx, tenantId, { id: sourceId, code: from.code })
      : await caseFrom(tx, tenantId, sourceId);
  return ok({ ...known.value, before: before && toldOf(before, asking.actor) });
}

/** That a case began before, and its code only for who works on it. */
export const toldOf = (
  { code, coordinatorId, substituteId }: CaseFile,
  { membershipId }: Actor,
): NonNullable<KnownBefore['before']> => ({
  code: [coordinatorId, substituteId].includes(membershipId) ? code : undefined,
});

/** What the page of a registration says of the case that belongs to it; undefined when there is none. */
export async function caseBeside(
  tx: Tx<'care.case_file'>,
  actor: Actor,
  registration: { readonly id: string; readonly code: string },
): Promise<KnownBefore['before']> {
  const file = await caseOfRegistration(tx, actor.organisationId, registration);
  return file && toldOf(file, actor);
}

async function ofRegistration(
  tx: Tx<BeginTables>,
  asking: Asking,
  code: string,
  time: DomainTime,
): Promise<Result<Omit<KnownBefore, 'before'>, NotThere>> {
  const found = await readRegistration(tx, asking, code, time);
  if (!found.ok || !found.value.content) return err({ code: 'not-found' });
  const { registration, content, person, subject } = found.value;
  const { ageGroup, gender, forms } = content;
  return ok({
    subject,
    sourceId: registration.id,
    region: registration.region,
    person: person && { name: person.name, birthDate: person.birthDate },
    content: { ageGroup, gender, forms },
  });
}

const Signal = z.object({
  question: z.string(),
  reachable: z.string(),
  askedBy: z.string(),
  document: z.object({
    title: z.string(),
    blocks: z.array(z.object({ kind: z.string(), text: z.string().optional() })),
  }),
});

async function ofSignal(
  tx: Tx<BeginTables>,
  { actor, policy }: Asking,
  id: string,
  kinds: SignalKinds,
  time: DomainTime,
): Promise<Result<Omit<KnownBefore, 'before'>, NotThere>> {
  const message = await findMessage(tx, actor.organisationId, id, time.today);
  const purpose = message && kinds.get(message.kind);
  if (!message || purpose === undefined || message.box !== 'in' || !['delivered', 'accepted'].includes(message.state))
    return err({ code: 'not-found' });
  const facts = { isReceived: true, isOwnOrganisation: true, reach: 'assigned' } as const;
  if (!policy.decide({ who: actor.role, letter: 'R', dataClass: 'D3', purpose, facts }).allowed)
    return err({ code: 'not-found' });
  const subject = { kind: 'exchange.message', id };
  const bytes = await readMessage(tx, actor.organisationId, 'in', id, subject);
  const read = bytes && Signal.safeParse(JSON.parse(bytes.toString('utf8')));
  if (!read?.success) return err({ code: 'not-found' });
  const { document, askedBy, reachable } = read.data;
  const reason = document.blocks.flatMap(({ text }) => text ?? []).join('\n');
  return ok({
    subject,
    sourceId: id,
    region: 'unknown',
    person: undefined,
    content: {
      reason: reason.slice(0, REASON_LENGTH),
      broughtBy: askedBy.slice(0, 200),
      callBack: looksLikePhoneNumber(reachable) ? reachable : '',
    },
  });
}

export type BeginRefusal =
  | NotThere
  | { readonly code: 'signpost-only' | 'begun-before' | 'birth-date-in-future' | 'person-excluded' };

export type Begun = Done & { readonly code: string };

export interface BeginInput {
  readonly from: BeginsFrom;
  readonly region: string;
  readonly person: CasePerson | undefined;
  readonly content: CaseContent;
}

/** Begins a case: it is the coordinator's from the first moment, and nobody else's. */
export async function beginCase(
  tx: Tx<BeginTables>,
  asking: Asking,
  input: BeginInput,
  kinds: SignalKinds,
  time: DomainTime,
): Promise<Result<Begun, BeginRefusal>> {
  const { from } = input;
  if (from.source === 'phone') return layCase(tx, asking.actor, { ...input, source: 'phone' }, time);
  const known = await knownBefore(tx, asking, from, kinds, time);
  if (!known.ok) return known;
  if (known.value.before) return err({ code: 'begun-before' });
  return layCase(tx, asking.actor, { ...input, source: from.source, sourceId: known.value.sourceId }, time);
}

/** Lays the case with its dossier, its coordinator and its term, by whatever way it came. */
export async function layCase(
  tx: Tx<BeginTables>,
  actor: Actor,
  input: Omit<BeginInput, 'from'> & { readonly source: CaseSource; readonly sourceId?: string },
  time: DomainTime,
): Promise<Result<Begun, BeginRefusal>> {
  const tenantId = actor.organisationId;
  if ((await settingOf(tx, tenantId)).depth === 'signpost') return err({ code: 'signpost-only' });
  const birth = input.person?.birthDate;
  if (birth !== undefined && birth > time.today.slice(0, birth.length)) return err({ code: 'birth-date-in-future' });
  const id = newRandomId();
  const code = registrationCode(newRandomBytes(8));
  const file: CaseFile = {
    id,
    dossierId: id,
    code,
    source: input.source,
    sourceId: input.sourceId,
    region: input.region,
    coordinatorId: actor.membershipId,
    substituteId: undefined,
    begunOn: time.today,
    startedOn: undefined,
    ground: undefined,
    closedOn: undefined,
    outcome: undefined,
    aftercareUntil: undefined,
    nextOn: undefined,
    registrationCode: undefined,
    isYouth: isMinor(input, time),
    version: 1,
  };
  await openDossier(tx, actor, { id, kind: CASE_SUBJECT, activity: 'VA-03', path: casePath(code) }, time);
  if (!(await insertCase(tx, tenantId, file, input.content, input.person))) return err({ code: 'begun-before' });
  const giving = { dossierId: id, personId: actor.personId, kind: 'assigned', until: undefined } as const;
  const given = await giveAccess(tx, actor, { ...giving, reason: 'begon het dossier' }, time);
  if (!given.ok) return err({ code: 'person-excluded' });
  await keepCase(tx, tenantId, file, time);
  await watchLoad(tx, tenantId, actor.membershipId, time);
  return ok({ subject: { kind: CASE_SUBJECT, id }, code });
}

/** Whether the person is a minor today, as far as it is known. */
export const isMinor = (
  { content, person }: { readonly content: CaseContent; readonly person: CasePerson | undefined },
  { today }: Pick<DomainTime, 'today'>,
): boolean => ageBand(content.ageGroup, person?.birthDate, today) === 'yes';

/** By which term a case is kept, and everything that left from it. */
export const keptBy = ({ isYouth }: Pick<CaseFile, 'isYouth'>) => (isYouth ? 'youth-dossier' : 'care-dossier');

/** The term counts from the last change. */
export async function keepCase(
  tx: Tx<KeepTables>,
  tenantId: string,
  { id, dossierId, isYouth }: Pick<CaseFile, 'id' | 'dossierId' | 'isYouth'>,
  { today }: Pick<DomainTime, 'today'>,
): Promise<void> {
  const subject = { kind: CASE_SUBJECT, id };
  await keepRecord(tx, { tenantId, rule: keptBy({ isYouth }), subject, dossierId, startsOn: today });
}
