import { createHash, randomBytes } from 'node:crypto';
import type { Client } from 'pg';
import { DEADLINE_TEXTS } from '../../src/app/due-work.ts';
import { certificateNumber } from '../../src/features/learning/domain/certificate-number.ts';
import { registrationCode } from '../../src/features/registration/domain/registration.ts';
import { signalCode } from '../../src/features/signals/domain/signal-report.ts';
import { newId } from '../../src/platform/ids/uuid.ts';
import { tenantKeyContext } from '../../src/platform/vault/tenant-key-store.ts';
import { TEST_KEYS } from './app.ts';

/** Whose rows are laid, and the text by which they are recognised wherever they turn up. */
export interface RowOwner {
  readonly tenantId: string;
  readonly personId: string;
  readonly membershipId: string;
  readonly marker: string;
}

export type Row = Readonly<Record<string, unknown>>;

/** A publication of forty people, in the shape that pages read; of another year than the proposal. */
const ONE_NUMBER = {
  figures: {
    title: 'Voorbeelduitgave',
    years: ['2024'],
    properties: [{ id: 'vorm', name: 'Vorm van uitbuiting', values: [{ id: 'onbekend', name: 'Onbekend' }] }],
    cells: [
      { year: '2024', at: [null], people: 40 },
      { year: '2024', at: ['onbekend'], people: 40 },
    ],
  },
  report: {
    cells: 0,
    shown: 0,
    hidden: { 'too-few': 0, 'one-contributor': 0, 'one-group': 0, beside: 0, before: 0 },
    recoveredBefore: 0,
    recoveredAfter: 0,
    attacked: 0,
    narrowest: null,
    solves: 0,
    editions: 0,
    solver: 'geen',
  },
};

/** A practice, in the shape that pages read. */
const PRACTICE = {
  type: 'training',
  title: 'Voorbeeldtraining',
  problem: 'Niemand herkende het.',
  deed: 'Wij oefenden.',
  effect: 'Meer signalen.',
  forms: [],
  evidence: 'gedaan',
  contactFunction: 'beleidsmedewerker',
  licence: 'cc0',
  documents: [],
  asOf: '2026-01-01',
};

/** For a column that may be empty: the row it refers to, as for one that may not. */
const ITS_PARENT = Symbol('its parent');

/** What a table asks that its columns do not say; `owner` fills in. Everything else follows from the database itself. */
type Particulars = (owner: RowOwner) => Row | Promise<Row>;
const PARTICULARS: Readonly<Record<string, Particulars>> = {
  'audit.processing': () => ({
    span_id: randomBytes(8),
    parent_span_id: randomBytes(8),
    status: 'Ok',
    recorded_at: new Date(),
  }),
  'audit.seal_key': () => ({ public_key: randomBytes(32) }),
  'audit.root': () => ({
    after_seq: 0,
    up_to_seq: 1,
    signature: randomBytes(64),
    after_erasure: 0,
    up_to_erasure: 1,
    erasures: randomBytes(32),
  }),
  'audit.batch': () => ({ lines: 1, leaves: randomBytes(40) }),
  'audit.month': () => ({ logs: 'deeds', month: '2016-01-01' }),
  'audit.erasure': () => ({ logs: 'deeds', period: 'P5Y' }),
  'audit.erasure_part': () => ({ lines: 1, numbers: randomBytes(8) }),
  'insight.local_feature': () => ({ feature: 'kassen' }),
  'insight.proposal': ({ marker }) => ({
    years: ['2025'],
    properties: JSON.stringify(ONE_NUMBER.figures.properties),
    counted: JSON.stringify({
      dimensions: [
        { id: 'jaar', categories: ['2025'] },
        { id: 'vorm', categories: ['onbekend'] },
      ],
      rows: [{ values: ['2025', 'onbekend'], contributor: 'voorbeeld', count: 40 }],
    }),
    check_ending: 'cannot-protect',
    checked_at: '2026-01-01T12:01:00Z',
    checked_against: marker,
    result: null,
    result_sha256: null,
  }),
  'insight.preview': () => ({ result: JSON.stringify(ONE_NUMBER) }),
  // everybody reads it, whoever released it: nothing in it marks an organisation as seen by another
  'insight.edition': () => ({
    reference: `geregistreerd-2026-01-01-${randomBytes(4).toString('hex')}`,
    title: 'Voorbeelduitgave',
    sha256: createHash('sha256').update(JSON.stringify(ONE_NUMBER.figures)).digest('hex'),
    years: ['2024'],
    asked_by: 'register',
    released_by: 'bureau',
    body: JSON.stringify(ONE_NUMBER.figures),
    report: JSON.stringify(ONE_NUMBER.report),
  }),
  'insight.run': () => ({
    capture_table: '"A","B",count\n1,0,30\n0,1,40\n1,1,12\n',
    options: JSON.stringify({ seed: 1, bootstrap: 0, level: 0.95, threshold: 0.02 }),
    ending: 'died',
    ended_at: '2026-01-01T12:01:00Z',
  }),
  'approvals.request': ({ personId, tenantId, marker }) => ({
    payload: JSON.stringify({ marker }),
    payload_sha256: createHash('sha256').update(JSON.stringify({ marker })).digest(),
    requested_by: personId,
    decider_id: tenantId,
  }),
  'approvals.decision': ({ personId }) => ({ outcome: 'withdrawn', decided_by: personId }),
  'retention.term': () => ({ rule: 'handover-reference', period: 'P1Y' }),
  'retention.record': () => ({
    rule: 'handover-reference',
    starts_on: '2026-01-01',
    ends_on: '2099-01-01',
    held_until: null,
    erase_at: '2099-01-01T00:00:00Z',
    erased_at: null,
  }),
  'retention.hold': () => ({ ground: 'hotspot' }),
  'privacy.rights_request': () => ({
    reference: 'Z-1',
    notice_ids: [],
    sender_name: null,
    talk: null,
    identity: null,
    finding: null,
    outcome: null,
    proposed_by_name: null,
    agreed_by_name: null,
    erased_by_name: null,
  }),
  'privacy.incident_step': () => ({ kind: 'tell-authority', outcome: null }),
  'privacy.gate_tick': () => ({
    feature: 'signals',
    category: null,
    revoked_by_name: null,
    revoke_reason: null,
  }),
  'privacy.break_glass': ({ personId, marker }) => ({
    person_id: personId,
    reason: `${marker} reden van twintig tekens`,
    opened_at: '2026-01-01T12:00:00Z',
    until_at: '2026-01-01T12:30:00Z',
    told_ids: [newId(), newId()],
    told: [`${marker} een`, `${marker} twee`],
    reviewed_by_name: null,
    verdict: null,
    review_note: null,
  }),
  // a real key of before: whoever opens the keys of this organisation opens it too
  'vault.tenant_key': async ({ tenantId }) => {
    const id = newId();
    const context = tenantKeyContext(tenantId, 'signing', id);
    const [wrapped] = await TEST_KEYS.wrap([{ context, key: randomBytes(32) }]);
    return { id, purpose: 'signing', state: 'former', wrapped: wrapped!.wrapped, master_key_id: wrapped!.masterKeyId };
  },
  'vault.dossier_key': () => ({ destroyed_at: '2026-01-01T12:00:00Z' }),
  'vault.exchange_key': () => ({ public_key: randomBytes(32) }),
  'accounts.membership': () => ({ role: 'medewerker' }),
  'accounts.passkey': ({ marker }) => ({ name: marker, blocked_at: null }),
  'accounts.invitation': ({ marker }) => ({
    role: 'beheerder',
    person_name: marker,
    lapses_at: '2100-01-01T12:00:00Z',
    used_at: null,
    withdrawn_at: null,
  }),
  'accounts.access_token': ({ membershipId }) => ({ membership_id: membershipId }),
  'accounts.system_client': ({ marker }) => ({
    name: marker,
    scope: 'signalen',
    ended_by_name: null,
    public_key: { kty: 'EC' },
    key_print: marker,
  }),
  'accounts.client_assertion': () => ({ jti_hash: randomBytes(32) }),
  'deadlines.deadline': ({ membershipId }) => ({
    kind: Object.keys(DEADLINE_TEXTS)[0],
    assignee_id: membershipId,
    asks_from: '2026-01-01',
  }),
  'deadlines.notification': () => ({ kind: Object.keys(DEADLINE_TEXTS)[0] }),
  'registration.registration': () => ({ code: registrationCode(randomBytes(8)), route: 'nameless' }),
  'registration.consent': () => ({
    purpose: 'registration',
    registration_id: ITS_PARENT,
    help_request_id: null,
    data: '{name}',
    representative: null,
    text_sha256: 'a'.repeat(64),
    withdrawn_by_name: null,
  }),
  'registration.help_request': () => ({
    code: registrationCode(randomBytes(8)),
    ground: 'vital-interest',
    checked_at: '2026-01-01T12:00:00Z',
  }),
  'registration.call': () => ({
    code: registrationCode(randomBytes(8)),
    task: 'registration',
    branch: 'open',
    closed_at: '2026-01-01T12:00:00Z',
    outcome: 'registered',
    content: randomBytes(64),
    help_content: null,
  }),
  'registration.question': () => ({
    parts: ['gender'],
    delivery_id: newId(),
    registration_id: null,
    answered_at: '2026-01-01T12:00:00Z',
    answer: randomBytes(64),
  }),
  'registration.record': () => {
    const id = newId();
    return { id, root_id: id, code: registrationCode(randomBytes(8)) };
  },
  'registration.linkage_token': () => ({ token: randomBytes(16) }),
  'registration.candidate': () => ({ decided_at: '2026-01-01T12:00:00Z' }),
  'registration.bulk': ({ personId }) => ({
    recorded_by: personId,
    recorded_role: 'aanmelder',
    row_count: 1,
    problems: '[]',
    mode: 'good',
    started_at: '2026-01-01T12:00:00Z',
    next_at: null,
    finished_at: null,
  }),
  'registration.history_count': () => ({ year: 2020 }),
  'registration.yearly_delivery': () => ({
    year: 2020,
    nth: 1,
    k: 10,
    row_count: 1,
    person_count: 10,
    content_sha256: 'a'.repeat(64),
    source_sha256: 'a'.repeat(64),
    folded: '{}',
    correction_reason: null,
    approved_at: '2026-01-01T12:00:00Z',
  }),
  'registration.reporter_kind': () => ({ kind: 'JEUGD' }),
  'registration.region_count': () => ({ year: 2026, persons: 10 }),
  'care.offer_version': ({ tenantId }) => ({
    municipality_ids: `{${tenantId}}`,
    forms: '{labour-exploitation}',
    ages: '{adult}',
    genders: '{man}',
    languages: '{}',
    is_always_open: true,
    opens_at: null,
    closes_at: null,
    hours_a_week: 8,
    contract_until: null,
    valid_from: '2026-01-01',
    ended_on: null,
  }),
  'care.setting': () => ({ depth: 'lean', caseload_norm: 20 }),
  'care.case_file': ({ membershipId }) => ({
    code: registrationCode(randomBytes(8)),
    source: 'phone',
    coordinator_id: membershipId,
    // what it says was sealed by nobody, so no list of what runs leads to it
    closed_on: '2026-01-01',
    outcome: 'goals-met',
    aftercare_until: null,
    registration_code: null,
  }),
  'care.case_consent': () => ({ purpose: 'help', text_sha256: 'a'.repeat(64), withdrawn_by_name: null }),
  'care.case_event': () => ({ kind: 'note', steps: '{}' }),
  'care.case_clock': () => ({
    clock: 'reflection-period',
    needs_second: false,
    second_by_name: null,
    ended_by: null,
    ended_by_name: null,
  }),
  'care.sheet': () => ({
    kind: 'intake',
    version: 1,
    agreed_on: null,
    agreed_language: null,
    agreed_manner: null,
    agreed_by_name: null,
  }),
  'care.around': () => ({ part: 'other', standing: 'unknown' }),
  'care.paper': () => ({ kind: 'other' }),
  'care.absence': () => ({ from_on: '2026-01-01', until_on: '2026-01-14', next_at: null, begun_at: null }),
  'care.mobile': () => ({ number: '000 0000001' }),
  'care.case_link': () => ({ kind: 'family' }),
  'care.task': () => ({
    kind: 'aftercare',
    due_time: null,
    settled_on: null,
    settled_how: null,
    settled_by_name: null,
  }),
  'shelter.unit': () => ({ address: null }),
  'shelter.place': () => ({
    type: 'womens',
    region: 'amsterdam',
    genders: '{woman}',
    min_age: 18,
    max_age: null,
    children: 0,
    child_max_age: null,
    boy_max_age: null,
    languages: '{}',
    expertise: '{}',
    staffing: 'always',
    opens_on: '2020-01-01',
    closes_on: null,
    out_from: null,
    out_until: null,
  }),
  'shelter.place_change': () => ({ kind: 'added', before: null }),
  'shelter.contact': () => ({ number: '000 0000001', hours: '' }),
  'shelter.placement': ({ tenantId, marker }) => ({
    code: registrationCode(randomBytes(8)),
    via: 'own',
    holder_id: tenantId,
    holder_name: marker,
    from_night: '2026-01-01',
    until_night: '2099-01-01',
    phone_confirmed_by: null,
    promised_on: null,
    place_ids: '{}',
    refusal: null,
    refused_at: null,
    lapsed_at: null,
    safety_answer: null,
    safety_answered_at: null,
    safety_answered_by_name: null,
    ready_on: null,
    outflow_route: null,
    departure: null,
    due_at: null,
  }),
  'shelter.request': () => ({
    code: registrationCode(randomBytes(8)),
    source: 'phone',
    source_id: null,
    ground: 'vital-interest',
    urgency: 'tonight',
    types: '{womens}',
    region: 'unknown',
    from_night: '2026-01-01',
    until_night: '2026-01-11',
    nothing_at: null,
    checked_by_name: null,
    // what it asks was sealed by nobody, so no list of what is open leads to it
    closed_at: '2026-01-02T00:00:00Z',
    outcome: 'placed',
  }),
  'shelter.agreement': () => ({
    kind: 'route',
    places: null,
    decided_on: '2026-01-01',
    valid_until: '2099-01-01',
    ended_on: null,
  }),
  'shelter.booking': () => ({ from_night: '2026-01-01', until_night: '2026-01-02' }),
  'care.referral': () => ({ kind: 'refer', parts: '{safety}', ground: 'vital-interest', checked_by_name: null }),
  'care.objection': () => ({ withdrawn_on: null }),
  'signals.sign_tally': () => ({ year: 2026, category: 'work' }),
  'signals.own_signal': () => ({ form: 'general', category: 'work', roles: '{TH}', strength: 'weak' }),
  'signals.tally': () => ({ reporter_function: 'unknown', form: 'unknown' }),
  'signals.signal_report': ({ personId }) => ({
    code: signalCode(randomBytes(8)),
    source: 'employee',
    reporter_person_id: personId,
    reporter_function: 'unknown',
    kind: 'location',
    form: 'unknown',
    sector: 'unknown',
    is_minor: 'unknown',
    place: randomBytes(64),
    place_index: randomBytes(32),
    // what it says was sealed by nobody, so no list leads to it
    closed_on: '2026-01-01',
    close_reason: 'not-enough',
  }),
  'signals.offender_reader': () => ({ place: 1 }),
  'signals.closure': () => ({ checked_by: null }),
  'signals.inspection_check': () => ({ item: 'interpreter' }),
  'signals.reporting_code_step': () => ({ step: 1 }),
  'signals.reporter_update': () => ({ feedback: null, told_how: null, told_on: null, told_by_name: null }),
  'practices.submission': ({ marker, tenantId, personId }) => ({
    kind: 'practice',
    moderator_id: tenantId,
    about_id: null,
    content: JSON.stringify({ ...PRACTICE, title: marker }),
    state: 'waiting',
    submitted_by: newId(),
    submitted_by_name: `${marker} ${personId.slice(0, 4)}`,
    moderated_at: null,
    reason: null,
    published_id: null,
  }),
  // everybody reads it, whoever published it: nothing in it marks an organisation as seen by another
  'practices.practice': ({ tenantId }) => {
    const { contactFunction, asOf, documents, ...told } = PRACTICE;
    return {
      ...told,
      source_id: tenantId,
      because: null,
      element: null,
      contact_function: contactFunction,
      documents: JSON.stringify(documents),
      as_of: asOf,
      review_on: '2099-01-01',
      withdrawn_at: null,
    };
  },
  'support.request': ({ tenantId, marker }) => ({
    desk_ids: `{${tenantId}}`,
    kind: 'knowledge',
    element: 'K1.1',
    wish: marker,
    asked_by_name: marker,
    level_before: 1,
    level_after: null,
    owner_name: null,
    owner_organisation: null,
    offer: null,
    session_id: null,
    planned_on: null,
    helped_on: null,
    follow_up_on: null,
    effect: null,
    closed_at: null,
  }),
  'sharing.disclosure': ({ marker }) => ({
    shared_by_name: marker,
    role: 'aandachtsfunctionaris',
    data: 'seen',
    receiver: 'care',
    outcome: 'consent',
    consent: 'person',
  }),
  'consultation.covenant': () => ({
    kind: 'covenant',
    valid_from: '2026-01-01',
    valid_until: '2099-01-01',
    review_on: '2098-01-01',
    ended_on: null,
  }),
  'consultation.covenant_party': () => ({ nth: 1, type: 'care-coordination', organisation_id: null }),
  'consultation.meeting': ({ personId, membershipId }) => ({
    kind: 'care',
    admits: 'persons',
    covenant_id: ITS_PARENT,
    at_time: '10:00',
    chair_id: membershipId,
    chair_person_id: personId,
    state: 'planned',
    closed_at: null,
  }),
  'consultation.participant': () => ({
    meeting_kind: 'care',
    way: 'paper',
    type: 'ngo',
    sees: 'all',
    organisation_id: null,
    membership_id: null,
    person_id: null,
    removed_at: null,
    removed_by_name: null,
  }),
  // without a person: what it says was sealed by nobody
  'consultation.item': () => ({
    meeting_kind: 'care',
    number: 1,
    about_person: false,
    dossier_id: null,
    said: null,
    ground: null,
    law: null,
    consent_by: null,
    consent_how: null,
    consent_on: null,
    withdrawn_at: null,
    withdrawn_why: null,
  }),
  'consultation.outcome': () => ({
    kind: 'action',
    dossier_id: null,
    said: null,
    participant_id: null,
    due_on: '2099-01-01',
    done_at: null,
    done_how: null,
  }),
  'consultation.part': () => ({ what: 'item', consent_id: null, message_id: null, sent_at: null, failed: null }),
  'consultation.received': () => ({ what: 'invitation', person_id: null, done_at: null, done_how: null }),
  'consultation.brought': ({ personId, membershipId }) => ({
    about_person: false,
    brought_by: membershipId,
    brought_by_person: personId,
    look_at: null,
  }),
  'consultation.turned_away': () => ({ what: 'person', types: '{police}' }),
  'regional.joint_action': () => ({
    title: 'Voorbeeldactie',
    element: null,
    track: 'signaleren',
    due_on: '2099-01-01',
    withdrawn_at: null,
  }),
  'support.session': () => ({
    offer: 'training',
    title: 'Voorbeeldtraining',
    held_on: '2099-01-01',
    places: 10,
    taken: 1,
  }),
  'support.onboarding': ({ tenantId }) => ({
    desk_ids: `{${tenantId}}`,
    step: 'policy',
    stuck_since: '2026-01-01',
    finished_on: null,
    look_at: null,
  }),
  'support.step': ({ tenantId }) => ({ desk_ids: `{${tenantId}}` }),
  'practices.question': ({ tenantId }) => ({
    source_id: tenantId,
    title: 'Voorbeeldvraag',
    text: 'Hoe doet u dit?',
    element: null,
  }),
  'practices.answer': ({ tenantId }) => ({ source_id: tenantId, text: 'Zo doen wij dit.' }),
  'practices.profile': () => ({ features: '{kassen}' }),
  'practices.contact': ({ marker }) => ({
    question: marker,
    asked_by_name: marker,
    received_at: null,
    received_by_name: null,
    answer: null,
    answered_at: null,
    answered_by_name: null,
    element: null,
    practice_id: null,
  }),
  'practices.use': () => ({ kind: 'works-here', changed: 'Niets' }),
  'approach.element': () => ({ element: 'K2.1', hours_per_week: 8 }),
  'learning.trainee': () => ({ email: null }),
  'learning.certificate': ({ marker }) => ({ number: certificateNumber(randomBytes(12)), name: marker }),
  // everybody who knows its number reads it, and nothing in it says whose it is
  'learning.certificate_check': () => ({
    number: certificateNumber(randomBytes(12)),
    path_title: 'Voorbeeldpad',
    issued_on: '2026-01-01',
  }),
  'learning.trained_share': () => ({ people: 10, begins_on: '{2026-01-01}', trained: '{10}' }),
  'learning.campaign_entry': () => ({ audience: 'residents', languages: '{nl}' }),
  'learning.team': () => ({ work: 'BZ' }),
  'learning.training': () => ({ work: 'BZ', provider: 'other' }),
  'exchange.message': () => ({ content: randomBytes(32), content_mark: randomBytes(32) }),
  'approach.standing': () => ({ element: 'K2.1' }),
  'approach.public_fact': ({ tenantId }) => ({
    municipality_id: tenantId,
    element: 'K1.1',
    cvdr: null,
    source: 'anders',
  }),
  'approach.public_fact_answer': () => ({ outcome: 'bevestigd', reason: null }),
  'approach.scan': ({ membershipId }) => ({ framework: 'kader-2021-1', owner_membership_id: membershipId }),
  'approach.scan_answer': () => ({ element: 'K1.1' }),
  'approach.adoption': ({ marker }) => ({
    body: 'b-en-w',
    mandate_holder: null,
    mandate_title: null,
    mandate_on: null,
    valid_until: '2028-01-01',
    decided_on: '2026-01-02',
    frozen: JSON.stringify({ plan: marker }),
    sha256: 'a'.repeat(64),
  }),
  'approach.plan': () => ({ ends_on: '2028-01-01' }),
  'approach.plan_action': ({ membershipId, marker }) => ({
    closes_element: 'K1.1',
    owner_membership_id: membershipId,
    owner_name: `${marker} eigenaar`,
    substitute_name: null,
    source_kind: null,
    source_id: null,
    source_title: null,
  }),
};

interface Column {
  readonly name: string;
  readonly type: string;
  readonly isRequired: boolean;
  readonly choices: readonly string[];
  readonly parent: { readonly table: string; readonly column: string } | undefined;
}

const FAR = /until|lapse|expire|(^|_)ends?_|due/;

/** Not asked for, and yet filled: a text, to carry the marker, and the last day of something that holds now. */
const isTold = ({ name, type, choices, parent }: Column): boolean =>
  (type === 'text' && !parent && choices.length === 0) || (type === 'date' && FAR.test(name));

/** What a row points at while it is there and may outlive, so that the database does not hold it. */
const OUTLIVED: Readonly<Record<string, { readonly table: string; readonly column: string }>> = {
  'registration.record.dossier_id': { table: 'privacy.dossier', column: 'id' },
};

/** Lays one row in any table, valid by the database's own rules, with the owner's marker in every free text. */
export class RowLayer {
  readonly #laid = new Map<string, Row>();

  constructor(
    private readonly admin: Client,
    readonly owner: RowOwner,
  ) {}

  /** Lays rows of another organisation, with the same marker and person. */
  of(tenantId: string): RowLayer {
    return new RowLayer(this.admin, { ...this.owner, tenantId });
  }

  /** The row of this owner in the table; laid at the first call, after the rows it refers to. */
  async row(table: string): Promise<Row> {
    const known = this.#laid.get(table);
    if (known) return known;
    const row = await this.build(table);
    const names = Object.keys(row);
    const { rows } = await this.admin
      .query(
        `insert into ${table} (${names.map((n) => `"${n}"`).join(', ')}) values (${names.map((_, i) => `$${i + 1}`).join(', ')})
       on conflict do nothing returning *`,
        Object.values(row),
      )
      .catch((error: Error) => {
        throw new Error(`no row for ${table}: ${error.message}. Say what it asks in test/support/any-row.ts`);
      });
    // a list of objects came back from json, and only as json it can be laid again
    const asJson = (value: unknown) =>
      Array.isArray(value) && typeof value[0] === 'object' && !(value[0] instanceof Date)
        ? JSON.stringify(value)
        : value;
    // what the database works out itself cannot be laid again
    const own = new Set((await this.#columns(table)).map(({ name }) => name));
    const laid: Row = Object.fromEntries(
      Object.entries(rows[0] ?? row)
        .filter(([name]) => own.has(name))
        .map(([name, value]) => [name, asJson(value)] as const),
    );
    this.#laid.set(table, laid);
    return laid;
  }

  /** The values of a row that would be valid, without laying it. */
  async build(table: string): Promise<Row> {
    const { owner } = this;
    const particulars = (await PARTICULARS[table]?.(owner)) ?? {};
    const row: Record<string, unknown> = {};
    for (const column of await this.#columns(table)) {
      const told = particulars[column.name];
      const parent = column.parent ?? OUTLIVED[`${table}.${column.name}`];
      if (column.name in particulars && told !== ITS_PARENT) row[column.name] = told;
      else if (parent && (column.isRequired || told === ITS_PARENT)) row[column.name] = await this.#parentValue(parent);
      else if (column.isRequired || isTold(column)) row[column.name] = this.#value(column);
    }
    return { ...Object.fromEntries(Object.entries(particulars).filter(([, told]) => told !== ITS_PARENT)), ...row };
  }

  async #parentValue(parent: { readonly table: string; readonly column: string }): Promise<unknown> {
    const { owner } = this;
    if (parent.column === 'tenant_id' || parent.table === 'organisations.organisation') return owner.tenantId;
    if (parent.table === 'accounts.person') return owner.personId;
    if (parent.table === 'accounts.membership') return owner.membershipId;
    return (await this.row(parent.table))[parent.column];
  }

  #value(column: Column): unknown {
    const { owner } = this;
    const { name, type } = column;
    if (['tenant_id', 'organisation_id'].includes(name)) return owner.tenantId;
    if (/(^|_)person_id$/.test(name)) return owner.personId;
    if (name === 'membership_id') return owner.membershipId;
    if (column.choices.length > 0) return column.choices[0];
    if (type === 'uuid') return newId();
    if (name === 'path') return '/overzicht';
    if (type === 'text') return `${owner.marker} ${randomBytes(6).toString('hex')}`;
    if (type === 'boolean') return false;
    if (type === 'date') return FAR.test(name) ? '2099-01-01' : '2026-01-01';
    if (type.startsWith('timestamp')) return FAR.test(name) ? '2099-01-01T12:00:00Z' : '2026-01-01T12:00:00Z';
    if (type === 'bytea') return randomBytes(32);
    if (type.startsWith('json')) return '{}';
    if (type.endsWith('[]')) return '{}';
    if (/int|numeric|double|real/.test(type)) return 1;
    throw new Error(`test/support/any-row.ts knows no value for ${name} ${type}`);
  }

  async #columns(table: string): Promise<readonly Column[]> {
    const { rows } = await this.admin.query<{
      name: string;
      type: string;
      required: boolean;
      checks: string[];
      parent_table: string | null;
      parent_column: string | null;
    }>(
      `select a.attname as name, format_type(a.atttypid, null) as type,
              a.attnotnull and not a.atthasdef and a.attidentity = '' as required,
              array(select pg_get_constraintdef(c.oid) from pg_constraint c
                     where c.conrelid = a.attrelid and c.contype = 'c' and c.conkey = array[a.attnum]) as checks,
              f.confrelid::regclass::text as parent_table,
              (select p.attname from pg_attribute p where p.attrelid = f.confrelid
                  and p.attnum = f.confkey[array_position(f.conkey, a.attnum)]) as parent_column
         from pg_attribute a
         left join lateral (select * from pg_constraint f where f.conrelid = a.attrelid and f.contype = 'f'
                              and a.attnum = any(f.conkey) order by cardinality(f.conkey) limit 1) f on true
        where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
        order by a.attnum`,
      [table],
    );
    return rows.map((row) => ({
      name: row.name,
      type: row.type,
      isRequired: row.required,
      choices: row.checks.flatMap((check) =>
        check.includes('ARRAY[') ? [...check.matchAll(/'((?:[^']|'')*)'::text/g)].map(([, choice]) => choice!) : [],
      ),
      parent:
        row.parent_table && row.parent_column ? { table: row.parent_table, column: row.parent_column } : undefined,
    }));
  }
}
