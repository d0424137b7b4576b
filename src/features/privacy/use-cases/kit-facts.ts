import type { DomainTime, Tx } from '../../../platform/db/transact.ts';
import { paragraph, subheading, table } from '../../../platform/documents/blocks.ts';
import type { Block, DocumentTree } from '../../../platform/documents/document-tree.ts';
import { writePeriod } from '../../../shared-kernel/period-words.ts';
import { type PlainDate, writeDutchDate } from '../../../shared-kernel/plain-date.ts';
import type { Actor } from '../../../shared-kernel/role.ts';
import type { ColumnEvidence, EvidenceOf } from '../domain/evidence.ts';
import type { ProcessingActivity, ProcessingRegister, Unverified } from '../domain/processing-activity.ts';
import { GATED_FEATURES, type GatedFeature, type Tick } from '../domain/start-gate.ts';
import { ticksOf } from '../persistence/gate-store.ts';
import { organisationKind } from '../persistence/organisation-query.ts';

/** Which role may do what for an activity, in words: from the access matrix. */
export interface AccessLine {
  readonly role: string;
  readonly may: string;
}

/** Everything a document of the kit may say about one organisation. Nothing in it is about a client. */
export interface KitFacts {
  readonly organisation: string;
  readonly today: PlainDate;
  /** Stands on every page; undefined when the data are real. */
  readonly mark: string | undefined;
  readonly register: ProcessingRegister;
  /** The parts that this kind of organisation uses. */
  readonly features: readonly GatedFeature[];
  /** The activities of those parts, each once, in order. */
  readonly activities: readonly ProcessingActivity[];
  /** Access, logs and incidents: part of the product whatever is switched on. */
  readonly always: readonly ProcessingActivity[];
  readonly ticks: readonly Tick[];
  readonly accessOf: (activity: ProcessingActivity) => readonly AccessLine[];
  readonly evidenceOf: EvidenceOf;
}

const ALWAYS = ['VA-14', 'VA-15', 'VA-16', 'VA-17', 'VA-19'];

export async function readKitFacts(
  tx: Tx<'privacy.gate_tick' | 'organisations.organisation'>,
  actor: Actor,
  from: Pick<KitFacts, 'register' | 'mark' | 'accessOf' | 'evidenceOf'>,
  time: DomainTime,
): Promise<KitFacts> {
  const kind = await organisationKind(tx, actor.organisationId);
  const features = GATED_FEATURES.filter(({ usedBy }) => (usedBy as readonly string[]).includes(kind));
  const used = new Set(features.flatMap(({ activities }) => activities as readonly string[]));
  const { activities } = from.register;
  return {
    ...from,
    organisation: actor.organisationName,
    today: time.today,
    features,
    activities: activities.filter(({ id }) => used.has(id)),
    always: activities.filter(({ id }) => ALWAYS.includes(id)),
    ticks: await ticksOf(tx, actor.organisationId),
  };
}

export type WriteKit = (facts: KitFacts) => DocumentTree;

/** A whole document: its blocks, and at the end where it comes from. */
export function kitDocument(facts: KitFacts, title: string, subject: string, blocks: readonly Block[]): DocumentTree {
  return {
    title,
    subject,
    author: facts.organisation,
    language: 'nl-NL',
    madeOn: facts.today,
    mark: facts.mark,
    blocks: [
      ...blocks,
      paragraph(
        `Gemaakt met In Beeld op ${writeDutchDate(facts.today)}, uit het verwerkingsregister dat dan geldt. Grondslagen en termijnen zijn een voorstel; wat nog niemand heeft bevestigd, heet “nog te verifiëren”.`,
      ),
    ],
  };
}

const DOUBTS: Readonly<Record<Unverified, string>> = {
  basis: 'grondslag',
  retention: 'bewaartermijn',
  dataClasses: 'gegevens',
  confidentiality: 'vertrouwelijkheid',
  recipients: 'ontvangers',
};

export const sayDoubt = (activity: ProcessingActivity, what: Unverified): string =>
  activity.unverified.includes(what) ? ' (nog te verifiëren)' : '';

export const sayBasis = (activity: ProcessingActivity): string =>
  `${activity.basis.join('; ') || 'geen: het gaat niet over personen'}${sayDoubt(activity, 'basis')}`;

export const sayRetention = (activity: ProcessingActivity): string =>
  activity.retention
    .map(({ what, period, from }) => `${what}: ${period ? `${writePeriod(period)} vanaf ${from}` : from}`)
    .join('; ') + sayDoubt(activity, 'retention');

export const sayData = (activity: ProcessingActivity, { dataClasses }: ProcessingRegister): string =>
  `${activity.dataClasses.map((each) => `${dataClasses[each]} (${each})`).join('; ')}${activity.dataNote ? `. Beperkt: ${activity.dataNote}` : ''}${sayDoubt(activity, 'dataClasses')}`;

export const sayList = (items: readonly string[], none = 'niemand'): string => items.join('; ') || none;

/** Everything the register says about one activity, as a table of two columns. */
export function activityPart(activity: ProcessingActivity, facts: KitFacts): readonly Block[] {
  const { register } = facts;
  const rows: (readonly [string, string])[] = [
    ['Waarom', activity.plain.nl],
    ['Verantwoordelijke', activity.controller],
    ...(activity.joint.length > 0 ? [['Samen met', sayList(activity.joint)] as const] : []),
    ['Grondslag', sayBasis(activity)],
    ['Betrokkenen', sayList(activity.dataSubjects)],
    ['Gegevens', sayData(activity, register)],
    ['Bewaartermijn', sayRetention(activity)],
    ['Wie het ziet', sayList(activity.seenBy)],
    ['Ontvangers', sayList(activity.sharedWith)],
    ['Doorgifte', activity.transfer],
    ...(activity.confidential
      ? [['Vertrouwelijk', `${activity.confidential.why}, tot ${activity.confidential.until}`] as const]
      : []),
    ['DPIA', `${activity.dpia.needed ? 'nodig' : 'niet nodig'}: ${activity.dpia.why}`],
    ['Versie', `${activity.version}, geldt vanaf ${writeDutchDate(activity.validFrom)}`],
  ];
  return [
    subheading(`${activity.id} ${activity.name}`),
    table(`${activity.id} in het register`, ['Onderwerp', 'Wat er geldt'], rows, ''),
  ];
}

/** The columns that the product has for an activity, by class: how many, how many of them sealed, and which. */
export function columnRows(
  activity: ProcessingActivity,
  { evidenceOf, register }: Pick<KitFacts, 'evidenceOf' | 'register'>,
): readonly (readonly string[])[] {
  const { columns } = evidenceOf([activity.id]);
  return Object.entries(register.dataClasses).flatMap(([dataClass, what]) => {
    const found = columns.filter((column) => column.dataClass === dataClass);
    const sealed = found.filter(({ isSealed }) => isSealed);
    return found.length === 0
      ? []
      : [[`${what} (${dataClass})`, `${found.length}, verzegeld ${sealed.length}`, sayColumns(found)]];
  });
}

/** Columns by table: each table once, a sealed column with a star. */
function sayColumns(columns: readonly ColumnEvidence[]): string {
  const tables = new Map<string, string[]>();
  for (const { name, isSealed } of columns) {
    const at = name.lastIndexOf('.');
    const table = name.slice(0, at);
    tables.set(table, [...(tables.get(table) ?? []), `${name.slice(at + 1)}${isSealed ? '*' : ''}`]);
  }
  return [...tables].map(([table, names]) => `${table}: ${names.join(', ')}`).join('; ');
}

/** What of these activities nobody confirmed yet, one line each. */
export function openPoints(activities: readonly ProcessingActivity[]): readonly string[] {
  return activities
    .filter(({ unverified }) => unverified.length > 0)
    .map(({ id, name, unverified }) => `${id} ${name}: ${unverified.map((each) => DOUBTS[each]).join(', ')}`);
}

/** The measures of these activities, each once, with the requirements that prove it. */
export function measureRows(
  activities: readonly ProcessingActivity[],
  { measures }: ProcessingRegister,
): readonly (readonly string[])[] {
  const named = new Set(activities.flatMap((activity) => activity.measures));
  return measures
    .filter(({ id }) => named.has(id))
    .map(({ text, provenBy }) => [text, provenBy.join(', ') || 'geen eis genoemd']);
}
