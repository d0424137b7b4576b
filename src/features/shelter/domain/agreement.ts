import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';

/** What is agreed: a way to shelter that is known day and night, or places through the centre municipality. */
export const AGREEMENT_KINDS = ['route', 'places'] as const;
export type AgreementKind = (typeof AGREEMENT_KINDS)[number];

/** The element of the framework that each answers. [Kader Aanpak Mensenhandel, theme 5] */
export const ELEMENT_OF: Readonly<Record<AgreementKind, string>> = { route: 'K5.2', places: 'K5.3' };

export interface ShelterAgreement {
  readonly id: string;
  readonly kind: AgreementKind;
  /** The shelter or the centre municipality it is with; an organisation, never a person. */
  readonly withName: string;
  readonly places: number | undefined;
  readonly decidedOn: PlainDate;
  /** From this day on it no longer counts, by itself. */
  readonly validUntil: PlainDate;
  readonly endedOn: PlainDate | undefined;
  readonly recordedByName: string;
}

export const holdsOn = ({ decidedOn, validUntil, endedOn }: ShelterAgreement, today: PlainDate): boolean =>
  decidedOn <= today && validUntil > today && (endedOn === undefined || endedOn > today);

export type AgreementRefusal = {
  readonly code: 'decided-in-future' | 'ends-before-decision' | 'lapsed-before' | 'places-missing';
};

export function checkAgreement(
  agreement: Pick<ShelterAgreement, 'kind' | 'places' | 'decidedOn' | 'validUntil'>,
  today: PlainDate,
): Result<undefined, AgreementRefusal> {
  if (agreement.decidedOn > today) return err({ code: 'decided-in-future' });
  if (agreement.validUntil <= agreement.decidedOn) return err({ code: 'ends-before-decision' });
  if (agreement.validUntil <= today) return err({ code: 'lapsed-before' });
  if (agreement.kind === 'places' && agreement.places === undefined) return err({ code: 'places-missing' });
  return ok(undefined);
}
