import { z } from 'zod';
import type { ApprovalKind } from '../../../platform/approvals/approval-kind.ts';
import { openApprovals } from '../../../platform/approvals/read-approvals.ts';
import {
  type ApprovalTables,
  type RequestRefusal,
  requestApproval,
} from '../../../platform/approvals/request-approval.ts';
import type { DomainTime, Done, Tx } from '../../../platform/db/transact.ts';
import { newId } from '../../../platform/ids/uuid.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import type { Actor } from '../../../shared-kernel/role.ts';
import { GRANTABLE_KINDS, type GrantableKind, kindsOf, reportsByRole } from '../domain/reporter-roles.ts';
import type { ReporterType } from '../domain/reporting-guide.ts';
import {
  endKind,
  insertKind,
  type KindPeriod,
  knownReporter,
  type ReportingOrganisation,
  reportingByCode,
  reportingPage,
} from '../persistence/reporter-kind-store.ts';
import { REPORTER_KIND_SUBJECT } from './registration-names.ts';
import { rulesToday } from './registration-rules.ts';

export type KindTables = 'registration.reporter_kind' | 'organisations.organisation';
type AskedTables = 'approvals.request' | 'approvals.decision';

/** As which kinds this person may report today: by her role, or as the register settled for her organisation. */
export async function reporterKinds(
  tx: Tx<KindTables>,
  { role, organisationId }: Pick<Actor, 'role' | 'organisationId'>,
): Promise<readonly ReporterType[]> {
  const needsGrant = reportsByRole(role) === undefined && role === 'aanmelder';
  const known = needsGrant ? await knownReporter(tx, organisationId) : { partnerKind: undefined, granted: [] };
  return kindsOf(role, known);
}

/** What is asked: which kind for which organisation, in the words of the day it was asked. */
export interface GrantKind {
  readonly organisationId: string;
  readonly code: string;
  readonly name: string;
  readonly kind: GrantableKind;
  readonly kindName: string;
}

/** A week: the second person looks the organisation up before she agrees. */
const HOURS = 7 * 24;

/** Settling as what an organisation reports: a person of the register asks, another agrees. */
export const GRANT_REPORTER_KIND: ApprovalKind<GrantKind> = {
  kind: 'registration.grant-reporter-kind',
  label: 'Vastleggen als wat een organisatie aanmeldt',
  effect:
    'De organisatie kan meteen als deze soort aanmelden. Politie, Marechaussee en Arbeidsinspectie doen dat zonder toestemming.',
  payload: z.object({
    organisationId: z.uuid(),
    code: z.string().min(1),
    name: z.string().min(1),
    kind: z.enum(GRANTABLE_KINDS),
    kindName: z.string().min(1),
  }),
  show: ({ code, name, kindName }) => [
    { label: 'Organisatie', value: `${name} (${code})` },
    { label: 'Meldt aan als', value: kindName },
  ],
  requesters: ['comensha-registratie'],
  deciders: ['comensha-registratie'],
  hours: HOURS,
  async execute(tx, request, _decider, time) {
    const { organisationId, code, kind } = request.payload;
    const organisation = await reportingByCode(tx, code, time.today);
    if (organisation?.id !== organisationId) return err({ code: 'reporter-ended' });
    const row = { tenantId: request.tenantId, id: newId(), organisationId, kind, grantedAt: time.now };
    if (!(await insertKind(tx, row))) return err({ code: 'kind-held-before' });
    return ok({ subject: { kind: REPORTER_KIND_SUBJECT, id: row.id } });
  },
};

const subjectOf = (organisationId: string, kind: GrantableKind) => ({
  kind: REPORTER_KIND_SUBJECT,
  id: `${organisationId} ${kind}`,
});

export type KindRefusal = { readonly code: 'not-found' | 'kind-held-before' };

/** Asks a second person of the register to agree that an organisation reports as this kind. */
export async function askForKind(
  tx: Tx<KindTables | 'content.edition' | ApprovalTables>,
  actor: Actor,
  input: { readonly code: string; readonly kind: GrantableKind; readonly reason: string },
  time: DomainTime,
): Promise<Result<Done, KindRefusal | RequestRefusal>> {
  const organisation = await reportingByCode(tx, input.code, time.today);
  if (!organisation) return err({ code: 'not-found' });
  const { id: organisationId, code, name } = organisation;
  const { granted } = await knownReporter(tx, organisationId);
  if (granted.some(({ kind, isHeld }) => isHeld && kind === input.kind)) return err({ code: 'kind-held-before' });
  const { body } = await rulesToday(tx, time.today);
  const kindName = body.reporters.find(({ type }) => type === input.kind)!.name;
  return requestApproval(
    tx,
    GRANT_REPORTER_KIND,
    actor,
    {
      // one request at a time for the same kind of the same organisation
      subject: subjectOf(organisationId, input.kind),
      payload: { organisationId, code, name, kind: input.kind, kindName },
      reason: input.reason,
    },
    time,
  );
}

/** Takes a kind away, at once and alone: what stops wrong sharing waits for nobody. What was sent as it stays what it was. */
export async function withdrawKind(
  tx: Tx<KindTables>,
  actor: Actor,
  input: { readonly code: string; readonly kind: GrantableKind },
  time: DomainTime,
): Promise<Result<Done, { readonly code: 'not-found' | 'kind-not-held' }>> {
  const organisation = await reportingByCode(tx, input.code, time.today);
  if (!organisation) return err({ code: 'not-found' });
  const ended = await endKind(tx, actor.organisationId, organisation.id, input.kind, time.now);
  return ended ? ok({ subject: { kind: REPORTER_KIND_SUBJECT, id: ended } }) : err({ code: 'kind-not-held' });
}

/** An organisation with what it reports as today. */
export interface ReporterRow extends ReportingOrganisation {
  readonly kinds: readonly ReporterType[];
  /** The register settled it; otherwise it follows from its sort. */
  readonly isSettled: boolean;
}

const rowOf = (organisation: ReportingOrganisation & Parameters<typeof kindsOf>[1]): ReporterRow => ({
  ...organisation,
  kinds: kindsOf('aanmelder', organisation),
  isSettled: organisation.granted.some(({ isHeld }) => isHeld),
});

export const REPORTERS_ON_PAGE = 50;

/** One page of the organisations that only report, and what waits for a second person. */
export async function readReporters(tx: Tx<KindTables | AskedTables>, actor: Actor, page: number, time: DomainTime) {
  const size = REPORTERS_ON_PAGE;
  const { rows, total } = await reportingPage(tx, { offset: (page - 1) * size, size }, time.today);
  return {
    rows: rows.map(rowOf),
    total,
    pages: Math.max(1, Math.ceil(total / size)),
    waiting: await waitingKinds(tx, actor, time),
  };
}

/** A request that nobody decided yet. */
export interface WaitingKind {
  readonly id: string;
  readonly organisationId: string;
  readonly code: string;
  readonly name: string;
  readonly kind: GrantableKind;
  readonly askedBy: string;
  readonly expiresAt: Date;
}

async function waitingKinds(tx: Tx<AskedTables>, actor: Actor, { now }: DomainTime): Promise<readonly WaitingKind[]> {
  const open = await openApprovals(tx, actor.organisationId, GRANT_REPORTER_KIND, now);
  return open.map(({ id, payload, requestedByName, expiresAt }) => {
    const { organisationId, code, name, kind } = payload;
    return { id, organisationId, code, name, kind, askedBy: requestedByName, expiresAt };
  });
}

/** One of them: what it reports as, since when, what it was before, and what is asked for it. */
export async function readReporter(
  tx: Tx<KindTables | AskedTables>,
  actor: Actor,
  code: string,
  time: DomainTime,
): Promise<
  (ReporterRow & { readonly periods: readonly KindPeriod[]; readonly waiting: readonly WaitingKind[] }) | undefined
> {
  const organisation = await reportingByCode(tx, code, time.today);
  if (!organisation) return undefined;
  const { periods, granted } = await knownReporter(tx, organisation.id);
  const waiting = await waitingKinds(tx, actor, time);
  return {
    ...rowOf({ ...organisation, granted }),
    periods,
    waiting: waiting.filter(({ organisationId }) => organisationId === organisation.id),
  };
}

/** What an organisation itself sees: as what it reports, and what the register settled about it. */
export async function readOwnKinds(
  tx: Tx<KindTables>,
  actor: Actor,
): Promise<{
  readonly kinds: readonly ReporterType[];
  readonly isByRole: boolean;
  readonly periods: readonly KindPeriod[];
}> {
  const { role, organisationId } = actor;
  if (reportsByRole(role)) return { kinds: await reporterKinds(tx, actor), isByRole: true, periods: [] };
  const known = await knownReporter(tx, organisationId);
  return { kinds: kindsOf(role, known), isByRole: false, periods: known.periods };
}
