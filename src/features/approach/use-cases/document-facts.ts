import { dutchMoment } from '../../../platform/clock/dutch-moment.ts';
import type { DomainTime, Tx } from '../../../platform/db/transact.ts';
import type { DocumentTree } from '../../../platform/documents/document-tree.ts';
import { everInRoles } from '../../../platform/members/members.ts';
import { addMonths, type PlainDate } from '../../../shared-kernel/plain-date.ts';
import type { Actor } from '../../../shared-kernel/role.ts';
import { contactLinesToday } from '../../organisations/index.ts';
import type { Adoption } from '../domain/adoption.ts';
import { type Anchoring, anchoringOn, type Departures } from '../domain/anchoring.ts';
import type { Fact } from '../domain/fact.ts';
import type { FocalPoint } from '../domain/focal-point.ts';
import type { Framework } from '../domain/framework.ts';
import { levelsOn, type ThemeResult } from '../domain/levels.ts';
import { type Action, type Leaving, type Plan, type PlanTotals, totalsOn } from '../domain/plan.ts';
import type { ReportingRoute } from '../domain/reporting-route.ts';
import { loadAdoptions } from '../persistence/adoption-store.ts';
import { loadFocalPoint } from '../persistence/focal-point-store.ts';
import { loadActions, loadPlan } from '../persistence/plan-store.ts';
import { loadRoute } from '../persistence/reporting-route-store.ts';
import { readDepartures } from './anchoring.ts';
import { factsAtEach } from './facts.ts';
import { currentFramework } from './framework-editions.ts';
import { CARRIERS } from './plan.ts';

export type DocumentTables =
  | 'approach.fact'
  | 'approach.region_offer'
  | 'approach.plan'
  | 'approach.plan_action'
  | 'approach.adoption'
  | 'approach.element'
  | 'approach.reporting_route'
  | 'approach.reporting_route_line'
  | 'accounts.membership'
  | 'content.edition';

/**
 * Everything a document may say, from what is recorded. What respondents remarked and what was noted with an action is not read
 * here, so it can be in no document.
 */
export interface DocumentFacts {
  readonly municipality: { readonly code: string; readonly name: string };
  readonly today: PlainDate;
  /** Stands on every page; undefined when the data are real. */
  readonly mark: string | undefined;
  readonly framework: Framework;
  /** The latest of each element and source, also what lapsed. */
  readonly facts: readonly Fact[];
  readonly themes: readonly ThemeResult[];
  /** The same a year ago; undefined when nothing was known then. */
  readonly lastYear: { readonly on: PlainDate; readonly themes: readonly ThemeResult[] } | undefined;
  readonly anchoring: Anchoring;
  readonly plan: Plan | undefined;
  readonly actions: readonly Action[];
  /** Until when whoever carries them has the role for it. */
  readonly leaving: Leaving;
  readonly totals: PlanTotals;
  /** The role of whoever carries an action, by membership: a document that may be read outside names the role, not the person. */
  readonly roles: ReadonlyMap<string, string>;
  /** The latest first. */
  readonly adoptions: readonly Adoption[];
  readonly focalPoint: FocalPoint | undefined;
  /** Whether the people named there still work here, and until when. */
  readonly departures: Departures;
  /** The internal route for reports; undefined when the municipality did not record it here. */
  readonly reportingRoute: ReportingRoute | undefined;
  readonly lines: Awaited<ReturnType<typeof contactLinesToday>>;
}

/** Makes one document. */
export type WriteDocument = (facts: DocumentFacts) => DocumentTree;

/** Reads what the documents of the actor's municipality are made of, as it stands today. */
export async function readDocumentFacts(
  tx: Tx<DocumentTables>,
  actor: Actor,
  mark: string | undefined,
  { now, today }: DomainTime,
): Promise<DocumentFacts> {
  const tenantId = actor.organisationId;
  const framework = currentFramework();
  const yearAgo = addMonths(today, -12);
  const [facts = [], before = []] = await factsAtEach(tx, tenantId, [now, dutchMoment(yearAgo)]);
  const plan = await loadPlan(tx, tenantId);
  const actions = plan ? await loadActions(tx, tenantId, plan.id) : [];
  const focalPoint = await loadFocalPoint(tx, tenantId);
  const departures = await readDepartures(tx, tenantId, focalPoint);
  // who may carry an action and until when, in one statement
  const carriers = await everInRoles(tx, tenantId, CARRIERS);
  const leaving: Leaving = new Map(
    carriers.flatMap(({ membershipId, endsOn }) => (endsOn ? [[membershipId, endsOn]] : [])),
  );
  return {
    municipality: { code: actor.organisationCode, name: actor.organisationName },
    today,
    mark,
    framework,
    facts,
    themes: levelsOn(framework, facts, today),
    lastYear: before.length > 0 ? { on: yearAgo, themes: levelsOn(framework, before, yearAgo) } : undefined,
    anchoring: anchoringOn(framework, facts, departures, today),
    plan,
    actions: actions.filter(({ status }) => status !== 'dropped'),
    leaving,
    totals: totalsOn(actions, leaving, today),
    roles: new Map(
      carriers
        .filter(({ endsOn }) => endsOn === undefined || endsOn > today)
        .map(({ membershipId, role }) => [membershipId, role]),
    ),
    adoptions: await loadAdoptions(tx, tenantId),
    focalPoint,
    departures,
    reportingRoute: await loadRoute(tx, tenantId),
    lines: await contactLinesToday(tx, today),
  };
}
