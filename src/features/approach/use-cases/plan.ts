import { createHash } from 'node:crypto';
import type { DomainTime, Tx } from '../../../platform/db/transact.ts';
import { newId } from '../../../platform/ids/uuid.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import type { Actor, Role } from '../../../shared-kernel/role.ts';
import {
  type Action,
  checkPlan,
  factsOfPlan,
  type Leaving,
  type Plan,
  type PlanFacts,
  type PlanRefusal,
  totalsOn,
} from '../domain/plan.ts';
import { offerHolds, type RegionOffer } from '../domain/region-offer.ts';
import { latestFacts } from '../persistence/fact-store.ts';
import { loadActions, loadPlan, savePlan } from '../persistence/plan-store.ts';
import { loadOffers, loadOwnRegions } from '../persistence/region-offer-store.ts';
import { followDepartures, type RenewTables, renewAnchoring } from './anchoring.ts';
import { reportFact } from './facts.ts';
import { leavingCarriers, warnOfLeaving } from './plan-departures.ts';

export type PlanTables =
  | 'approach.plan'
  | 'approach.plan_action'
  | 'approach.plan_action_log'
  | 'organisations.region_membership'
  | 'organisations.organisation'
  | RenewTables;

/** Who may carry an action: whoever can open the plan. */
export const CARRIERS: readonly Role[] = ['aandachtsfunctionaris', 'beleidsmedewerker', 'teamleider', 'bestuurder'];

/** The element that says there is policy: what a region publishes of it, a local plan can be under. */
const POLICY = 'K1.1';

export interface PlanInput extends Omit<PlanFacts, 'regional'> {
  /** A region of this municipality that published its policy, or a policy that stands elsewhere; neither for an own plan. */
  readonly regionId: string | undefined;
  readonly elsewhere: { readonly title: string; readonly link: string | undefined } | undefined;
  /** 0 for a first plan, or the version on the form. */
  readonly seenVersion: number;
}

/** What a deed on the plan gives back. */
export type Done<T> = { readonly subject: { readonly kind: string; readonly id: string } } & T;

/** Makes the plan of this municipality, or changes what it says about itself. */
export async function keepPlan(
  tx: Tx<PlanTables>,
  actor: Actor,
  { seenVersion, regionId, elsewhere, ...facts }: PlanInput,
  time: DomainTime,
): Promise<Result<Done<{ plan: Plan }>, PlanRefusal>> {
  const tenantId = actor.organisationId;
  const current = await loadPlan(tx, tenantId, { forUpdate: true });
  if ((current?.version ?? 0) !== seenVersion) return err({ code: 'edit-conflict' });
  const offer =
    regionId && (await policiesOfRegions(tx, tenantId, time.today)).find((each) => each.regionId === regionId);
  if (regionId && !offer) return err({ code: 'unknown-region' });
  const regional = offer
    ? { regionId, title: `${offer.title} (${offer.regionName})`, link: offer.link, sha256: hashOfOffer(offer) }
    : elsewhere && { ...elsewhere, regionId: undefined, sha256: undefined };
  const checked = checkPlan({ ...facts, regional }, time.today);
  if (!checked.ok) return checked;
  const plan: Plan = {
    ...checked.value,
    id: current?.id ?? newId(),
    edition: current?.edition ?? 1,
    version: seenVersion + 1,
    changedBy: actor.personName,
    changedByPersonId: actor.personId,
    changedAt: time.now,
  };
  if (!(await savePlan(tx, tenantId, plan))) return err({ code: 'edit-conflict' });
  await reportPlan(tx, actor, plan, time);
  return ok({ subject: subjectOf(plan), plan });
}

/** The plan as what a deed was about. */
export const subjectOf = ({ id }: Plan) => ({ kind: 'approach.plan', id }) as const;

/** What a region published, as bytes in a fixed order: its hash says which text a plan was made under. */
function hashOfOffer({ regionId, title, link, adoptingBody, decidedOn, validUntil }: RegionOffer): string {
  const content = JSON.stringify([regionId, title, link ?? null, adoptingBody, decidedOn, validUntil]);
  return createHash('sha256').update(content).digest('hex');
}

/** The policies that regions of this municipality published and that hold today. */
export async function policiesOfRegions(
  tx: Tx<'approach.region_offer' | 'organisations.region_membership' | 'organisations.organisation'>,
  tenantId: string,
  today: PlainDate,
): Promise<readonly (RegionOffer & { readonly regionName: string })[]> {
  const regions = await loadOwnRegions(tx, tenantId, today);
  const offers = await loadOffers(tx, [...new Set(regions.map(({ id }) => id))]);
  return offers
    .filter((offer) => offer.element === POLICY && offerHolds(offer, today))
    .map((offer) => ({ ...offer, regionName: regions.find(({ id }) => id === offer.regionId)?.name ?? '' }));
}

/** Tells the approach what the plan proves, when that changed; and who hears that whoever carries an action leaves. */
export async function reportPlan(
  tx: Tx<PlanTables>,
  { organisationId: tenantId, personName }: Pick<Actor, 'organisationId' | 'personName'>,
  plan: Plan,
  time: DomainTime,
): Promise<void> {
  const actions = await loadActions(tx, tenantId, plan.id);
  const leaving = await leavingCarriers(tx, tenantId, actions);
  const totals = totalsOn(actions, leaving, time.today);
  await warnOfLeaving(tx, tenantId, actions, leaving, time);
  let isNew = false;
  const known = (await latestFacts(tx, tenantId)).filter(({ source }) => source === 'plan');
  for (const fact of factsOfPlan(plan, totals, personName, time.today)) {
    const before = known.find(({ element }) => element === fact.element);
    if (before?.state === fact.state && before.lapsesOn === fact.lapsesOn) continue;
    await reportFact(tx, tenantId, fact, time);
    isNew = true;
  }
  if (isNew) await renewAnchoring(tx, tenantId, time);
}

/** What follows when somebody in the municipality ends a role: for K2.1 and anchoring, and for the actions of the plan. */
export async function followAllDepartures(tx: Tx<PlanTables>, tenantId: string, time: DomainTime): Promise<void> {
  await followDepartures(tx, tenantId, time);
  const plan = await loadPlan(tx, tenantId, { forUpdate: true });
  if (plan) await reportPlan(tx, { organisationId: tenantId, personName: 'Mensen' }, plan, time);
}

/** The plan with its actions, and until when whoever carries them has the role for it. */
export interface PlanView {
  readonly plan: Plan;
  readonly actions: readonly Action[];
  readonly leaving: Leaving;
}

export async function readPlan(
  tx: Tx<'approach.plan' | 'approach.plan_action' | 'accounts.membership'>,
  { organisationId }: Actor,
): Promise<PlanView | undefined> {
  const plan = await loadPlan(tx, organisationId);
  if (!plan) return undefined;
  const actions = await loadActions(tx, organisationId, plan.id);
  return { plan, actions, leaving: await leavingCarriers(tx, organisationId, actions) };
}
