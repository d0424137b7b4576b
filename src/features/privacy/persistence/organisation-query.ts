import type { Tx } from '../../../platform/db/transact.ts';

/** Of which kind an organisation is, such as 'gemeente'. */
export async function organisationKind(tx: Tx<'organisations.organisation'>, id: string): Promise<string> {
  const { kind } = await tx
    .selectFrom('organisations.organisation')
    .select('kind')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return kind;
}
