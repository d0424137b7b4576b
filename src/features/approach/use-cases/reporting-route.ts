import type { DomainTime, Tx } from '../../../platform/db/transact.ts';
import { newId } from '../../../platform/ids/uuid.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import type { Actor } from '../../../shared-kernel/role.ts';
import {
  checkRouteDrill,
  factOfRoute,
  keepRoute,
  type ReportingRoute,
  type RouteDrill,
  type RouteDrillInput,
  type RouteDrillRefusal,
  type RouteInput,
  type RouteRefusal,
} from '../domain/reporting-route.ts';
import { DRILL_ELEMENT, factOfDrill } from '../domain/statement.ts';
import {
  insertRouteDrill,
  loadRoute,
  loadRouteDrills,
  type RouteTables,
  saveRoute,
} from '../persistence/reporting-route-store.ts';
import { publishedStanding } from '../persistence/standing-query.ts';
import { publishElement } from '../persistence/standing-store.ts';
import { type RenewTables, reportAndAnchor } from './anchoring.ts';
import { currentFacts } from './facts.ts';

type Tables = RouteTables | RenewTables | 'approach.reporting_route_drill';

/** The route and its drills, as they stand. */
export async function readRoute(
  tx: Tx<RouteTables | 'approach.reporting_route_drill'>,
  { organisationId }: Pick<Actor, 'organisationId'>,
): Promise<{ readonly route: ReportingRoute | undefined; readonly drills: readonly RouteDrill[] }> {
  return { route: await loadRoute(tx, organisationId), drills: await loadRouteDrills(tx, organisationId) };
}

/**
 * Keeps the route for reports of the actor's municipality. One in which every situation is arranged is a fact of K2.2, and what the
 * country sees of that element when nothing it says holds longer. What somebody else changed in between is an edit conflict.
 */
export async function recordRoute(
  tx: Tx<Tables>,
  actor: Actor,
  input: RouteInput,
  time: DomainTime,
): Promise<Result<{ readonly subject: { readonly kind: string; readonly id: string } }, RouteRefusal>> {
  const tenantId = actor.organisationId;
  const current = await loadRoute(tx, tenantId, { forUpdate: true });
  const kept = keepRoute(current, input, actor, time.now, time.today);
  if (!kept.ok) return kept;
  if (!(await saveRoute(tx, tenantId, kept.value))) return err({ code: 'edit-conflict' });
  const fact = factOfRoute(kept.value, time.today);
  if (fact) {
    await reportAndAnchor(tx, tenantId, fact, time);
    const published = await publishedStanding(tx, tenantId, DRILL_ELEMENT);
    if (!published || published.lapsesOn < kept.value.validUntil)
      await publishElement(tx, tenantId, {
        element: DRILL_ELEMENT,
        state: 'present',
        decidedOn: time.today,
        lapsesOn: kept.value.validUntil,
        evidenceKind: 'opgave',
        publishedAt: time.now,
      });
  }
  return ok({ subject: { kind: 'approach.reporting_route', id: tenantId } });
}

/** Records a drill of the route with its result. One that worked shows for a year that the route is used (K2.2). */
export async function recordRouteDrill(
  tx: Tx<Tables>,
  actor: Actor,
  input: RouteDrillInput,
  time: DomainTime,
): Promise<Result<{ readonly subject: { readonly kind: string; readonly id: string } }, RouteDrillRefusal>> {
  const tenantId = actor.organisationId;
  const checked = checkRouteDrill(await loadRoute(tx, tenantId), input, time.today);
  if (!checked.ok) return checked;
  const id = newId();
  await insertRouteDrill(tx, tenantId, { ...checked.value, id, recordedBy: actor.personName, recordedAt: time.now });
  if (input.hasWorked) {
    const facts = await currentFacts(tx, tenantId);
    const known = facts.find(({ element, source }) => element === DRILL_ELEMENT && source === 'drill');
    const proof = {
      evidenceTitle: 'Uitkomst van de oefening, vastgelegd bij de meldroute',
      evidenceLink: undefined,
      evidenceFileId: undefined,
    };
    const fact = factOfDrill({ ...input, ...proof }, known, actor.personName, time.today);
    // a later drill counts already: this one is kept, and changes nothing
    if (fact.ok) await reportAndAnchor(tx, tenantId, { ...fact.value, subjectId: id }, time);
  }
  return ok({ subject: { kind: 'approach.reporting_route_drill', id } });
}
