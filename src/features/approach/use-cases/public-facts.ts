import type { DomainTime, Tx } from '../../../platform/db/transact.ts';
import { newId } from '../../../platform/ids/uuid.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import type { Actor, Role } from '../../../shared-kernel/role.ts';
import { dissolvedMunicipalities, listMunicipalities } from '../../organisations/index.ts';
import { ANCHORING_ELEMENT } from '../domain/anchoring.ts';
import { checkPublicFact, type PublicFactContent, type PublicFactRefusal } from '../domain/public-fact.ts';
import { type ImportGround, keyOfEntry, placeKey } from '../domain/public-fact-import.ts';
import {
  type EnteredFact,
  enteredFacts,
  insertPublicFacts,
  loadAnswer,
  loadPublicFact,
  type PublicFactTables,
  savePublicFact,
} from '../persistence/public-fact-store.ts';
import { awaitTurn, type StandingTables, statedElements } from '../persistence/standing-query.ts';
import type { RenewTables } from './anchoring.ts';
import { askAboutSources, stopAskingAboutSources } from './ask-about-sources.ts';
import { MONITOR_ELEMENTS } from './monitor.ts';

export type { EnteredFact };

/** Who enters what stands in public sources. */
export const ENTERERS: readonly Role[] = ['vng-adviseur'];

/** What may be entered: the elements that the country sees, but for anchoring, which follows from facts. */
export const PUBLIC_FACT_ELEMENTS = MONITOR_ELEMENTS.filter(({ id }) => id !== ANCHORING_ELEMENT);
const ELEMENT_IDS: ReadonlySet<string> = new Set(PUBLIC_FACT_ELEMENTS.map(({ id }) => id));

type PlaceTables =
  | 'organisations.municipality'
  | 'organisations.organisation'
  | 'organisations.code_period'
  | 'organisations.region_membership'
  | 'organisations.succession';

interface Done {
  readonly subject: { readonly kind: 'approach.public-fact'; readonly id: string };
}
const about = (id: string): Done => ({ subject: { kind: 'approach.public-fact', id } });

/** Who corrects, withdraws or answers an entry waits for whoever is at it. */
export const turnOf = (id: string): string => `approach.public-fact ${id}`;

/** What the country looks like to whoever enters: which municipalities there are, and what is known of them. Door `published`. */
export async function readImportGround(
  tx: Tx<PlaceTables | PublicFactTables | StandingTables>,
  actor: Actor,
  today: PlainDate,
): Promise<ImportGround> {
  const municipalities = await listMunicipalities(tx, today);
  const ended = await dissolvedMunicipalities(tx, today);
  const entered = await enteredFacts(tx, actor.organisationId);
  return {
    municipalities: new Map(
      municipalities.flatMap(({ organisationId: id, code, name }) => [
        [code, { id, name }],
        [placeKey(name), { id, name }],
      ]),
    ),
    ended: new Set(ended.flatMap(({ code, name }) => [code, placeKey(name)])),
    elements: ELEMENT_IDS,
    entered: new Set(entered.map(({ municipalityId, element }) => keyOfEntry(municipalityId, element))),
    stated: await statedElements(tx, [...ELEMENT_IDS], today),
    today,
  };
}

/**
 * Enters public sources, all or none. What the municipality states itself (`stated`, read through the door `published`) needs no
 * source beside it. Each municipality hears it once. A refusal names the entry it is about.
 */
export async function enterPublicFacts(
  tx: Tx<PlaceTables | PublicFactTables | RenewTables>,
  actor: Actor,
  input: { readonly facts: readonly PublicFactContent[]; readonly stated: ReadonlySet<string> },
  time: DomainTime,
): Promise<Result<Done, PublicFactRefusal & { readonly index: number }>> {
  const { now, today } = time;
  const places = new Set((await listMunicipalities(tx, today)).map(({ organisationId }) => organisationId));
  const entered = new Set(
    (await enteredFacts(tx, actor.organisationId)).map(({ municipalityId, element }) =>
      keyOfEntry(municipalityId, element),
    ),
  );
  for (const [index, fact] of input.facts.entries()) {
    const checked = checkPublicFact(fact, ELEMENT_IDS, today);
    if (!checked.ok) return err({ ...checked.error, index });
    if (!places.has(fact.municipalityId)) return err({ code: 'municipality-ended', index });
    const entry = keyOfEntry(fact.municipalityId, fact.element);
    if (entered.has(entry)) return err({ code: 'entered-before', index });
    if (input.stated.has(entry)) return err({ code: 'stated-by-municipality', index });
    entered.add(entry);
  }
  const facts = input.facts.map((fact) => ({
    ...fact,
    id: newId(),
    version: 1,
    withdrawnOn: undefined,
    enteredAt: now,
  }));
  // a colleague entered one of them at the same moment
  if (!(await insertPublicFacts(tx, actor.organisationId, facts))) return err({ code: 'entered-before', index: 0 });
  await askAboutSources(tx, facts, time);
  return ok(about(facts[0]!.id));
}

export type EntryRefusal = { readonly code: 'not-found' | 'edit-conflict' | 'already-confirmed' };

/** Corrects an own entry; about another municipality or element is another entry. The municipality is asked anew. */
export async function correctPublicFact(
  tx: Tx<PublicFactTables | RenewTables>,
  actor: Actor,
  input: {
    readonly id: string;
    readonly seenVersion: number;
    readonly content: Omit<PublicFactContent, 'municipalityId' | 'element'>;
  },
  time: DomainTime,
): Promise<Result<Done, EntryRefusal | PublicFactRefusal>> {
  const current = await ownEntry(tx, actor, input);
  if (!current.ok) return current;
  const fact = { ...current.value, ...input.content, version: input.seenVersion + 1 };
  const checked = checkPublicFact(fact, ELEMENT_IDS, time.today);
  if (!checked.ok) return checked;
  if (!(await savePublicFact(tx, actor.organisationId, fact, time.now))) return err({ code: 'edit-conflict' });
  await askAboutSources(tx, [fact], time);
  return ok(about(input.id));
}

/** Takes an own entry back: from now on it is shown nowhere. */
export async function withdrawPublicFact(
  tx: Tx<PublicFactTables | RenewTables>,
  actor: Actor,
  input: { readonly id: string; readonly seenVersion: number },
  time: DomainTime,
): Promise<Result<Done, EntryRefusal>> {
  const current = await ownEntry(tx, actor, input);
  if (!current.ok) return current;
  const fact = { ...current.value, withdrawnOn: time.today, version: input.seenVersion + 1 };
  if (!(await savePublicFact(tx, actor.organisationId, fact, time.now))) return err({ code: 'edit-conflict' });
  await stopAskingAboutSources(tx, fact.municipalityId, time);
  return ok(about(input.id));
}

/** An own entry in the version that was seen, which the municipality has not made its own. */
async function ownEntry(
  tx: Tx<PublicFactTables>,
  actor: Actor,
  { id, seenVersion }: { readonly id: string; readonly seenVersion: number },
): Promise<Result<NonNullable<Awaited<ReturnType<typeof loadPublicFact>>>, EntryRefusal>> {
  await awaitTurn(tx, turnOf(id));
  const current = await loadPublicFact(tx, id, { enteredBy: actor.organisationId });
  if (!current || current.withdrawnOn !== undefined) return err({ code: 'not-found' });
  const answer = await loadAnswer(tx, current.municipalityId, id, current.version);
  if (answer === 'bevestigd' || answer === 'aangepast') return err({ code: 'already-confirmed' });
  if (current.version !== seenVersion) return err({ code: 'edit-conflict' });
  return ok(current);
}

/** Everything the actor's organisation entered, with what each municipality said of it. */
export async function readEntered(tx: Tx<PublicFactTables>, actor: Actor): Promise<readonly EnteredFact[]> {
  return enteredFacts(tx, actor.organisationId);
}

/** One own entry; undefined when there is none with this id, or it was withdrawn. */
export async function readEntry(tx: Tx<PublicFactTables>, actor: Actor, id: string): Promise<EnteredFact | undefined> {
  return (await enteredFacts(tx, actor.organisationId, id))[0];
}
