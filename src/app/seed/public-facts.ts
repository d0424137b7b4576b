import type { Kysely } from 'kysely';
import { choosePublication, enterPublicFacts, rejectPublicFact } from '../../features/approach/index.ts';
import type { DB } from '../../platform/db/tables.generated.ts';
import { type AnyTx, type DomainTime, type Done, look, transact } from '../../platform/db/transact.ts';
import { newId } from '../../platform/ids/uuid.ts';
import { addDays } from '../../shared-kernel/plain-date.ts';
import type { Result } from '../../shared-kernel/result.ts';
import type { Actor, Role } from '../../shared-kernel/role.ts';

/** What the demo lets VNG find. The address leads nowhere and there is no number of a real regulation: nothing of it is real. */
const SOURCES: readonly {
  readonly code: string;
  readonly element: string;
  readonly title: string;
  readonly body?: 'b-en-w' | 'burgemeester' | 'raad';
  readonly daysAgo: number;
  readonly validForDays?: number;
  /** The municipality said that it is not right. */
  readonly isRejected?: true;
}[] = [
  // a whole source, for who is busy with the scan: one button
  { code: 'GM0664', element: 'K1.1', title: 'Beleidsnota', body: 'b-en-w', daysAgo: 300, validForDays: 500 },
  // the source says neither who decided nor until when
  { code: 'GM1681', element: 'K1.1', title: 'Uitvoeringsplan', daysAgo: 420 },
  {
    code: 'GM0193',
    element: 'K1.1',
    title: 'Nota integrale veiligheid',
    body: 'raad',
    daysAgo: 500,
    validForDays: 700,
  },
  { code: 'GM0441', element: 'K1.1', title: 'Raadsbrief', daysAgo: 90, isRejected: true },
];

/** Municipalities of the demo that let everybody see how their approach stands: anchored, nearly at its end, and lapsed. */
const PUBLISHING = ['GM0363', 'GM0599', 'GM0772'] as const;

/** Lets VNG enter public sources about a few municipalities, one of them refuse its own, and some publish. */
export async function seedPublicFacts(admin: Kysely<DB>, db: Kysely<DB>): Promise<void> {
  const { today } = await look(db, { door: 'published' }, async (_tx, time) => time);
  const codes = [...SOURCES.map(({ code }) => code), ...PUBLISHING];
  const members = await membersAt(admin, ['VNG', ...codes]);
  const who = (code: string, role: Role) =>
    members.find((actor) => actor.organisationCode === code && actor.role === role)!;
  const run = async (
    actor: Actor,
    activity: string,
    action: string,
    deed: (tx: AnyTx, time: DomainTime) => Promise<Result<Done, { readonly code: string }>>,
  ) => {
    const outcome = await transact(db, { actor, activity, action, traceId: newId() }, deed);
    if ('ok' in outcome && !outcome.ok) throw new Error(`demo data refused: ${action}, ${outcome.error.code}`);
  };

  const adviser = who('VNG', 'vng-adviseur');
  const facts = SOURCES.map(({ code, element, title, body, daysAgo, validForDays }) => ({
    municipalityId: who(code, 'beleidsmedewerker').organisationId,
    element,
    source: 'anders' as const,
    cvdr: undefined,
    title: `${title} aanpak mensenhandel (fictief)`,
    link: `https://voorbeeld.invalid/${code.toLowerCase()}/${element.toLowerCase()}`,
    adoptingBody: body,
    decidedOn: addDays(today, -daysAgo),
    validUntil: validForDays === undefined ? undefined : addDays(today, validForDays),
    readOn: today,
  }));
  await run(adviser, 'VA-12', 'approach.enter-public-facts', (tx, time) =>
    enterPublicFacts(tx, adviser, { facts, stated: new Set() }, time),
  );
  for (const { code, element } of SOURCES.filter(({ isRejected }) => isRejected)) {
    const officer = who(code, 'beleidsmedewerker');
    const { id } = await admin
      .selectFrom('approach.public_fact')
      .select('id')
      .where('municipality_id', '=', officer.organisationId)
      .where('element', '=', element)
      .executeTakeFirstOrThrow();
    const answer = { id, seenVersion: 1, reason: 'niet-vastgesteld' } as const;
    await run(officer, 'VA-11', 'approach.reject-public-fact', (tx, time) =>
      rejectPublicFact(tx, officer, answer, time),
    );
  }
  for (const code of PUBLISHING) {
    const mayor = who(code, 'bestuurder');
    await run(mayor, 'VA-11', 'approach.choose-publication', (tx, time) =>
      choosePublication(tx, mayor, { isPublic: true, seenVersion: 0 }, time),
    );
  }
}

async function membersAt(admin: Kysely<DB>, codes: readonly string[]): Promise<readonly Actor[]> {
  const rows = await admin
    .selectFrom('accounts.membership as m')
    .innerJoin('organisations.organisation as o', 'o.id', 'm.organisation_id')
    .select(['m.id as membershipId', 'm.person_id as personId', 'm.person_name as personName', 'm.role'])
    .select(['o.id as organisationId', 'o.code as organisationCode', 'o.name as organisationName'])
    .where('o.code', 'in', codes)
    .where('m.demo_number', '=', 1)
    .execute();
  return rows.map((row) => ({ ...row, role: row.role as Role, scope: 'own-organisation' }));
}
