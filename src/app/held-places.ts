import type { ReceivedPlace } from '../features/privacy/index.ts';
import { TABLES } from './tables.ts';

/** Classes of data about a person: a possible victim, who she is, her story, where she is, a suspect, her consent. */
const ABOUT_PERSONS = new Set(['D3', 'D4', 'D5', 'D6', 'D7', 'D8']);

/**
 * Tables with data about persons that are not found by a dossier, and how the person gets them all the same. A new table needs no line
 * here when it names its dossier; when it does not, a test asks for one.
 */
export const NOT_BY_DOSSIER: Readonly<Record<string, string>> = {
  'consultation.part': 'which part of an item went to whom on which consent; the item itself names its dossier',
  'exchange.erasure': 'who had received what was erased on her request, which names the request and nothing of her',
  'exchange.message': 'what was sent stands in the dossier it came from, and what was received in the dossier it made',
};

/** Where data of a dossier stand, for the report of who asks what is held: every table with such data that names its dossier. */
export const HELD_PLACES = Object.entries(TABLES).flatMap(([table, declaration]) => {
  const { columns, activity, alsoFor = [] } = declaration;
  const dataClasses = [...new Set(Object.values(columns))].filter((each) => ABOUT_PERSONS.has(each));
  if (dataClasses.length === 0 || table in NOT_BY_DOSSIER) return [];
  const dossierColumn = (declaration.class === 'tenant' && declaration.dossierColumn) || 'dossier_id';
  return dossierColumn in columns && table !== 'privacy.rights_request'
    ? [{ table, dossierColumn, activities: [activity, ...alsoFor], dataClasses }]
    : [];
});

/** Tables with data about persons that no report would find. */
export const HELD_NOWHERE = Object.entries(TABLES).flatMap(([table, { columns }]) =>
  Object.values(columns).some((each) => ABOUT_PERSONS.has(each)) &&
  !(table in NOT_BY_DOSSIER) &&
  table !== 'privacy.rights_request' &&
  !HELD_PLACES.some((place) => place.table === table)
    ? [table]
    : [],
);

/**
 * Where what came by a message stands with who received it: the dossier that was made of it, or the record that names it. A feature that
 * takes something in from another organisation adds its own here, so that it is found when the sender erased it.
 */
export const RECEIVED_PLACES: readonly ReceivedPlace[] = [
  { table: 'care.case_file', messageColumn: 'source_id', as: { dossierColumn: 'dossier_id' } },
  { table: 'registration.delivery', messageColumn: 'id', as: { dossierColumn: 'dossier_id' } },
  { table: 'registration.delivery', messageColumn: 'identity_message_id', as: { dossierColumn: 'dossier_id' } },
  { table: 'registration.question', messageColumn: 'answer_message_id', as: { dossierColumn: 'dossier_id' } },
  { table: 'registration.question', messageColumn: 'id', as: { dossierColumn: 'dossier_id' } },
  { table: 'consultation.received', messageColumn: 'id', as: { subjectKind: 'consultation.received' } },
  // what a participant brought in has the id of the item it became
  { table: 'consultation.item', messageColumn: 'id', as: { dossierColumn: 'dossier_id' } },
];
