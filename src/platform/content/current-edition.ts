import type { PlainDate } from '../../shared-kernel/plain-date.ts';
import type { Tx } from '../db/transact.ts';
import type { ContentKind } from './content-kind.ts';

/** An edition as it holds on a day, with what a record that refers to it must keep: its id and version. */
export interface Edition<Body> {
  readonly id: string;
  readonly version: number;
  readonly validFrom: PlainDate;
  readonly verifiedOn: PlainDate | null;
  readonly body: Body;
}

/**
 * The edition of a kind that holds today: the last one that has started, in its highest version. Of two that start on one day it is
 * the last in order of id, as in `readEditions`. It was checked when it was laid.
 */
export async function currentEdition<Body>(
  tx: Tx<'content.edition'>,
  { kind }: ContentKind<Body>,
  today: PlainDate,
): Promise<Edition<Body> | undefined> {
  const row = await tx
    .selectFrom('content.edition')
    .select(['id', 'version', 'valid_from as validFrom', 'verified_on as verifiedOn', 'body'])
    .where('kind', '=', kind)
    .where('valid_from', '<=', today)
    .orderBy('valid_from', 'desc')
    .orderBy('id', 'desc')
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && { ...row, body: row.body as Body };
}

/** The very edition a record was made with. */
export async function editionOf<Body>(
  tx: Tx<'content.edition'>,
  { kind }: ContentKind<Body>,
  reference: { readonly id: string; readonly version: number },
): Promise<Edition<Body> | undefined> {
  const row = await tx
    .selectFrom('content.edition')
    .select(['id', 'version', 'valid_from as validFrom', 'verified_on as verifiedOn', 'body'])
    .where('kind', '=', kind)
    .where('id', '=', reference.id)
    .where('version', '=', reference.version)
    .executeTakeFirst();
  return row && { ...row, body: row.body as Body };
}

/** What a list says of an edition. */
export type EditionLine = Omit<Edition<never>, 'body'>;

/** Every edition of a kind that has started, in every version, the one that holds today first. One statement. */
export async function startedEditions(
  tx: Tx<'content.edition'>,
  { kind }: ContentKind<never>,
  today: PlainDate,
): Promise<readonly EditionLine[]> {
  return tx
    .selectFrom('content.edition')
    .select(['id', 'version', 'valid_from as validFrom', 'verified_on as verifiedOn'])
    .where('kind', '=', kind)
    .where('valid_from', '<=', today)
    .orderBy('valid_from', 'desc')
    .orderBy('id', 'desc')
    .orderBy('version', 'desc')
    .execute();
}
