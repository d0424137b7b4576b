import type { DomainTime, Done, Tx } from '../../../platform/db/transact.ts';
import { completeDeadlines, type DeadlineTables } from '../../../platform/deadlines/set-deadline.ts';
import { newId } from '../../../platform/ids/uuid.ts';
import type { KeepTables } from '../../../platform/retention/keep-record.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import type { Actor } from '../../../shared-kernel/role.ts';
import { guardText } from '../../../shared-kernel/text-guard.ts';
import { countsOn, currentFacts, currentFramework, type Fact, isArranged, levelsOn } from '../../approach/index.ts';
import { type Need, needsFrom } from '../domain/need.ts';
import { answerDay, close, EFFECTS, type Effect, type RequestRefusal, type SupportRequest } from '../domain/request.ts';
import {
  insertRequest,
  insertStep,
  loadRequest,
  requestsOf,
  type Step,
  saveRequest,
  stepsOf,
} from '../persistence/request-store.ts';
import { deskIdsOn, tellDesk } from './desk-houses.ts';
import { keepRequest } from './request-eraser.ts';
import { deskRequestPath, NOTICES } from './support-names.ts';

type FactTx = Tx<'approach.fact' | 'approach.region_offer'>;
export type SupportTables =
  | 'support.request'
  | 'support.step'
  | 'approach.fact'
  | 'approach.region_offer'
  | 'organisations.organisation'
  | DeadlineTables
  | KeepTables;

/** So many requests are shown; a municipality asks a few a year. */
const SHOWN = 100;

/** What this municipality needs by its own facts, and what it asked. Through the door `own`. */
export async function readNeeds(
  tx: Tx<SupportTables>,
  actor: Actor,
  { today }: Pick<DomainTime, 'today'>,
): Promise<{ readonly needs: readonly Need[]; readonly requests: readonly SupportRequest[] }> {
  const facts = await currentFacts(tx as FactTx, actor.organisationId);
  const requests = await requestsOf(tx, actor.organisationId, SHOWN);
  const asked = new Set(requests.filter(({ state }) => state !== 'closed').map(({ element }) => element));
  return { needs: needsIn(facts, today).filter(({ element }) => !asked.has(element)), requests };
}

function needsIn(facts: readonly Fact[], today: DomainTime['today']): readonly Need[] {
  const standing = new Map<string, 'holds' | 'lapsed'>();
  for (const fact of facts.filter(({ state }) => isArranged(state)))
    if (countsOn(fact, today)) standing.set(fact.element, 'holds');
    else if (!standing.has(fact.element)) standing.set(fact.element, 'lapsed');
  const elements = currentFramework().elements.map(({ id, theme, plateau }) => ({
    id,
    theme,
    isBasis: plateau === 'basis',
  }));
  return needsFrom(elements, standing);
}

/** The level of the theme of an element today, by the own facts. */
function levelOf(element: string, facts: readonly Fact[], today: DomainTime['today']): number {
  const theme = currentFramework().elements.find(({ id }) => id === element)?.theme;
  return levelsOn(currentFramework(), facts, today).find((each) => each.theme.id === theme)?.level ?? 0;
}

export type AskRefusal =
  | { readonly code: 'no-desk' }
  | { readonly code: 'no-need' }
  | { readonly code: 'asked-already' }
  | { readonly code: 'holds-case-data' };

/** Confirms a need and asks for support with it; VNG and CoMensha hear of it and share it. */
export async function askSupport(
  tx: Tx<SupportTables>,
  actor: Actor,
  input: { readonly element: string; readonly wish: string },
  time: DomainTime,
): Promise<Result<Done, AskRefusal>> {
  if (guardText(input.wish).numbers.length > 0) return err({ code: 'holds-case-data' });
  const facts = await currentFacts(tx as FactTx, actor.organisationId);
  const need = needsIn(facts, time.today).find(({ element }) => element === input.element);
  if (!need) return err({ code: 'no-need' });
  const deskIds = await deskIdsOn(tx, time.today);
  if (deskIds.length === 0) return err({ code: 'no-desk' });
  const request: SupportRequest = {
    tenantId: actor.organisationId,
    id: newId(),
    deskIds,
    ...need,
    wish: input.wish,
    state: 'asked',
    version: 1,
    askedBy: actor.personId,
    askedByName: actor.personName,
    askedAt: time.now,
    answerBy: answerDay(time.today),
    owner: undefined,
    plan: undefined,
    sessionId: undefined,
    helpedOn: undefined,
    followUpOn: undefined,
    levelBefore: levelOf(need.element, facts, time.today),
    levelAfter: undefined,
    effect: undefined,
  };
  if (!(await insertRequest(tx, request))) return err({ code: 'asked-already' });
  await insertStep(tx, request, stepBy(actor, 'Ondersteuning gevraagd', time));
  await keepRequest(tx, request, time.today);
  await tellDesk(tx, deskIds, { kind: NOTICES.asked, path: deskRequestPath(request.id) }, time.now);
  return ok({ subject: { kind: 'support.request', id: request.id } });
}

/** Says what the support changed; the level of the scan comes along. The desk hears it. */
export async function followUp(
  tx: Tx<SupportTables>,
  actor: Actor,
  input: { readonly id: string; readonly seenVersion: number; readonly effect: Effect },
  time: DomainTime,
): Promise<Result<Done, RequestRefusal>> {
  const tenantId = actor.organisationId;
  const request = await loadRequest(tx, input.id, { tenantId });
  const facts = await currentFacts(tx as FactTx, tenantId);
  const level = request ? levelOf(request.element, facts, time.today) : 0;
  const closed = close(request, input.seenVersion, { effect: input.effect, level });
  if (!closed.ok) return closed;
  if (!(await saveRequest(tx, closed.value, time.now))) return err({ code: 'edit-conflict' });
  await insertStep(tx, closed.value, stepBy(actor, `Afgerond: ${EFFECTS[input.effect].toLowerCase()}`, time));
  const subject = { kind: 'support.request', id: input.id };
  await keepRequest(tx, closed.value, time.today);
  await completeDeadlines(tx, tenantId, subject, time.now);
  const { deskIds, id } = closed.value;
  await tellDesk(tx, deskIds, { kind: NOTICES.closed, path: deskRequestPath(id) }, time.now);
  return ok({ subject });
}

export const stepBy = (
  { personName, organisationName }: Actor,
  what: string,
  { now }: Pick<DomainTime, 'now'>,
): Step => ({ id: newId(), what, byName: personName, byOrganisation: organisationName, at: now });

/** One request of this municipality with what was done; through the door `own`. */
export async function readOwnRequest(
  tx: Tx<SupportTables>,
  actor: Actor,
  id: string,
): Promise<{ readonly request: SupportRequest; readonly steps: readonly Step[] } | undefined> {
  const request = await loadRequest(tx, id, { tenantId: actor.organisationId });
  return request && { request, steps: await stepsOf(tx, request) };
}
