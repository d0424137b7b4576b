import type { Kysely } from 'kysely';
import {
  answerQuestion,
  askContact,
  askQuestion,
  type PracticeContent,
  publish,
  sayWorksHere,
  submitPractice,
} from '../../features/practices/index.ts';
import type { DB } from '../../platform/db/tables.generated.ts';
import { type AnyTx, type DomainTime, type Done, type Entry, look, transact } from '../../platform/db/transact.ts';
import { newId } from '../../platform/ids/uuid.ts';
import { addDays } from '../../shared-kernel/plain-date.ts';
import type { Result } from '../../shared-kernel/result.ts';
import type { Actor } from '../../shared-kernel/role.ts';
import { actorIn } from './actor-in.ts';
import { listedOn, TOLD } from './told-practices.ts';

/** Before what municipalities told, which is what one reads first. */
const LISTED_DAYS_AGO = 220;
const SAID = { canBeGuessed: 'no', isNoName: true } as const;

/** What municipalities of the demo told each other, sent in and looked over as their people would. */
export async function seedPractices(admin: Kysely<DB>, db: Kysely<DB>): Promise<void> {
  const { today } = await look(db, { door: 'published' }, async (_tx, time) => time);
  const [adviser, colleague] = [
    await actorIn(admin, 'VNG', 'vng-adviseur'),
    await actorIn(admin, 'VNG', 'vng-adviseur', 2),
  ];
  async function as(
    actor: Actor,
    daysAgo: number,
    action: string,
    run: (tx: AnyTx, time: DomainTime) => Promise<Result<Done, { readonly code: string }>>,
    entry: Partial<Entry> = {},
  ): Promise<string> {
    const at = new Date(`${addDays(today, -daysAgo)}T10:00:00Z`);
    const deed = { actor, activity: 'VA-11', action, traceId: newId(), entry: { ...entry, at } };
    const outcome = await transact(db, deed, run);
    if ('replayOf' in outcome || !outcome.ok)
      throw new Error(`demo data refused: ${action}, ${JSON.stringify(outcome)}`);
    return outcome.value.subject.id;
  }
  const submit = (actor: Actor, daysAgo: number, content: PracticeContent) =>
    as(actor, daysAgo, 'practices.submit', (tx, time) => submitPractice(tx, actor, { content, said: SAID }, time));

  for (const content of listedOn(addDays(today, -LISTED_DAYS_AGO))) {
    const id = await submit(colleague, LISTED_DAYS_AGO, content);
    await as(adviser, LISTED_DAYS_AGO - 1, 'practices.publish', (tx, time) =>
      publish(tx, adviser, { id, seenVersion: 1, isVerified: false }, time),
    );
  }
  for (const { code, daysAgo, content, worksAt = [], waits } of TOLD) {
    const officer = await actorIn(admin, code, 'beleidsmedewerker');
    const id = await submit(officer, daysAgo, content(addDays(today, -daysAgo)));
    if (waits) continue;
    const tenantId = officer.organisationId;
    await as(
      adviser,
      daysAgo - 1,
      'practices.publish',
      (tx, time) => publish(tx, adviser, { id, seenVersion: 1, isVerified: true }, time),
      { door: 'mandate', tenantId, actingForId: adviser.organisationId },
    );
    const { published_id: practiceId } = await admin
      .selectFrom('practices.submission')
      .select('published_id')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    for (const [other, changed] of worksAt) {
      const user = await actorIn(admin, other, 'aandachtsfunctionaris');
      await as(user, daysAgo - 20, 'practices.say-works-here', (tx, time) =>
        sayWorksHere(tx, user, { practiceId: practiceId!, changed, said: SAID }, time),
      );
    }
  }

  // one asks another, who has not read it yet
  const asker = await actorIn(admin, 'GM0109', 'beleidsmedewerker');
  await as(asker, 1, 'practices.ask-contact', (tx, time) =>
    askContact(
      tx,
      asker,
      {
        receiverCode: 'GM0193',
        wish: 'we-visit',
        element: 'K2.2',
        practiceId: undefined,
        question: 'Wij willen zien hoe u de meldroute oefent. Wanneer kan dat? (fictief)',
        said: SAID,
      },
      time,
    ),
  );

  // one question with an answer, and one that waits for it
  const release = async (sender: Actor, id: string, daysAgo: number) => {
    await as(
      adviser,
      daysAgo,
      'practices.publish',
      (tx, time) => publish(tx, adviser, { id, seenVersion: 1, isVerified: false }, time),
      { door: 'mandate', tenantId: sender.organisationId, actingForId: adviser.organisationId },
    );
    const row = await admin
      .selectFrom('practices.submission')
      .select('published_id')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    return row.published_id!;
  };
  const ask = async (code: string, daysAgo: number, asked: { title: string; text: string; element: string }) => {
    const officer = await actorIn(admin, code, 'beleidsmedewerker');
    const id = await as(officer, daysAgo, 'practices.ask-question', (tx, time) =>
      askQuestion(tx, officer, { ...asked, said: SAID }, time),
    );
    return release(officer, id, daysAgo);
  };
  const questionId = await ask('GM0664', 9, {
    title: 'Wie betaalt de training van het huurteam? (fictief)',
    text: 'Bij ons wijst iedereen naar elkaar. Uit welk budget doet u het?',
    element: 'K3.1',
  });
  const peer = await actorIn(admin, 'GM0363', 'aandachtsfunctionaris');
  const text = 'Bij ons betaalt wonen de uren en veiligheid de trainer. Dat staat in het uitvoeringsplan. (fictief)';
  const answer = await as(peer, 8, 'practices.answer-question', (tx, time) =>
    answerQuestion(tx, peer, { questionId, text, said: SAID }, time),
  );
  await release(peer, answer, 7);
  await ask('GM0441', 1, {
    title: 'Hoe vertelt u de raad wat u niet weet? (fictief)',
    text: 'Wij willen eerlijk zijn over wat niet in beeld is, zonder te schatten.',
    element: 'K1.8',
  });
}
