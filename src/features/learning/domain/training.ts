import { addMonths, type PlainDate } from '../../../shared-kernel/plain-date.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import { WORK_ROLE_NAMES, WORK_ROLES } from '../../../shared-kernel/work-role.ts';

/** For which work somebody is trained: the work in which people are met, the focal point, and who governs. */
export const TRAINED_WORKS = [...WORK_ROLES, 'AF', 'BB'] as const;
export type TrainedWork = (typeof TRAINED_WORKS)[number];

export const FOCAL_POINT_WORK: TrainedWork = 'AF';

/** The work, as people call it. */
export const TRAINED_WORK_NAMES: Readonly<Record<TrainedWork, string>> = {
  ...WORK_ROLE_NAMES.nl,
  AF: 'Aandachtsfunctionaris en vervanger',
  BB: 'Burgemeester, wethouders en raad',
};

/** Who gave the training. What stands here is known from public sources; 'other' is everything else. */
export const PROVIDERS = ['in-beeld', 'mensenhandel-academy', 'ccv', 'police-academy', 'own-trainer', 'other'] as const;
export type Provider = (typeof PROVIDERS)[number];
/** Training from elsewhere counts as much as a path of In Beeld. */
export const PROVIDERS_ELSEWHERE = PROVIDERS.filter((provider) => provider !== 'in-beeld');

/** A training counts for two years. [dossier 3.3, K3.1: "% trained < 24 months"] */
export const VALID_MONTHS = 24;

export type TrainingOrigin = 'path' | 'entered' | 'imported';

/** What somebody followed, here or elsewhere. */
export interface TrainingFacts {
  readonly work: TrainedWork;
  readonly course: string;
  readonly provider: Provider;
  readonly followedOn: PlainDate;
  readonly validUntil: PlainDate;
}

export type TrainingRefusal = {
  readonly code: 'followed-in-future' | 'valid-before-followed' | 'valid-too-long' | 'training-lapsed';
};

/**
 * From when until when a training counts: 24 months, or shorter when whoever gave it says so. What no longer counts is not kept: it
 * would say something about somebody and serve nothing.
 */
export function trainingPeriod(
  followedOn: PlainDate,
  until: PlainDate | undefined,
  today: PlainDate,
): Result<Pick<TrainingFacts, 'followedOn' | 'validUntil'>, TrainingRefusal> {
  const longest = addMonths(followedOn, VALID_MONTHS);
  if (followedOn > today) return err({ code: 'followed-in-future' });
  if (until !== undefined && until <= followedOn) return err({ code: 'valid-before-followed' });
  if (until !== undefined && until > longest) return err({ code: 'valid-too-long' });
  const validUntil = until ?? longest;
  if (validUntil <= today) return err({ code: 'training-lapsed' });
  return ok({ followedOn, validUntil });
}
