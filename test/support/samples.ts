import { createHash } from 'node:crypto';
import { DEADLINE_TEXTS } from '../../src/app/due-work.ts';
import type { CallTask } from '../../src/features/registration/domain/call.ts';
import { addPhoto, viewPhotos } from '../../src/features/signals/use-cases/photos.ts';
import { enter } from '../../src/platform/db/transact.ts';
import { storeFile } from '../../src/platform/files/file-store.ts';
import { newId } from '../../src/platform/ids/uuid.ts';
import { lendKeys } from '../../src/platform/vault/lending.ts';
import { createVault } from '../../src/platform/vault/vault.ts';
import { day } from '../../src/shared-kernel/plain-date.ts';
import type { Actor } from '../../src/shared-kernel/role.ts';
import { aCase, aReceivedReferral } from './a-case.ts';
import { aBroughtItem, aMeeting, aReceivedAction, aReceivedMeeting } from './a-consultation.ts';
import { aHandedOverMessage } from './a-handed-over-message.ts';
import { aReceivedHelp } from './a-received-help.ts';
import { aBulk, aCall, aDraft } from './a-registration.ts';
import { aPlaceRequest, aUnit, mayPlace } from './a-shelter.ts';
import { ABOUT_A_PERSON, AT_A_PLACE, aSignal } from './a-signal.ts';
import { aClosure, anInspection } from './an-inspection.ts';
import { TEST_KEYS } from './app.ts';
import { anOrganisation } from './builders.ts';
import type { TestDatabase } from './database.ts';
import { openGate } from './open-gate.ts';
import type { Side } from './side.ts';

/** Values for the parameter of a route. A `foreign` one exists in another organisation; without it the record is everybody's. */
export interface Sample {
  readonly own: string;
  readonly foreign?: string;
  readonly missing: string;
  /** For a field: the other fields of its form, so that the form is good but for this one. */
  readonly besides?: Readonly<Record<string, string>>;
  /** For a field: a route that takes the form and leaves this field aside. */
  readonly isIgnoredOn?: string;
}

interface Samples {
  readonly database: TestDatabase;
  readonly actor: Actor;
  readonly side: Side;
  readonly other: Side;
}

const NOWHERE = '00000000-0000-7000-8000-000000000000';

/** The row of both organisations in one table, by this column. */
const rowOf =
  (table: string, column = 'id') =>
  async ({ side, other }: Samples): Promise<Sample> => ({
    own: String((await side.rows.row(table))[column]),
    foreign: String((await other.rows.row(table))[column]),
    missing: NOWHERE,
  });

/** A record that each side, or with `isPersonal` each person, makes once, by the way the product makes it. */
const madeOnce =
  (
    name: string,
    make: (side: Side, actor: Actor, database: TestDatabase) => Promise<string>,
    isPersonal: 'personal' | 'shared' = 'shared',
  ) =>
  async ({ actor, side, other, database }: Samples): Promise<Sample> => {
    const of = (each: Side) => {
      const key = isPersonal === 'personal' ? `${name} ${actor.role}` : name;
      const made = each.made.get(key) ?? make(each, each.actors[actor.role], database);
      each.made.set(key, made);
      return made;
    };
    return { own: await of(side), foreign: await of(other), missing: NOWHERE };
  };

const fileId = madeOnce('file-id', async ({ organisation, marker, actors }, _actor, database) => {
  const file = {
    tenantId: organisation.id,
    name: `${marker}.pdf`,
    mediaType: 'application/pdf' as const,
    bytes: Buffer.from(`%PDF-1.7 ${marker}`),
    uploadedBy: actors.aandachtsfunctionaris.personId,
  };
  const keys = await createVault(database.kysely, TEST_KEYS).keysFor(organisation.id);
  const stored = await enter(database.kysely, { door: 'own', tenantId: organisation.id }, (tx, { now }) => {
    lendKeys(tx, keys);
    return storeFile(tx, { ...file, at: now });
  });
  return stored.id;
});

/** A municipality that gave this side a mandate; its record carries the marker of whom it trusts. */
const mandateGiver = madeOnce('mandate-giver-code', async ({ organisation, rows }, _actor, database) => {
  const giver = await anOrganisation(database);
  await rows.of(giver.id).row('approach.element');
  await database.admin
    .insertInto('organisations.mandate')
    .values({
      tenant_id: giver.id,
      id: newId(),
      holder_id: organisation.id,
      capability: 'aanpak',
      basis: 'test',
      valid_from: day('2020-01-01'),
      valid_until: day('2099-01-01'),
    })
    .execute();
  return giver.code;
});

/** An organisation with an identity provider: its public keys are for everybody. */
const codeWithProvider = async ({ side }: Samples): Promise<Sample> => {
  await side.rows.row('accounts.identity_provider');
  return { own: side.organisation.code, missing: 'GM9999' };
};

/** What VNG found about this side; it waits for a word of the municipality. */
const knownPublicFact = madeOnce('known-public-fact-id', async ({ organisation, marker }, _actor, database) => {
  const finder = await anOrganisation(database, 'vng');
  const id = newId();
  await database.admin
    .insertInto('approach.public_fact')
    .values({
      tenant_id: finder.id,
      id,
      municipality_id: organisation.id,
      element: 'K1.1',
      source: 'anders',
      title: marker,
      link: 'https://voorbeeld.invalid/beleid',
      decided_on: day('2026-01-01'),
      read_on: day('2026-01-01'),
      version: 1,
      entered_at: new Date(Date.UTC(2026, 0, 1)),
      changed_at: new Date(Date.UTC(2026, 0, 1)),
    })
    .execute();
  return id;
});

/** Facts of element K2.1 that are good, over the first version of it. */
const GOOD_FACTS = {
  aandachtsfunctionaris: 'Noor Fictief',
  vervanger: 'Tom Fictief',
  urenPerWeek: '8',
  besluit: 'Voorbeeldbesluit',
  besluitdatum: '1-11-2026',
  geldigTot: '1-3-2028',
  versie: '1',
  // and of a decision on a plan, which takes a document too
  orgaan: 'b-en-w',
  document: 'Voorbeeldplan',
  documentdatum: '1-10-2026',
  gezien: 'a'.repeat(64),
  // and of a drill, and of a statement
  gehoudenOp: '1-10-2026',
  scenario: 'Een melding aan de balie',
  bewijs: 'Voorbeeldverslag',
  onderdeel: 'K4.1',
  stand: 'regio',
  verklaring: 'De regio heeft afspraken',
  datum: '1-10-2026',
};

/** An action of a plan that is good, over the first version of it. */
const GOOD_ACTION = { titel: 'Voorbeeldactie', spoor: 'preventie', versie: '1' };

/** A colleague, chosen in a form. */
const memberIn = (besides: Readonly<Record<string, string>>) => async (samples: Samples) => ({
  ...(await rowOf('accounts.membership')(samples)),
  besides,
});

/** The colleague who is meant by a name. With a mandate nobody is pointed at: it shows no colleagues. */
const personMeant = async (samples: Samples) => ({
  ...(await rowOf('accounts.membership', 'person_id')(samples)),
  besides: {
    aandachtsfunctionaris: 'Noor Fictief',
    vervanger: 'Tom Fictief',
    urenPerWeek: '8',
    besluit: 'Voorbeeldbesluit',
    besluitdatum: '1-11-2026',
    geldigTot: '1-3-2028',
    versie: '0',
  },
  isIgnoredOn: '/aanpak/namens/:code',
});

/** A signal about a place that was weighed, so that it can be handed over. */
const signalCode = madeOnce('signal-code', async ({ actors, marker }, _actor, database) => {
  const passed = { ...AT_A_PLACE, content: { observation: `${marker} gezien`, place: `${marker} plek` } };
  return (await aSignal(database, actors.medewerker, passed, actors.aandachtsfunctionaris)).code;
});

/** A registration that this person drafted herself. */
const registrationCode = madeOnce(
  'registration-code',
  async ({ marker }, actor, database) => aDraft(database, actor, `${marker} naam`),
  'personal',
);

/** A case that this person began herself, and so works on. */
const caseCode = madeOnce(
  'care-case-code',
  async ({ marker }, actor, database) => aCase(database, actor, `${marker} naam`),
  'personal',
);

/** A telephone call of one of the two tasks. */
const callCode = (task: CallTask) =>
  madeOnce(`${task}-call-code`, ({ marker }, actor, database) => aCall(database, actor, task, `${marker} gesprek`));

/** A signal that this person passed on herself. */
const recordedCode = madeOnce(
  'recorded-signal-code',
  async ({ marker }, actor, database) => {
    const passed = { ...AT_A_PLACE, content: { observation: `${marker} gezien`, place: `${marker} plek` } };
    return (await aSignal(database, actor, passed)).code;
  },
  'personal',
);

/** A team of people who learn, where that part is on: what it writes asks an open gate. */
const teamId = madeOnce('team-id', async ({ organisation, rows }, _actor, database) => {
  await openGate(database, organisation.id, 'learning');
  return String((await rows.row('learning.team')).id);
});

/** A house of a shelter, with its own sealed address. */
const shelterUnit = madeOnce('shelter-unit', ({ actors, marker }, _actor, database) =>
  aUnit(database, actors.opvang, `${marker} huis`),
);

/** A place of a shelter that lets this side place people there. */
const freePlace = madeOnce('free-place', async ({ organisation, rows }, _actor, database) => {
  const shelter = await anOrganisation(database, 'opvangorganisatie');
  await mayPlace(database, shelter.id, organisation.id);
  return String((await rows.of(shelter.id).row('shelter.place')).id);
});

/** A request for a place that this side wrote down at the telephone. */
const placeRequestCode = madeOnce('place-request-code', ({ actors, marker }, _actor, database) =>
  aPlaceRequest(database, actors['comensha-plaatsing'], { language: marker, speaks: 'wish' }),
);

/** A stay that this side arranged with such a shelter. */
const heldPlacement = madeOnce('held-placement', async ({ organisation, rows, marker }, _actor, database) => {
  const shelter = await anOrganisation(database, 'opvangorganisatie');
  await mayPlace(database, shelter.id, organisation.id);
  const row = { ...(await rows.of(shelter.id).build('shelter.placement')), holder_id: organisation.id };
  const accepted = { accepted_at: new Date(Date.UTC(2026, 0, 2)), accepted_by_name: 'Opvang Voorbeeld' };
  await database.admin
    .insertInto('shelter.placement')
    .values({ ...row, ...accepted, holder_name: marker } as never)
    .execute();
  return String((row as { readonly id?: unknown }).id);
});

/** The same where alleged offenders are recorded: the gate is open, and the focal point was named. */
const offenderSignalCode = madeOnce(
  'offender-signal-code',
  async ({ organisation, actors, marker }, _actor, database) => {
    await openGate(database, organisation.id, 'offenders');
    const { personId, personName } = actors.aandachtsfunctionaris;
    await database.admin
      .insertInto('signals.offender_reader')
      .values({
        tenant_id: organisation.id,
        place: 2,
        person_id: personId,
        person_name: personName,
        named_by_name: 'Noor Fictief',
        named_on: day('2026-01-01'),
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    const passed = { ...AT_A_PLACE, content: { observation: `${marker} gezien`, place: `${marker} plek` } };
    return (await aSignal(database, actors.medewerker, passed, actors.aandachtsfunctionaris)).code;
  },
);

/** The same about a person. */
const personSignalCode = madeOnce('person-signal-code', async ({ actors, marker }, _actor, database) => {
  const passed = { ...ABOUT_A_PERSON, content: { observation: `${marker} gezien`, place: `${marker} plek` } };
  return (await aSignal(database, actors.medewerker, passed, actors.aandachtsfunctionaris)).code;
});

/** One about a person that was handed over to care, with the care coordinator of this side let in. */
const signalWithCare = madeOnce('signal-with-care', async ({ actors, marker, organisation }, _actor, database) => {
  const passed = { ...ABOUT_A_PERSON, content: { observation: `${marker} gezien`, place: `${marker} plek` } };
  const { code, id, dossierId } = await aSignal(database, actors.medewerker, passed, actors.aandachtsfunctionaris);
  const rows = { tenant_id: organisation.id, dossier_id: dossierId };
  await database.admin
    .insertInto('signals.handover')
    .values({
      ...rows,
      id: newId(),
      report_id: id,
      channel: 'care-coordinator',
      edition_id: newId(),
      edition_version: 1,
      handed_on: day('2026-01-01'),
      handed_by: actors.aandachtsfunctionaris.personId,
      handed_by_name: actors.aandachtsfunctionaris.personName,
      answer_by: day('2099-01-01'),
    })
    .execute();
  const { personId, personName } = actors.zorgcoordinator;
  await database.admin
    .insertInto('privacy.dossier_access')
    .values({
      ...rows,
      id: newId(),
      person_id: personId,
      person_name: personName,
      kind: 'assigned',
      from_at: new Date(Date.UTC(2026, 0, 1)),
      reason: 'test',
      given_by: personId,
      given_by_name: personName,
    })
    .execute();
  return code;
});

/** A photograph that this person added to her own signal. */
const signalPhoto = madeOnce(
  'signal-photo-id',
  async ({ marker, organisation }, actor, database) => {
    const passed = { ...AT_A_PLACE, content: { observation: `${marker} gezien`, place: `${marker} plek` } };
    const { code } = await aSignal(database, actor, passed);
    const keys = await createVault(database.kysely, TEST_KEYS).keysFor(organisation.id);
    return enter(database.kysely, { door: 'own', tenantId: organisation.id }, async (tx, time) => {
      lendKeys(tx, keys);
      const photo = { mediaType: 'image/png', bytes: Buffer.from(marker), scannedAt: undefined } as const;
      await addPhoto(tx, actor, { code, photo }, time);
      const seen = await viewPhotos(tx, { actor, weighs: false }, code);
      if (!seen.ok) throw new Error('the signal of the sample is not there');
      return seen.value.photos[0]!.id;
    });
  },
  'personal',
);

/**
 * Where a test finds a value for a path with a parameter: the name a route gives as `sample` in its config. A route that names a
 * sample without a row here fails the access test, so nobody can forget to say which record is foreign.
 */
export const SAMPLES: Readonly<Record<string, (samples: Samples) => Promise<Sample>>> = {
  'consultation-id': madeOnce('consultation-id', aMeeting, 'personal'),
  'brought-item-id': madeOnce('brought-item-id', aBroughtItem, 'personal'),
  'consultation-action-id': madeOnce('consultation-action-id', ({ organisation, marker }, _actor, database) =>
    aReceivedAction(database, organisation.id, `${marker} actie`),
  ),
  'received-consultation-id': madeOnce('received-consultation-id', ({ organisation, marker }, _actor, database) =>
    aReceivedMeeting(database, organisation.id, `${marker} overleg`),
  ),
  'instrument-kind': async () => ({ own: 'exploitatievergunning', missing: 'bestaat-niet' }),
  'team-id': teamId,
  'certificate-number': madeOnce(
    'certificate-number',
    async ({ rows, organisation }, { personId }, { admin }) => {
      const row = { ...(await rows.build('learning.certificate')), id: newId(), person_id: personId };
      await admin
        .insertInto('learning.certificate')
        .values({ ...row, tenant_id: organisation.id } as never)
        .execute();
      return (row as unknown as { number: string }).number;
    },
    'personal',
  ),
  'learning-path': async () => ({ own: 'basis', missing: 'bestaat-niet' }),
  lesson: async () => ({ own: 'basis.een-vermoeden', missing: 'basis.bestaat-niet' }),
  'course-package': async () => ({ own: 'basis.scorm12.zip', missing: 'basis.scorm13.zip' }),
  'document-kind': async () => ({ own: 'overdrachtsdossier', missing: 'bestaat-niet' }),
  'municipality-code': async () => ({ own: 'GM0014', missing: 'GM9999' }),
  'file-id': fileId,
  'estimate-run-id': rowOf('insight.run'),
  'proposal-id': rowOf('insight.proposal'),
  'approach-theme': async () => ({ own: '1', missing: '9' }),
  'approach-element': async () => ({ own: 'K1.1', missing: 'K9.9' }),
  'code-with-provider': codeWithProvider,
  'mandate-giver-code': mandateGiver,
  'member-id': rowOf('accounts.membership'),
  'care-case-code': async (samples) => ({ ...(await caseCode(samples)), missing: 'ZZZZ-ZZZZ' }),
  'received-referral-id': madeOnce('received-referral-id', ({ organisation, marker }, _actor, database) =>
    aReceivedReferral(database, organisation.id, `${marker} naam`),
  ),
  'care-offer': rowOf('care.offer_version', 'offer_id'),
  'shelter-unit': shelterUnit,
  'shelter-place': rowOf('shelter.place'),
  'shelter-placement': rowOf('shelter.placement'),
  'free-place': async (samples) => {
    const { own, missing } = await freePlace(samples);
    return { own, missing };
  },
  'held-placement': heldPlacement,
  'place-request-code': async (samples) => ({ ...(await placeRequestCode(samples)), missing: 'ZZZZ-ZZZZ' }),
  'practice-id': async (samples) => {
    const { own } = await rowOf('practices.practice')(samples);
    return { own, missing: NOWHERE };
  },
  'own-joint-action-id': rowOf('regional.joint_action'),
  'joint-action-id': async (samples) => {
    const { own } = await rowOf('regional.joint_action')(samples);
    return { own, missing: NOWHERE };
  },
  'submission-id': rowOf('practices.submission'),
  'support-request-id': rowOf('support.request'),
  'desk-request-id': rowOf('support.request'),
  'question-id': async (samples) => {
    const { own } = await rowOf('practices.question')(samples);
    return { own, missing: NOWHERE };
  },
  'contact-id': rowOf('practices.contact'),
  'moderated-submission-id': rowOf('practices.submission'),
  'action-id': rowOf('approach.plan_action'),
  'barrier-action-id': rowOf('approach.barrier_action'),
  'message-id': rowOf('exchange.message'),
  'handed-over-message-id': madeOnce('handed-over-message-id', ({ organisation, marker }, _actor, database) =>
    aHandedOverMessage(database, organisation.id, marker),
  ),
  'adoption-id': rowOf('approach.adoption'),
  'public-fact-id': rowOf('approach.public_fact'),
  'known-public-fact-id': knownPublicFact,
  'approval-id': madeOnce(
    'approval-id',
    async ({ organisation, marker }, { personId, personName, role }, { admin }) => {
      const id = newId();
      const payload = JSON.stringify({ marker });
      await admin
        .insertInto('approvals.request')
        .values({
          tenant_id: organisation.id,
          id,
          kind: 'test.asked',
          subject_kind: 'test.thing',
          subject_id: id,
          payload,
          payload_sha256: createHash('sha256').update(payload).digest(),
          reason: marker,
          requested_by: personId,
          requested_by_name: personName,
          requested_role: role,
          requested_at: new Date(Date.UTC(2026, 0, 1)),
          expires_at: new Date(Date.UTC(2099, 0, 1)),
          decider_id: organisation.id,
        })
        .execute();
      return id;
    },
    'personal',
  ),
  'registration-code': async (samples) => ({ ...(await registrationCode(samples)), missing: 'ZZZZ-ZZZZ' }),
  'reporting-organisation-code': async ({ database }) => ({
    own: (await anOrganisation(database, 'aanmelder')).code,
    missing: 'XX99',
  }),
  'call-code': async (samples) => ({ ...(await callCode('registration')(samples)), missing: 'ZZZZ-ZZZZ' }),
  'help-call-code': async (samples) => ({ ...(await callCode('placement')(samples)), missing: 'ZZZZ-ZZZZ' }),
  'registration-bulk-id': madeOnce(
    'registration-bulk-id',
    async (_samples, actor, database) => aBulk(database, actor),
    'personal',
  ),
  'register-record-code': async (samples) => ({
    ...(await rowOf('registration.record', 'code')(samples)),
    missing: 'ZZZZ-ZZZZ',
  }),
  'yearly-delivery-id': rowOf('registration.yearly_delivery'),
  'received-help-id': madeOnce('received-help-id', ({ organisation, marker }, _actor, database) =>
    aReceivedHelp(database, organisation.id, `${marker} naam`),
  ),
  'signal-report-id': rowOf('signals.signal_report'),
  'inspection-id': madeOnce('inspection-id', ({ actors, marker }, _actor, database) =>
    anInspection(database, actors.aandachtsfunctionaris, `${marker} adres`),
  ),
  'closure-id': madeOnce('closure-id', ({ actors, marker }, _actor, database) =>
    aClosure(database, actors.aandachtsfunctionaris, `${marker} adres`),
  ),
  'signal-code': async (samples) => ({ ...(await signalCode(samples)), missing: 'ZZZZ-ZZZZ' }),
  'recorded-signal-code': async (samples) => ({ ...(await recordedCode(samples)), missing: 'ZZZZ-ZZZZ' }),
  'person-signal-code': async (samples) => ({ ...(await personSignalCode(samples)), missing: 'ZZZZ-ZZZZ' }),
  'signal-with-care': async (samples) => ({ ...(await signalWithCare(samples)), missing: 'ZZZZ-ZZZZ' }),
  'signal-photo-id': signalPhoto,
  'offender-signal-code': async (samples) => ({ ...(await offenderSignalCode(samples)), missing: 'ZZZZ-ZZZZ' }),
  'handover-document': async (samples) => {
    const { own, foreign } = await signalCode(samples);
    return { own: `${own}.police`, foreign: `${foreign}.police`, missing: 'ZZZZ-ZZZZ.police' };
  },
  'kit-document': async () => ({ own: 'dpia-bijlage.docx', missing: 'bestaat-niet' }),
  'gate-tick-id': rowOf('privacy.gate_tick'),
  'rights-request-id': rowOf('privacy.rights_request'),
  'incident-id': rowOf('privacy.incident'),
  'retention-rule': async () => ({ own: 'handover-reference', missing: 'bestaat-niet' }),
  'retention-record-id': rowOf('retention.record'),
  'dossier-id': rowOf('privacy.dossier'),
  'glass-id': rowOf('privacy.break_glass'),
  'told-glass-id': madeOnce(
    'told-glass-id',
    async ({ rows, organisation }, { personId }, { admin }) => {
      const line = { ...(await rows.build('privacy.dossier_access')), id: newId() } as { id: string };
      await admin
        .insertInto('privacy.dossier_access')
        .values(line as never)
        .execute();
      const glass = { ...(await rows.build('privacy.break_glass')), id: line.id, told_ids: [personId, newId()] };
      await admin
        .insertInto('privacy.break_glass')
        .values({ ...glass, tenant_id: organisation.id } as never)
        .execute();
      return line.id;
    },
    'personal',
  ),
  'notification-id': madeOnce(
    'notification-id',
    async ({ organisation, marker }, { membershipId }, { admin }) => {
      const id = newId();
      await admin
        .insertInto('deadlines.notification')
        .values({
          tenant_id: organisation.id,
          id,
          membership_id: membershipId,
          kind: Object.keys(DEADLINE_TEXTS)[0]!,
          path: `/overzicht?${marker}`,
          created_at: new Date(Date.UTC(2026, 0, 1)),
        })
        .execute();
      return id;
    },
    'personal',
  ),
};

/** The same for a field of a form that holds an id: by the name of the field. */
export const FIELD_SAMPLES: Readonly<Record<string, (samples: Samples) => Promise<Sample>>> = {
  sessie: rowOf('accounts.session'),
  rol: rowOf('accounts.membership'),
  mandaat: rowOf('organisations.mandate'),
  bezwaar: rowOf('care.objection'),
  // an offer that names this municipality may be objected to; one that names another may not
  aanbod: async (samples) => ({
    ...(await rowOf('care.offer_version', 'offer_id')(samples)),
    besides: { reden: 'Het telefoonnummer is al lang anders' },
  }),
  afspraak: rowOf('exchange.agreement'),
  convenantId: rowOf('consultation.covenant'),
  deelnemerWeg: rowOf('consultation.participant'),
  punt: async (samples) => ({ ...(await rowOf('consultation.item')(samples)), besides: { waarom: 'niet-nodig' } }),
  overlegactie: async (samples) => ({
    ...(await rowOf('consultation.outcome')(samples)),
    besides: { hoeGing: 'gedaan' },
  }),
  ingebrachtPunt: async (samples) => ({
    ...(await rowOf('consultation.brought')(samples)),
    besides: { waarom: 'niet-nodig' },
  }),
  actieVoorPlan: rowOf('consultation.received'),
  ontvangenActie: async (samples) => ({
    ...(await rowOf('consultation.received')(samples)),
    besides: { hoeGing: 'gedaan' },
  }),
  opvangafspraak: rowOf('shelter.agreement'),
  naarPlek: rowOf('shelter.place'),
  // every place is everybody's who places, so none is foreign: here is a second one that does not exist
  plek: async () => ({ own: NOWHERE, foreign: NOWHERE.replace('7000', '7001'), missing: NOWHERE }),
  koppeling: rowOf('accounts.system_client'),
  toegangssleutel: rowOf('accounts.passkey'),
  uitnodiging: rowOf('accounts.invitation'),
  // a colleague of another municipality cannot be asked anything
  collega: async (samples) => ({
    ...(await rowOf('accounts.membership')(samples)),
    besides: { stand: 'weet-ik-niet', versie: '0' },
  }),
  aandachtsfunctionarisIs: personMeant,
  vervangerIs: personMeant,
  eigenaarId: memberIn(GOOD_ACTION),
  vervangerId: memberIn(GOOD_ACTION),
  regioId: async ({ other }) => ({
    own: '',
    foreign: other.organisation.id,
    missing: NOWHERE,
    besides: { titel: 'Voorbeeldplan', begint: '1-1-2026', eindigt: '1-1-2028', versie: '1' },
  }),
  bureau: async ({ other }) => ({
    own: '',
    foreign: other.organisation.id,
    missing: NOWHERE,
    besides: { reden: 'Voorbeeld van een reden' },
  }),
  nietVoor: async (samples) => ({
    ...(await rowOf('accounts.membership', 'person_id')(samples)),
    besides: { gezien: 'Voorbeeld van wat is gezien', plek: 'Voorbeeldweg 1', minderjarig: 'unknown' },
  }),
  regel: rowOf('learning.campaign_entry'),
  eigenSignaal: rowOf('signals.own_signal'),
  team: rowOf('learning.team'),
  teamleider: memberIn({ naam: 'Voorbeeldteam', werk: 'BZ', mensen: '5', versie: '1' }),
  vraagId: async (samples) => ({
    ...(await rowOf('signals.question')(samples)),
    besides: { antwoord: 'Voorbeeld van een antwoord' },
  }),
  wie: async (samples) => ({
    ...(await rowOf('accounts.membership', 'person_id')(samples)),
    besides: { reden: 'is familie (voorbeeld)' },
  }),
  tweede: rowOf('accounts.membership'),
  gebeurtenis: rowOf('care.case_event'),
  // passing a desk on: a colleague of another organisation neither gives nor takes
  van: async (samples) => ({
    ...(await rowOf('accounts.membership')(samples)),
    besides: { naar: NOWHERE, aantal: '1' },
  }),
  naar: async (samples) => ({
    ...(await rowOf('accounts.membership')(samples)),
    besides: { van: NOWHERE, aantal: '1' },
  }),
  aan: async (samples) => ({ ...(await rowOf('accounts.membership')(samples)), besides: { aantal: '1' } }),
  vervangt: async (samples) => ({
    ...(await rowOf('accounts.membership')(samples)),
    besides: { vanDag: '1-1-2098', totDag: '2-1-2098' },
  }),
  koppelingMet: rowOf('care.case_link'),
  mens: async (samples) => ({ ...(await rowOf('care.around')(samples)), besides: { nu: 'unknown' } }),
  taak: async (samples) => ({ ...(await rowOf('care.task')(samples)), besides: { hoeGing: 'done' } }),
  eerdereOpmerking: rowOf('exchange.message'),
  verwijzing: async (samples) => ({
    ...(await rowOf('care.referral')(samples)),
    besides: { gegevenDoor: 'person', hoe: 'spoken', gegevenOp: '1-11-2026', taal: 'nl' },
  }),
  termijn: async (samples) => ({
    ...(await rowOf('care.case_clock')(samples)),
    besides: { gelezen: '1-3-2027', einde: 'gedaan' },
  }),
  zorgcoordinator: rowOf('accounts.membership', 'person_id'),
  persoonId: async (samples) => ({
    ...(await rowOf('signals.identity')(samples)),
    besides: { reden: 'Voorbeeld van een reden om te openen' },
  }),
  notitie: rowOf('signals.offender_note'),
  gegeven: rowOf('signals.offender_note'),
  nieuweVoorzitter: async (samples) => ({ ...(await rowOf('accounts.membership')(samples)), besides: { versie: '1' } }),
  nieuweLezer: async (samples) => ({
    ...(await rowOf('accounts.membership', 'person_id')(samples)),
    besides: { waarom: 'Voorbeeld van een reden' },
  }),
  lezer: rowOf('signals.offender_reader', 'person_id'),
  planactie: async (samples) => ({
    ...(await rowOf('approach.plan_action')(samples)),
    besides: { barriere: 'housing', actie: 'Voorbeeldactie', helpt: 'none', stand: 'idea', versie: '1' },
  }),
  overleg: async (samples) => ({
    ...(await rowOf('signals.consultation')(samples)),
    besides: { adviesOp: '1-11-2026', advies: 'watch', toelichting: 'Voorbeeld van een advies' },
  }),
  overdracht: async (samples) => ({
    ...(await rowOf('signals.handover')(samples)),
    besides: { antwoord: 'too-little', antwoordOp: '1-11-2026' },
  }),
  // who works in the place of a municipality keeps the document that is there, whatever is sent
  bewijsstukId: async (samples) => ({
    ...(await fileId(samples)),
    besides: GOOD_FACTS,
    isIgnoredOn: '/aanpak/namens/:code',
  }),
};
