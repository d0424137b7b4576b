import type { Tx } from '../../../platform/db/transact.ts';
import type { AdoptingBody } from '../domain/adoption.ts';
import type { EvidenceKind, PublishedElement, Standing } from '../domain/standing.ts';
import { effectiveLapse, type StandingTables } from './standing-query.ts';

/** One element of one organisation, as the monitor reads it. */
export interface MonitorStanding extends Standing {
  readonly organisationId: string;
  readonly element: string;
  readonly how: PublishedElement['state'];
  readonly evidenceKind: EvidenceKind;
  /** Who decided, as a function; only for policy. */
  readonly adoptingBody: AdoptingBody | undefined;
  /** Where everybody can read the decision. */
  readonly link: string | undefined;
}

/** What every organisation published about these elements. Through the door `published`. */
export async function standingsOfAll(
  tx: Tx<StandingTables>,
  elements: readonly string[],
): Promise<readonly MonitorStanding[]> {
  const rows = await tx
    .selectFrom('approach.standing as s')
    .select(['s.tenant_id as organisationId', 's.element', 's.state', 's.decided_on as decidedOn'])
    .select(['s.evidence_kind as evidenceKind', 's.adopting_body as adoptingBody', 's.publication_link as link'])
    .select([effectiveLapse('s').as('lapsesOn')])
    .where('s.element', 'in', elements)
    .execute();
  return rows.map(({ state, evidenceKind, adoptingBody, link, ...row }) => ({
    ...row,
    adoptingBody: (adoptingBody ?? undefined) as AdoptingBody | undefined,
    link: link ?? undefined,
    how: state as PublishedElement['state'],
    evidenceKind: evidenceKind as EvidenceKind,
  }));
}
