import type { DomainTime, Tx } from '../../../platform/db/transact.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import type { Actor } from '../../../shared-kernel/role.ts';
import type { NewFact } from '../domain/fact.ts';
import { FOCAL_POINT_ELEMENT } from '../domain/focal-point.ts';
import { elementById } from '../domain/framework.ts';
import {
  DRILL_ELEMENT,
  type DrillFacts,
  factOfDrill,
  factOfStatement,
  type StatementFacts,
  type StatementRefusal,
} from '../domain/statement.ts';
import { loadOwnRegions } from '../persistence/region-offer-store.ts';
import { publishElement } from '../persistence/standing-store.ts';
import { type RenewTables, reportAndAnchor } from './anchoring.ts';
import { currentFacts } from './facts.ts';
import { currentFramework } from './framework-editions.ts';
import { holdEvidence } from './keep-evidence.ts';
import { uniqueRegions } from './read-scan.ts';

type Tables = RenewTables | 'files.file' | 'organisations.organisation' | 'organisations.region_membership';

interface Stated {
  readonly subject: { readonly kind: 'approach.fact'; readonly id: string };
}

/** Records a drill with its report: for a year it shows that the approach is used. */
export async function recordDrill(
  tx: Tx<Tables>,
  actor: Actor,
  drill: DrillFacts,
  time: DomainTime,
): Promise<Result<Stated, StatementRefusal>> {
  const facts = await currentFacts(tx, actor.organisationId);
  const known = facts.find(({ element, source }) => element === DRILL_ELEMENT && source === 'drill');
  const fact = factOfDrill(drill, known, actor.personName, time.today);
  return fact.ok ? keep(tx, actor, fact.value, time) : fact;
}

/** Records what a municipality states of an element, with evidence; what belongs to IBP 5.11 is published, without a person. */
export async function recordStatement(
  tx: Tx<Tables>,
  actor: Actor,
  stated: StatementFacts,
  time: DomainTime,
): Promise<Result<Stated, StatementRefusal>> {
  const fact = factOfStatement(stated, actor.personName, time.today);
  if (!fact.ok) return fact;
  const { regionId } = stated;
  if (
    regionId !== undefined &&
    !(await loadOwnRegions(tx, actor.organisationId, time.today)).some(({ id }) => id === regionId)
  )
    return err({ code: 'unknown-region' });
  const kept = await keep(tx, actor, fact.value, time);
  const { element, state, evidenceLink, evidenceFileId } = stated;
  // the record of the focal point publishes itself
  const isPublished = elementById(currentFramework(), element)?.isIbp && element !== FOCAL_POINT_ELEMENT;
  if (kept.ok && isPublished) {
    await publishElement(tx, actor.organisationId, {
      element,
      state,
      decidedOn: stated.asOf,
      lapsesOn: fact.value.lapsesOn!,
      evidenceKind:
        state === 'regional'
          ? 'regio'
          : evidenceFileId
            ? 'besluit-met-document'
            : evidenceLink
              ? 'besluit-met-vindplaats'
              : 'opgave',
      adoptingBody: stated.adoptingBody,
      regionId,
      publicationLink: stated.isInPublicSource ? evidenceLink : undefined,
      publishedAt: time.now,
    });
  }
  return kept;
}

/** The regions that a statement can name today, each once. */
export async function regionsToName(
  tx: Tx<'organisations.region_membership' | 'organisations.organisation'>,
  actor: Actor,
  { today }: DomainTime,
) {
  return uniqueRegions(await loadOwnRegions(tx, actor.organisationId, today));
}

async function keep(
  tx: Tx<Tables>,
  actor: Actor,
  fact: NewFact,
  time: DomainTime,
): Promise<Result<Stated, StatementRefusal>> {
  if (!(await holdEvidence(tx, actor, fact.evidenceFileId, time))) return err({ code: 'evidence-not-found' });
  const id = await reportAndAnchor(tx, actor.organisationId, fact, time);
  return ok({ subject: { kind: 'approach.fact', id } });
}
