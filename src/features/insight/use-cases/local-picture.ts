import type { AnyTx, DomainTime, Tx } from '../../../platform/db/transact.ts';
import { type PlainDate, writeDutchDate } from '../../../shared-kernel/plain-date.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import type { Actor } from '../../../shared-kernel/role.ts';
import { listMunicipalities, lookUpMunicipality } from '../../organisations/index.ts';
import { estimatedRanges, type RegionalFigure } from '../domain/in-view.ts';
import { confirmFeature, type FeatureId, LOCAL_FEATURES, type LocalFeature } from '../domain/local-feature.ts';
import type { LocalSources, SourcedNumber } from '../domain/local-picture.ts';
import { findFeatures, removeFeature, saveFeature } from '../persistence/local-feature-store.ts';
import { inViewFigures } from './in-view-figures.ts';

/** What the pages of the local picture are made of. */
export interface LocalPicture {
  readonly name: string;
  readonly on: PlainDate;
  readonly sources: LocalSources;
  readonly policeUnit: string | null;
  /** What was published for the police unit; mostly nothing. */
  readonly regional: readonly RegionalFigure[];
  readonly facts: readonly { readonly label: string; readonly value: string; readonly source: string }[];
}

const CBS = 'CBS, bevolking per gemeente';

/** The picture of the actor's municipality from public sources; of an organisation without municipal facts nothing is known. */
export async function localPicture(tx: AnyTx, actor: Actor, today: PlainDate): Promise<LocalPicture> {
  const found = await lookUpMunicipality(tx, actor.organisationCode, today);
  if (!found?.municipality)
    return {
      name: actor.organisationName,
      on: today,
      policeUnit: null,
      regional: [],
      sources: { estimates: [] },
      facts: [],
    };
  const { municipality, regions } = found;
  const all = await listMunicipalities(tx, today);
  const edition = await inViewFigures(tx, today);
  const unit = regions.find(({ kind }) => kind === 'police-unit');
  const when = writeDutchDate(municipality.populationOn);
  const inhabitants = (id: string, what: string, value: number): SourcedNumber => ({
    id,
    what,
    value,
    source: CBS,
    when,
  });
  return {
    name: municipality.name,
    on: today,
    policeUnit: unit?.name ?? null,
    regional: edition?.body.regional?.filter(({ region }) => region === unit?.code) ?? [],
    sources: {
      population: inhabitants('inwoners', `Inwoners van ${municipality.name}`, municipality.population),
      nation: inhabitants(
        'nederland',
        'Inwoners van alle gemeenten samen',
        all.reduce((sum, each) => sum + each.population, 0),
      ),
      estimates: edition ? estimatedRanges(edition.body) : [],
    },
    facts: [
      { label: 'Provincie', value: municipality.provinceName, source: 'CBS, gebiedsindeling' },
      ...regions
        .filter(({ kind }) => kind !== 'province')
        .map(({ kind, name, source }) => ({ label: kind, value: name ?? 'onbekend', source })),
    ],
  };
}

type FeatureTx = Tx<'insight.local_feature'>;

/** Every feature of the list, with what the municipality confirmed; most start unknown. */
export async function localFeatures(tx: FeatureTx, actor: Actor) {
  const confirmed = await findFeatures(tx, actor.organisationId);
  return (Object.keys(LOCAL_FEATURES) as FeatureId[]).map((feature) => ({
    feature,
    name: LOCAL_FEATURES[feature],
    confirmed: confirmed.find((each) => each.feature === feature),
  }));
}

const subject = (id: FeatureId) => ({ kind: 'local-feature', id });

/** The municipality says whether it has a feature, from which source, and when that was so. */
export async function recordFeature(
  tx: FeatureTx,
  actor: Actor,
  input: Omit<LocalFeature, 'confirmedBy' | 'confirmedAt'>,
  { now, today }: DomainTime,
): Promise<Result<{ readonly subject: ReturnType<typeof subject> }, { readonly code: 'seen-in-future' }>> {
  const feature = confirmFeature(input, actor.personName, now, today);
  if (!feature.ok) return feature;
  await saveFeature(tx, actor.organisationId, feature.value);
  return ok({ subject: subject(input.feature) });
}

/** Takes a feature back: it is unknown again. */
export async function forgetFeature(
  tx: FeatureTx,
  actor: Actor,
  feature: FeatureId,
): Promise<Result<{ readonly subject: ReturnType<typeof subject> }, { readonly code: 'not-found' }>> {
  return (await removeFeature(tx, actor.organisationId, feature))
    ? ok({ subject: subject(feature) })
    : err({ code: 'not-found' });
}

/** What this municipality confirmed to be there. */
export async function presentFeatures(
  tx: Tx<'insight.local_feature'>,
  { organisationId }: Pick<Actor, 'organisationId'>,
): Promise<readonly FeatureId[]> {
  return (await findFeatures(tx, organisationId)).filter(({ isPresent }) => isPresent).map(({ feature }) => feature);
}
