import type { DomainTime, Done, Tx } from '../../../platform/db/transact.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import type { Actor } from '../../../shared-kernel/role.ts';
import { arrangedAt, currentFramework, type StandingTables } from '../../approach/index.ts';
import { LOCAL_FEATURES, presentFeatures } from '../../insight/index.ts';
import { listMunicipalities, similarTo } from '../../organisations/index.ts';
import { withFeatures } from '../domain/peers.ts';
import { practicesBy, saveProfile, sharedFeatures } from '../persistence/profile-store.ts';

type ReadTables =
  | StandingTables
  | 'practices.practice'
  | 'practices.profile'
  | 'organisations.organisation'
  | 'organisations.municipality'
  | 'organisations.neighbour'
  | 'organisations.region_membership'
  | 'organisations.code_period'
  | 'organisations.succession';

/** The elements of which the country sees how every municipality stands. */
export const COMPARED_ELEMENTS = currentFramework().elements.filter(({ isIbp }) => isIbp);

/** So many like you are shown; of them at most eight that arranged it, who may be a little less alike. */
const SHOWN = 12;
const CLOSED_SHOWN = 8;
const EVERYBODY = 400;

/** One municipality like yours, why, and whether it arranged what you are looking for. */
export interface Peer {
  readonly code: string;
  readonly name: string;
  readonly likeness: number;
  readonly reasons: readonly string[];
  /** By its own published word, since and until when; undefined when it did not say so. */
  readonly arranged: { readonly decidedOn: PlainDate; readonly lapsesOn: PlainDate } | undefined;
  /** How it did that, when it told. */
  readonly practice: { readonly id: string; readonly title: string } | undefined;
}

export interface Peers {
  readonly element: string;
  /** Elements that the own municipality did not publish as arranged: its gaps. */
  readonly gaps: readonly string[];
  readonly peers: readonly Peer[];
  /** What the own municipality lets others compare with; undefined when it shares nothing. */
  readonly shared: readonly string[] | undefined;
}

const wordOf = (feature: string): string => (LOCAL_FEATURES as Readonly<Record<string, string>>)[feature] ?? feature;

/**
 * The municipalities most like the own one, those first that arranged the element that is asked about; without one, the first gap. From
 * what is published only. Through the door `published`.
 */
export async function readPeers(
  tx: Tx<ReadTables>,
  actor: Pick<Actor, 'organisationCode' | 'organisationId'>,
  asked: string | undefined,
  today: PlainDate,
): Promise<Peers> {
  const elements = COMPARED_ELEMENTS.map(({ id }) => id);
  const standings = await arrangedAt(tx, today);
  const ownArranged = standings.get(actor.organisationId) ?? new Map();
  const gaps = elements.filter((element) => !ownArranged.has(element));
  const element = (asked && elements.includes(asked) ? asked : gaps[0]) ?? elements[0]!;
  const shared = await sharedFeatures(tx);
  const own = shared.get(actor.organisationCode);
  const ids = new Map((await listMunicipalities(tx, today)).map(({ code, organisationId }) => [code, organisationId]));
  const alike = (await similarTo(tx, actor.organisationCode, today, EVERYBODY))
    .map(({ municipality: { code, name }, likeness, reasons }) => {
      const base = { likeness, reasons: reasons.map(({ nl }) => nl) };
      const id = ids.get(code as string);
      const arranged = id === undefined ? undefined : standings.get(id)?.get(element);
      return { id, code: code as string, name, arranged, ...withFeatures(base, own, shared.get(code), wordOf) };
    })
    .toSorted((a, b) => b.likeness - a.likeness || a.code.localeCompare(b.code));
  const closed = alike.filter(({ arranged }) => arranged !== undefined).slice(0, CLOSED_SHOWN);
  const others = alike.filter((peer) => !closed.includes(peer)).slice(0, SHOWN - closed.length);
  const shown = [...closed, ...others.toSorted((a, b) => Number(!a.arranged) - Number(!b.arranged))];
  const told = await practicesBy(
    tx,
    element,
    shown.flatMap(({ id }) => id ?? []),
  );
  return {
    element,
    gaps,
    shared: own?.map(wordOf),
    peers: shown.map(({ id, ...peer }) => ({ ...peer, practice: id === undefined ? undefined : told.get(id) })),
  };
}

/**
 * Lets others compare with what the own municipality confirmed to be there, as it stands today; or takes that back. A feature that was
 * not confirmed is never shared.
 */
export async function shareFeatures(
  tx: Tx<'practices.profile' | 'insight.local_feature'>,
  actor: Actor,
  input: { readonly share: boolean },
  { today }: DomainTime,
): Promise<Result<Done, { readonly code: 'nothing-confirmed' }>> {
  const features = await presentFeatures(tx, actor);
  if (input.share && features.length === 0) return err({ code: 'nothing-confirmed' });
  await saveProfile(tx, actor.organisationId, input.share ? { features, on: today } : undefined);
  return ok({ subject: { kind: 'organisations.organisation', id: actor.organisationId } });
}
