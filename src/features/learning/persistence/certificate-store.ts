import type { Tx } from '../../../platform/db/transact.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';

/** A certificate as whose it is sees it. */
export interface Certificate {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly path: string;
  readonly pathTitle: string;
  readonly edition: string;
  readonly issuedOn: PlainDate;
  readonly validUntil: PlainDate;
}

/** What everybody who knows the number may know. */
export interface CheckedCertificate {
  readonly pathTitle: string;
  readonly issuedOn: PlainDate;
  readonly validUntil: PlainDate;
}

type Tables = 'learning.certificate';
const COLUMNS = [
  'id',
  'number',
  'name',
  'path',
  'path_title as pathTitle',
  'edition',
  'issued_on as issuedOn',
  'valid_until as validUntil',
] as const;

/** The certificates of this person, the last first. */
export async function certificatesOf(
  tx: Tx<Tables>,
  tenantId: string,
  personId: string,
): Promise<readonly Certificate[]> {
  return tx
    .selectFrom('learning.certificate')
    .select(COLUMNS)
    .where('tenant_id', '=', tenantId)
    .where('person_id', '=', personId)
    .orderBy('issued_on', 'desc')
    .orderBy('id', 'desc')
    .execute();
}

/** Gives a certificate, and lets everybody check its number. */
export async function insertCertificate(
  tx: Tx<Tables | 'learning.certificate_check'>,
  tenantId: string,
  personId: string,
  certificate: Certificate & { readonly trainingId: string },
): Promise<void> {
  const { id, number, name, path, pathTitle, edition, issuedOn, validUntil, trainingId } = certificate;
  await tx
    .insertInto('learning.certificate')
    .values({
      tenant_id: tenantId,
      id,
      person_id: personId,
      number,
      name,
      path,
      path_title: pathTitle,
      edition,
      training_id: trainingId,
      issued_on: issuedOn,
      valid_until: validUntil,
    })
    .execute();
  await tx
    .insertInto('learning.certificate_check')
    .values({ tenant_id: tenantId, number, path_title: pathTitle, issued_on: issuedOn, valid_until: validUntil })
    .execute();
}

/** What the number of a certificate says, whoever asks; undefined when there is none. Door `published`. */
export async function checkNumber(
  tx: Tx<'learning.certificate_check'>,
  number: string,
): Promise<CheckedCertificate | undefined> {
  return tx
    .selectFrom('learning.certificate_check')
    .select(['path_title as pathTitle', 'issued_on as issuedOn', 'valid_until as validUntil'])
    .where('number', '=', number)
    .executeTakeFirst();
}

/** Takes a certificate away once its term is over, also for who checks its number. @returns rows by table. */
export async function deleteCertificate(
  tx: Tx<Tables | 'learning.certificate_check'>,
  tenantId: string,
  id: string,
): Promise<Readonly<Record<string, number>>> {
  const gone = await tx
    .deleteFrom('learning.certificate')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .returning('number')
    .execute();
  if (gone.length > 0)
    await tx
      .deleteFrom('learning.certificate_check')
      .where('tenant_id', '=', tenantId)
      .where(
        'number',
        'in',
        gone.map(({ number }) => number),
      )
      .execute();
  return { 'learning.certificate': gone.length, 'learning.certificate_check': gone.length };
}
