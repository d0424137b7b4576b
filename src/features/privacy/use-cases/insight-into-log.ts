import type { Done, Tx } from '../../../platform/db/transact.ts';
import { namesOf } from '../../../platform/members/members.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import type { Actor } from '../../../shared-kernel/role.ts';
import type { LogSearch, Period } from '../domain/log-search.ts';
import type { LoggedDeed } from '../domain/logged-deed.ts';
import {
  COUNTED_AT_MOST,
  type DeedFilter,
  deedsIn,
  deedsOf,
  dossierByCode,
  type LogPage,
  type LogScope,
  type LogTables,
  sealedUntil,
} from '../persistence/log-query.ts';

export { COUNTED_AT_MOST };

type Tables = LogTables | 'audit.root' | 'accounts.membership' | 'privacy.dossier';
type Sealed = Awaited<ReturnType<typeof sealedUntil>>;

export interface Part {
  readonly skip: number;
  readonly take: number;
}

/** What the logs say, and up to where it is under seal. */
export interface Insight extends Done, LogPage {
  readonly sealed: Sealed;
}

/** Insight into what was done with one dossier, one person or in one trace. */
export interface Found extends Insight {
  readonly scope: LogScope;
}

/**
 * Who saw this person's data, when, why and on which ground: a dossier, a person or a trace of the actor's organisation. The looking is
 * itself a deed, with what was looked at as its subject; that leaves one line in the log of decisions and one in that of events, and
 * never a line about that line.
 */
export async function lookIntoLog(
  tx: Tx<Tables>,
  { organisationId }: Pick<Actor, 'organisationId'>,
  asked: { readonly search: LogSearch; readonly period: Period; readonly part: Part },
): Promise<Result<Found, { readonly code: 'not-found' }>> {
  const { search, period, part } = asked;
  for (const scope of await scopesOf(tx, organisationId, search)) {
    const page = await deedsIn(tx, organisationId, scope, period, part);
    if (page.total === 0 && scope.kind !== 'dossier') continue;
    if (page.total === 0 && search.kind === 'id') continue;
    const deeds = await named(tx, organisationId, page.deeds);
    return ok({ ...page, deeds, scope, sealed: await sealedUntil(tx), subject: subjectOf(scope) });
  }
  return err({ code: 'not-found' });
}

/** Everything that people of the actor's organisation did or were refused, in a period. */
export async function lookAtDeeds(
  tx: Tx<Tables>,
  { organisationId }: Pick<Actor, 'organisationId'>,
  filter: DeedFilter,
  part: Part,
): Promise<Insight> {
  const page = await deedsOf(tx, organisationId, filter, part);
  const deeds = await named(tx, organisationId, page.deeds);
  return { ...page, deeds, sealed: await sealedUntil(tx), subject: { kind: 'audit.log', id: organisationId } };
}

/** What an id names is not known before it is found: first a dossier, then a trace. */
async function scopesOf(tx: Tx<Tables>, tenantId: string, search: LogSearch): Promise<readonly LogScope[]> {
  switch (search.kind) {
    case 'person':
      return [{ kind: 'person', pseudonym: search.pseudonym }];
    case 'id':
      return [
        { kind: 'dossier', dossierIds: [search.id] },
        { kind: 'trace', traceId: search.id },
      ];
    case 'code': {
      const dossierId = await dossierByCode(tx, tenantId, search.code);
      return dossierId ? [{ kind: 'dossier', dossierIds: [dossierId] }] : [];
    }
  }
}

function subjectOf(scope: LogScope): Done['subject'] {
  switch (scope.kind) {
    case 'dossier':
      return { kind: 'privacy.dossier', id: scope.dossierIds[0]! };
    case 'person':
      return { kind: 'audit.person', id: scope.pseudonym };
    case 'trace':
      return { kind: 'audit.trace', id: scope.traceId };
  }
}

/** A deed that was refused has no event with a name; who works or worked here is called by hers. */
async function named(
  tx: Tx<'accounts.membership'>,
  tenantId: string,
  deeds: readonly LoggedDeed[],
): Promise<readonly LoggedDeed[]> {
  const nameless = deeds.flatMap(({ personName, personId }) => (personName || !personId ? [] : [personId]));
  const names = await namesOf(tx, tenantId, [...new Set(nameless)]);
  return deeds.map((deed) => ({
    ...deed,
    personName: deed.personName ?? (deed.personId ? names.get(deed.personId) : undefined),
  }));
}
