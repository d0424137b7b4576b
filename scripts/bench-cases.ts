/**
 * What the files of care coordination cost at the size that was asked: the first fifty events of a file of five hundred, that whole file
 * as a document, and a work list of ten thousand cases. Measured at the use cases, with what they open and the lines they leave in the
 * logs, on a database of its own; pages add what every page adds. All made up. Asserts nothing, because time differs per machine.
 */
import { sql } from 'kysely';
import type { Client } from 'pg';
import { POLICY } from '../src/app/access-matrix.ts';
import { processingActivity } from '../src/app/processing-activities.ts';
import { CASE_CHOICES } from '../src/features/care/http/case-form.ts';
import { wholeFileBlocks } from '../src/features/care/http/whole-file.ts';
import { REFERENCE } from '../src/features/care/persistence/case-store.ts';
import { caseFacts } from '../src/features/care/ui/case-facts.ts';
import { beginCase } from '../src/features/care/use-cases/cases/begin-case.ts';
import { caseDocument } from '../src/features/care/use-cases/cases/case-document.ts';
import { readEvents, recordEvent } from '../src/features/care/use-cases/cases/case-events.ts';
import { type CaseView, readCase, readWorkList } from '../src/features/care/use-cases/cases/read-cases.ts';
import { readWhole } from '../src/features/care/use-cases/cases/read-full.ts';
import { type AnyTx, type DomainTime, enter, lookAtPersons, transact } from '../src/platform/db/transact.ts';
import { writeDocx } from '../src/platform/documents/write-docx.ts';
import { newId } from '../src/platform/ids/uuid.ts';
import { ringSource } from '../src/platform/vault/key-ring.ts';
import { lendKeys } from '../src/platform/vault/lending.ts';
import { blindIndex, sealMany } from '../src/platform/vault/sealing.ts';
import { createVault } from '../src/platform/vault/vault.ts';
import { dutchDay } from '../src/shared-kernel/plain-date.ts';
import { ok, type Result } from '../src/shared-kernel/result.ts';
import type { Actor } from '../src/shared-kernel/role.ts';
import { onBenchDatabase } from './bench-database.ts';

const CASES = 10_000;
const EVENTS = 500;
const BUDGET = { events: 80, print: 500, list: 50 } as const;

/** Somebody who works alone at an organisation of her own. */
async function layCoordinator(client: Client): Promise<Actor> {
  const [organisationId, personId, membershipId] = [newId(), newId(), newId()];
  await client.query(
    `insert into organisations.organisation (id, code, name, kind, valid_from) values ($1, 'ZC99', 'Fictieve zorg', 'zorgorganisatie', '2020-01-01')`,
    [organisationId],
  );
  await client.query(
    `insert into accounts.person (id, name, email) values ($1, 'Noor Fictief', 'noor@fictief.invalid')`,
    [personId],
  );
  await client.query(
    `insert into accounts.membership (organisation_id, id, person_id, person_name, role, valid_from)
     values ($1, $2, $3, 'Noor Fictief', 'zorgcoordinator', '2020-01-01')`,
    [organisationId, membershipId, personId],
  );
  return {
    ...{ organisationId, organisationCode: 'ZC99', organisationName: 'Fictieve zorg' },
    ...{ personId, personName: 'Noor Fictief', membershipId, role: 'zorgcoordinator', scope: 'own-records' },
  } as Actor;
}

/** Copies one case until there are ten thousand; each gets a number of its own system, which the list opens (`sealReferences`). */
async function layCases(client: Client, actor: Actor): Promise<void> {
  await client.query(
    `create temporary table many as select gen_random_uuid() as id, n from generate_series(2, $1::int) as n`,
    [CASES],
  );
  await client.query(
    `insert into privacy.dossier (tenant_id, id, kind, activity, path, opened_at)
     select $1, id, 'care.case', 'VA-03', '/zorgcoordinatie/dossiers/' || n, now() from many`,
    [actor.organisationId],
  );
  await client.query(
    `insert into care.case_file (tenant_id, id, dossier_id, code, source, region, coordinator_id, begun_on, next_on, content, is_youth)
     select c.tenant_id, m.id, m.id, 'ABCD-' || translate(upper(lpad(to_hex(m.n), 4, '0')), '01', 'XY'), 'phone', c.region, c.coordinator_id,
       current_date - m.n % 400, case when m.n % 5 = 0 then null else current_date + m.n % 90 end, c.content, false
     from many m, (select * from care.case_file where tenant_id = $1 limit 1) c`,
    [actor.organisationId],
  );
  await client.query('analyze');
}

/** Seals the number of the own system of every copy, as whoever wrote it would have. */
async function sealReferences(tx: AnyTx, { organisationId: tenantId }: Actor): Promise<void> {
  const rows = await tx
    .selectFrom('care.case_file')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('reference', 'is', null)
    .execute();
  const sealed = await sealMany(
    tx,
    rows.map(({ id }, nth) => ({ dossierId: id, column: REFERENCE, rowId: id, content: `VB-${nth}` })),
  );
  await sql`
    update care.case_file c set reference = s.sealed, reference_index = s.found
    from unnest(${rows.map(({ id }) => id)}::uuid[], ${sealed.map((each) => Buffer.from(each))}::bytea[],
      ${rows.map((_, nth) => blindIndex(tx, REFERENCE, `vb-${nth}`))}::bytea[]) as s (id, sealed, found)
    where c.tenant_id = ${tenantId} and c.id = s.id`.execute(tx);
}

/** Measures all of it and says what it took. */
export async function measureCases(say: (line?: string) => void, comma: (ms: number) => string): Promise<void> {
  await onBenchDatabase({ say, comma }, async ({ client, db, measure }) => {
    const vault = createVault(
      db,
      ringSource(async () => Buffer.alloc(32, 7).toString('base64'), 'De sleutel van de meting'),
    );
    const actor = await layCoordinator(client);
    const asking = { actor, policy: POLICY };
    const activityVersion = processingActivity('VA-03')!.version;
    const deedOf = (action: string) => ({ actor, activity: 'VA-03', activityVersion, action, traceId: newId() });
    const withKeys =
      <T>(run: (tx: AnyTx, time: DomainTime) => Promise<T>) =>
      async (tx: AnyTx, time: DomainTime) => {
        lendKeys(tx, await vault.keysFor(actor.organisationId));
        return run(tx, time);
      };
    async function sure<T>(outcome: Result<T, { readonly code: string }> | { readonly replayOf: string }): Promise<T> {
      if (!('ok' in outcome) || !outcome.ok) throw new Error(`refused: ${JSON.stringify(outcome)}`);
      return outcome.value;
    }
    const begin = performance.now();
    const content = {
      ...{ ageGroup: '23-30', gender: 'woman', forms: ['labour-exploitation'], language: 'en', needsInterpreter: true },
      ...{ reason: 'Voorbeeld: zoekt hulp.', broughtBy: 'Voorbeeld', callBack: '', reference: 'VB-1' },
    };
    const input = {
      from: { source: 'phone' },
      ...{ region: 'limburg', content },
      person: { name: 'Fatima Fictief', birthDate: '2001' },
    } as const;
    const { code } = await sure(
      await transact(
        db,
        deedOf('care.begin-case'),
        withKeys((tx, time) => beginCase(tx, asking, input, new Map(), time)),
      ),
    );
    const happenedOn = dutchDay(new Date());
    for (let nth = 0; nth < EVENTS; nth++) {
      const text = `Voorbeeld ${nth}: gesproken over wonen, geld en de volgende afspraak. `.repeat(4);
      const event = { code, kind: nth % 3 === 0 ? 'note' : 'contact', happenedOn, text } as const;
      await sure(
        await transact(
          db,
          deedOf('care.record-event'),
          withKeys((tx, time) => recordEvent(tx, asking, event, time)),
        ),
      );
    }
    await layCases(client, actor);
    await enter(
      db,
      { door: 'own', tenantId: actor.organisationId, personId: actor.personId },
      withKeys((tx) => sealReferences(tx, actor)),
    );
    await client.query('vacuum analyze care.case_file, vault.dossier_key');
    say(
      `Gelegd: ${CASES} dossiers, ${EVENTS} gebeurtenissen in één, in ${comma((performance.now() - begin) / 1000)} s.`,
    );

    const opened = <More>(more: (tx: AnyTx, view: CaseView, time: DomainTime) => Promise<More>) =>
      lookAtPersons(
        db,
        deedOf('care.read-case'),
        withKeys(async (tx, time) => {
          const found = await readCase(tx, asking, code, time);
          return found.ok ? ok({ ...found.value, more: await more(tx, found.value, time) }) : found;
        }),
      );
    await measure('Eerste 50 gebeurtenissen van een dossier met 500, geopend', BUDGET.events, 200, async () => {
      const view = await sure(await opened((tx, { file }) => readEvents(tx, actor.organisationId, file.id)));
      if (view.more.length !== 50) throw new Error('not fifty events');
    });
    await measure('Heel dossier met 500 gebeurtenissen, als Word', BUDGET.print, 40, async () => {
      const view = await sure(await opened((tx, found, time) => readWhole(tx, actor, found, time)));
      if (view.more.events.length !== EVENTS || !view.content) throw new Error('not the whole file');
      const facts = caseFacts(view.content, view.person, view.file.region, CASE_CHOICES);
      await writeDocx(caseDocument(view, facts, actor.organisationName, undefined, wholeFileBlocks(view.more)));
    });
    for (const page of [1, 20])
      await measure(`Werklijst met ${CASES} dossiers, bladzijde ${page}`, BUDGET.list, 200, async () => {
        const list = await sure(
          await lookAtPersons(
            db,
            deedOf('care.list-cases'),
            withKeys(async (tx, { today }) => ok(await readWorkList(tx, actor, { page, isClosed: false }, today))),
          ),
        );
        if (list.rows.filter(({ reference }) => reference).length !== 50) throw new Error('not a whole page');
      });
    vault.close();
  });
}
