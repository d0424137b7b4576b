import type { DomainTime, Tx } from '../../../platform/db/transact.ts';
import type { Result } from '../../../shared-kernel/result.ts';
import type { Actor } from '../../../shared-kernel/role.ts';
import {
  AGE_GROUPS,
  EXPLOITATION_FORMS,
  GENDERS,
  NOTHING_KNOWN,
  type PartialDate,
  REGIONS,
} from '../domain/registration.ts';
import { type Drafted, type DraftRefusal, type DraftTables, draftRegistration } from './draft-registration.ts';

export type DraftFromHelpTables = DraftTables;

/** What who helps knows already, in the words of the register. */
export interface KnownByHelp {
  readonly ageGroup: string;
  readonly gender: string;
  readonly forms: readonly string[];
  readonly region: string;
  readonly person: { readonly name: string; readonly birthDate: string | undefined } | undefined;
}

/** A draft from what a care coordinator knows: by name when there is one, and otherwise without. Nothing is sent. */
export function draftFromHelp(
  tx: Tx<DraftTables>,
  actor: Actor,
  known: KnownByHelp,
  time: DomainTime,
): Promise<Result<Drafted, DraftRefusal>> {
  const { person } = known;
  return draftRegistration(
    tx,
    actor,
    {
      route: person ? 'by-name' : 'nameless',
      reporterType: 'ZORGCO',
      region: REGIONS.find((each) => each === known.region) ?? 'unknown',
      content: {
        ...NOTHING_KNOWN,
        ageGroup: AGE_GROUPS.find((each) => each === known.ageGroup) ?? 'unknown',
        gender: GENDERS.find((each) => each === known.gender) ?? 'unknown',
        forms: EXPLOITATION_FORMS.filter((each) => known.forms.includes(each)),
      },
      person: person && { name: person.name, birthDate: person.birthDate as PartialDate | undefined },
    },
    time,
  );
}
