import type { Kysely } from 'kysely';
import { recordAgreement } from '../../features/collaboration/index.ts';
import {
  acceptHelp,
  askForHelp,
  draftRegistration,
  GRANTABLE_KINDS,
  HELP_MESSAGES,
  type HelpContent,
  NOTHING_KNOWN,
  QUESTION_MESSAGES,
  REGISTRATION_MESSAGES,
  type RegistrationDraft,
  recordRegistrationConsent,
  sendRegistration,
  takeIn,
} from '../../features/registration/index.ts';
import type { DB } from '../../platform/db/tables.generated.ts';
import { type AnyTx, type DomainTime, type Done, transact } from '../../platform/db/transact.ts';
import { newId } from '../../platform/ids/uuid.ts';
import { lendKeys } from '../../platform/vault/lending.ts';
import type { Vault } from '../../platform/vault/vault.ts';
import { addMonths } from '../../shared-kernel/plain-date.ts';
import type { Result } from '../../shared-kernel/result.ts';
import type { Actor, Role } from '../../shared-kernel/role.ts';
import { POLICY } from '../access-matrix.ts';
import { processingActivity } from '../processing-activities.ts';
import { actorIn } from './actor-in.ts';

const REGISTER = 'COM';
/** Who reports to the register in the demo, and who writes the agreement down there. */
const REPORTERS = [
  { code: 'GM0363', role: 'aandachtsfunctionaris', agrees: 'aandachtsfunctionaris' },
  { code: 'ZC01', role: 'zorgcoordinator', agrees: 'zorgcoordinator' },
  { code: 'AM01', role: 'aanmelder', agrees: 'beheerder' },
  // the municipality that starts empty may report, and did not yet
  { code: 'GM0014', role: 'aandachtsfunctionaris', agrees: 'aandachtsfunctionaris' },
  { code: 'AM03', role: 'aanmelder', agrees: 'beheerder' },
  { code: 'AM04', role: 'aanmelder', agrees: 'beheerder' },
] as const satisfies readonly { readonly code: string; readonly role: Role; readonly agrees: Role }[];

/** As what they report, as two people of the register would have settled it. The first is everything, so that a visitor can try it all. */
const GRANTED = [
  { code: 'AM01', kinds: GRANTABLE_KINDS },
  { code: 'AM03', kinds: ['JEUGD'] },
  { code: 'AM04', kinds: ['POL'] },
] as const;

/** A request in a demo names no number: somebody may dial it. */
const NOTHING_ASKED: HelpContent = {
  needs: ['information'],
  urgency: 'can-wait',
  danger: 'unknown',
  ageGroup: '23-30',
  gender: 'unknown',
  region: 'noord-nederland',
  language: 'nl',
  needsInterpreter: false,
  children: undefined,
  callBack: 'voorbeeld, geen nummer',
  emergency: undefined,
};
/** Nobody: every name in a demo says that it is made up. */
const FATIMA: Pick<RegistrationDraft, 'route' | 'region' | 'content' | 'person'> = {
  route: 'by-name',
  region: 'noord-nederland',
  content: {
    ...NOTHING_KNOWN,
    ageGroup: '23-30',
    gender: 'woman',
    forms: ['labour-exploitation'],
    sectors: ['cleaning'],
    exploitedIn: 'netherlands',
  },
  person: { name: 'Fatima Fictief', birthDate: '2001-03-12' as NonNullable<RegistrationDraft['person']>['birthDate'] },
};

/**
 * A few registrations of the demo, made as its people would: one person whom two organisations reported, one without a name, one that
 * waits at the register and one that is still a draft; and three requests for help, of which one was taken in and one is an emergency.
 * Nothing of it is real.
 */
export async function seedRegistrations(admin: Kysely<DB>, db: Kysely<DB>, vault: Vault): Promise<void> {
  async function as<T extends Done, E extends { readonly code: string }>(
    actor: Actor,
    action: string,
    run: (tx: AnyTx, time: DomainTime) => Promise<Result<T, E>>,
    activity: 'VA-07' | 'VA-08' = 'VA-07',
  ): Promise<T> {
    const keys = await vault.keysFor(actor.organisationId);
    const deed = { actor, activity, activityVersion: processingActivity(activity)!.version, action, traceId: newId() };
    const outcome = await transact(db, deed, (tx, time) => {
      lendKeys(tx, keys);
      return run(tx, time);
    });
    if ('replayOf' in outcome || !outcome.ok) throw new Error(`demo data refused: ${JSON.stringify(outcome)}`);
    return outcome.value;
  }
  const agree = (actor: Actor, counterpartCode: string, kind: string) =>
    as(actor, 'collaboration.record-agreement', (tx, time) => {
      const validUntil = addMonths(time.today, 24);
      const terms = { counterpartCode, kind, basis: 'Voorbeeldafspraak (fictief)' };
      return recordAgreement(tx, actor, { ...terms, validFrom: time.today, validUntil }, time);
    });

  const keeper = await actorIn(admin, REGISTER, 'beheerder');
  const registrar = await actorIn(admin, REGISTER, 'comensha-registratie');
  for (const { code, agrees } of REPORTERS)
    for (const { kind } of [...REGISTRATION_MESSAGES, ...HELP_MESSAGES, ...QUESTION_MESSAGES]) {
      await agree(await actorIn(admin, code, agrees), REGISTER, kind);
      await agree(keeper, code, kind);
    }
  await seedReporterKinds(admin, keeper.organisationId);
  const [municipality, care, youth] = await Promise.all(REPORTERS.map(({ code, role }) => actorIn(admin, code, role)));

  async function register(actor: Actor, draft: RegistrationDraft, isSent = true): Promise<string> {
    const asking = { actor, policy: POLICY };
    const { code } = await as(actor, 'registration.draft', (tx, time) => draftRegistration(tx, actor, draft, time));
    if (draft.route === 'by-name')
      await as(actor, 'registration.record-consent', (tx, time) =>
        recordRegistrationConsent(
          tx,
          asking,
          {
            code,
            givenBy: 'person',
            manner: 'written',
            language: 'nl',
            hasInterpreter: false,
            wish: undefined,
            givenOn: time.today,
          },
          time,
        ),
      );
    if (isSent) await as(actor, 'registration.send', (tx, time) => sendRegistration(tx, asking, { code }, time));
    return code;
  }
  const nameless = { route: 'nameless', region: 'noord-nederland', content: NOTHING_KNOWN, person: undefined } as const;
  const young = await register(youth!, { ...FATIMA, reporterType: 'JEUGD' });
  const cared = await register(care!, { ...FATIMA, reporterType: 'ZORGCO' });
  const unnamed = await register(municipality!, { ...nameless, region: 'amsterdam', reporterType: 'GEM' });
  await as(registrar, 'registration.take-in', (tx, time) => takeIn(tx, registrar, {}, time));
  await register(care!, { ...nameless, reporterType: 'ZORGCO' });
  await register(youth!, { ...nameless, reporterType: 'JEUGD' }, false);

  const placer = await actorIn(admin, REGISTER, 'comensha-plaatsing');
  const consent = {
    givenBy: 'person',
    manner: 'written',
    language: 'nl',
    hasInterpreter: false,
    wish: undefined,
  } as const;
  const askHelp = (actor: Actor, code: string, help: Partial<HelpContent>) =>
    as(
      actor,
      help.emergency ? 'registration.ask-emergency-help' : 'registration.ask-help',
      (tx, time) =>
        askForHelp(
          tx,
          { actor, policy: POLICY },
          {
            code,
            content: { ...NOTHING_ASKED, ...help },
            person: undefined,
            consent: help.emergency ? undefined : { ...consent, givenOn: time.today },
          },
          time,
        ),
      'VA-08',
    );
  await askHelp(care!, cared, { needs: ['care-coordination', 'legal'], urgency: 'can-wait' });
  const taken = await admin
    .selectFrom('exchange.message')
    .select('id')
    .where('tenant_id', '=', placer.organisationId)
    .where('box', '=', 'in')
    .where(
      'kind',
      'in',
      HELP_MESSAGES.map(({ kind }) => kind),
    )
    .executeTakeFirstOrThrow();
  await as(placer, 'registration.accept-help', (tx, time) => acceptHelp(tx, placer, taken, time), 'VA-08');
  await askHelp(municipality!, unnamed, { needs: ['shelter', 'safety'], urgency: 'this-week', region: 'amsterdam' });
  await askHelp(youth!, young, {
    needs: ['shelter'],
    urgency: 'tonight',
    danger: 'yes',
    emergency: { interest: 'no-safe-place', reason: 'Voorbeeld: de persoon is niet bereikbaar voor een gesprek.' },
  });
}

async function seedReporterKinds(admin: Kysely<DB>, registerId: string): Promise<void> {
  const organisations = await admin
    .selectFrom('organisations.organisation')
    .select(['id', 'code'])
    .where(
      'code',
      'in',
      GRANTED.map(({ code }) => code),
    )
    .execute();
  await admin
    .insertInto('registration.reporter_kind')
    .values(
      GRANTED.flatMap(({ code, kinds }) =>
        kinds.map((kind) => ({
          tenant_id: registerId,
          id: newId(),
          organisation_id: organisations.find((each) => each.code === code)!.id,
          kind,
          granted_at: new Date(Date.UTC(2026, 0, 1, 12)),
        })),
      ),
    )
    .execute();
}
