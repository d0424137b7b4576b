import type { DomainTime, Done, Tx } from '../../../../platform/db/transact.ts';
import { type Colleague, colleaguesOf } from '../../../../platform/members/members.ts';
import type { PlainDate } from '../../../../shared-kernel/plain-date.ts';
import { err, ok, type Result } from '../../../../shared-kernel/result.ts';
import type { Actor } from '../../../../shared-kernel/role.ts';
import { agesDisagree } from '../../../registration/index.ts';
import type { Gone } from '../../domain/cases/case-event.ts';
import {
  type CaseContent,
  type CaseFile,
  type CasePerson,
  type CaseStatus,
  type CaseStep,
  caseStatus,
  type Depth,
  stepsIn,
} from '../../domain/cases/case-file.ts';
import type { Safety } from '../../domain/cases/safety.ts';
import { type CaseConsent, caseConsents } from '../../persistence/case-consent-store.ts';
import { goneFrom } from '../../persistence/case-event-store.ts';
import { casesByReference, casesOf, MOST_LISTED, openReferences } from '../../persistence/case-list-query.ts';
import { openCase, sealedCase } from '../../persistence/case-store.ts';
import { countWaiting } from '../../persistence/referral-store.ts';
import { type KeptSafety, safetyOf } from '../../persistence/safety-store.ts';
import { settingOf } from '../../persistence/setting-store.ts';
import { CASE_SUBJECT, LOAD_SUBJECT } from './case-names.ts';
import { type Asking, allowed, type HeldCaseTables, type NotThere } from './held-case.ts';
import { readShared, type SharedCase } from './receive-referral.ts';
import { REFERRAL_MESSAGE_KINDS } from './referral-names.ts';

export const PAGE_SIZE = 50;
export const LAST_PAGE = MOST_LISTED / PAGE_SIZE;

export type ListTables =
  | 'care.case_file'
  | 'care.case_event'
  | 'exchange.message'
  | 'care.setting'
  | 'vault.dossier_key'
  | 'accounts.membership';

export interface WorkList extends Done {
  readonly rows: readonly {
    readonly file: CaseFile;
    readonly coordinatorName: string;
    readonly status: CaseStatus;
    readonly isOwn: boolean;
    /** Under what it is found in the own system; undefined when there is none. */
    readonly reference: string | undefined;
    /** She left, or is missing. */
    readonly gone: Gone | undefined;
  }[];
  readonly total: number;
  /** There are more than are listed. */
  readonly isMore: boolean;
  readonly pages: number;
  readonly depth: Depth;
  /** Referrals of other organisations that nobody answered yet. */
  readonly waiting: number;
  readonly today: PlainDate;
}

const GONE = 'werkt hier niet meer';
const nameOf = (colleagues: readonly Colleague[], id: string) =>
  colleagues.find(({ membershipId }) => membershipId === id)?.name;

/** One page of the cases somebody works on, the nearest day first. Of what they say only the own reference is opened. */
export async function readWorkList(
  tx: Tx<ListTables>,
  { organisationId: tenantId, membershipId }: Actor,
  { page, isClosed }: { readonly page: number; readonly isClosed: boolean },
  today: PlainDate,
): Promise<WorkList> {
  const range = { isClosed, offset: (page - 1) * PAGE_SIZE, size: PAGE_SIZE };
  const { rows: listed, total } = await casesOf(tx, tenantId, membershipId, range);
  const references = await openReferences(tx, listed);
  const rows = listed.map(({ file }) => file);
  const colleagues = await colleaguesOf(tx, tenantId, today, ['zorgcoordinator']);
  const gone = await goneFrom(
    tx,
    tenantId,
    rows.map(({ id }) => id),
  );
  return {
    subject: { kind: LOAD_SUBJECT, id: membershipId },
    rows: rows.map((file) => ({
      file,
      coordinatorName: nameOf(colleagues, file.coordinatorId) ?? GONE,
      status: caseStatus(file, today),
      isOwn: file.coordinatorId === membershipId,
      reference: references.get(file.id),
      gone: gone.get(file.id),
    })),
    total: Math.min(total, MOST_LISTED),
    isMore: total > MOST_LISTED,
    pages: Math.max(1, Math.ceil(Math.min(total, MOST_LISTED) / PAGE_SIZE)),
    depth: (await settingOf(tx, tenantId)).depth,
    waiting: await countWaiting(tx, tenantId, REFERRAL_MESSAGE_KINDS, today),
    today,
  };
}

/** The codes of her cases under exactly this reference of the own system; a row in the log of data processing names the search. */
export async function findByReference(
  tx: Tx<'care.case_file'>,
  { organisationId, membershipId }: Actor,
  reference: string,
): Promise<Done & { readonly codes: readonly string[] }> {
  const found = await casesByReference(tx, organisationId, membershipId, reference);
  return { subject: { kind: LOAD_SUBJECT, id: membershipId }, codes: found.map(({ code }) => code) };
}

/** A case with what it says, what was agreed to, and what can be done now. */
export interface CaseView extends Done {
  readonly file: CaseFile;
  readonly status: CaseStatus;
  readonly depth: Depth;
  /** Authority over the person is contested. */
  readonly isContested: boolean;
  /** The chosen age and the day of birth say something else: consent follows the day of birth. */
  readonly doAgesDisagree: boolean;
  readonly steps: readonly CaseStep[];
  /** Undefined when the key of its dossier was destroyed. */
  readonly content: CaseContent | undefined;
  readonly person: CasePerson | undefined;
  /** What keeps her safe and how she may be reached: shown wherever something is done. While nobody asked here, the list that was shared. */
  readonly safety: { readonly safety: Safety } | undefined;
  /** The list that was asked here. */
  readonly ownSafety: KeptSafety | undefined;
  /** What another organisation shared, read here while nobody asked about safety yet. */
  readonly shared: SharedCase | undefined;
  readonly consents: readonly CaseConsent[];
  readonly today: PlainDate;
}

export type ReadTables =
  | HeldCaseTables
  | 'exchange.message'
  | 'vault.message_key'
  | 'care.case_consent'
  | 'care.safety'
  | 'vault.dossier_key';

/** Opens a case that she works on; a row in the log of data processing. */
export async function readCase(
  tx: Tx<ReadTables>,
  asking: Asking,
  code: string,
  time: DomainTime,
): Promise<Result<CaseView, NotThere>> {
  const tenantId = asking.actor.organisationId;
  const found = await sealedCase(tx, tenantId, code);
  const may = await allowed(tx, asking, found?.file, 'R', time);
  if (!found || !may.ok) return err({ code: 'not-found' });
  const { file } = found;
  const opened = await openCase(tx, found);
  const status = caseStatus(file, time.today);
  const ownSafety = opened && (await safetyOf(tx, tenantId, file));
  const shared = ownSafety ? undefined : await sharedWith(tx, tenantId, file);
  return ok({
    subject: { kind: CASE_SUBJECT, id: file.id },
    file,
    status,
    depth: found.depth,
    isContested: found.isContested,
    doAgesDisagree: !!opened && agesDisagree(opened.content.ageGroup, opened.person?.birthDate, time.today),
    steps: stepsIn(status),
    content: opened?.content,
    person: opened?.person,
    safety: ownSafety ?? (shared?.safety && { safety: { ...shared.safety, isShared: true } }),
    ownSafety,
    shared,
    consents: await caseConsents(tx, tenantId, file.id),
    today: time.today,
  });
}

/** What another organisation shared with who works on this case, while the consent holds. */
export const sharedWith = async (
  tx: Tx<'exchange.message' | 'vault.message_key'>,
  tenantId: string,
  { source, sourceId }: Pick<CaseFile, 'source' | 'sourceId'>,
): Promise<SharedCase | undefined> =>
  source === 'referral' && sourceId !== undefined ? readShared(tx, tenantId, sourceId) : undefined;

/** Who works on a case, and what another organisation shared: for its own page, which no deed about it needs. */
export interface CaseBeside {
  /** When the case came by a referral and the consent holds. */
  readonly shared: SharedCase | undefined;
  readonly coordinator: string;
  readonly gone: Gone | undefined;
  readonly substitute: string | undefined;
  /** Who could stand in. */
  readonly colleagues: readonly { readonly membershipId: string; readonly name: string }[];
}

export async function readBeside(
  tx: Tx<'exchange.message' | 'vault.message_key' | 'accounts.membership' | 'care.case_event'>,
  tenantId: string,
  { file, shared, today }: Pick<CaseView, 'file' | 'shared' | 'today'>,
): Promise<CaseBeside> {
  const colleagues = await colleaguesOf(tx, tenantId, today, ['zorgcoordinator']);
  return {
    shared: shared ?? (await sharedWith(tx, tenantId, file)),
    gone: (await goneFrom(tx, tenantId, [file.id])).get(file.id),
    coordinator: nameOf(colleagues, file.coordinatorId) ?? GONE,
    substitute: file.substituteId && (nameOf(colleagues, file.substituteId) ?? GONE),
    colleagues: colleagues.filter(({ membershipId }) => membershipId !== file.coordinatorId),
  };
}
