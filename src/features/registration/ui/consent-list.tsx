import { dutchDay, type PlainDate } from '../../../shared-kernel/plain-date.ts';
import { DateText } from '../../../ui/format/date-text.tsx';
import { DataList } from '../../../ui/show/data-list.tsx';
import { StatusBadge } from '../../../ui/show/status-badge.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import type { ConsentData, ConsentPurpose, GivenConsent } from '../domain/consent.ts';
import {
  DATA_WORDS,
  GIVER_WORDS,
  JUDGED_WORDS,
  LANGUAGE_WORDS,
  MANNER_WORDS,
  WISH_WORDS,
} from './registration-words.ts';

/** A consent as the page shows it. */
export interface ShownConsent extends GivenConsent {
  readonly id: string;
  readonly textEdition: string;
  readonly textSha256: string;
  readonly recordedByName: string;
  readonly withdrawnAt: Date | undefined;
  readonly withdrawnByName: string | undefined;
}

/** For what; and for a consent of before data was recorded apart, what the text names that was read. */
const ABOUT: Readonly<Record<ConsentPurpose, { readonly purpose: string; readonly data: string }>> = {
  registration: {
    purpose: 'Aanmelden met naam voor de registratie',
    data: 'Naam, geboortedatum en wat op het formulier staat. Geen adres en geen verblijfspositie.',
  },
  help: {
    purpose: 'Vragen om opvang of hulp',
    data: 'Wat er nodig is, hoe snel, gevaar, leeftijd, geslacht, regio, taal en kinderen. De naam alleen als die is ingevuld. Geen adres.',
  },
};

const dataWords = (purpose: ConsentPurpose, data: readonly ConsentData[]) =>
  data.map((each) => DATA_WORDS[purpose][each] ?? each).join('; ');

/** How a parent or guardian was judged. Where nobody did, she is told nothing either. */
function judgedFacts({ givenBy, representative }: Pick<ShownConsent, 'givenBy' | 'representative'>) {
  const label = 'Ouder of voogd';
  if (representative) return [{ label, value: JUDGED_WORDS[representative] }];
  return givenBy === 'person' ? [] : [{ label, value: 'Niet beoordeeld. Vraag en vertel deze ouder of voogd niets.' }];
}

/** A consent as it came along with what was shared on it. */
export function consentFacts(
  purpose: ConsentPurpose,
  consent: { readonly givenOn: string; readonly data: readonly ConsentData[] } | undefined,
) {
  if (!consent) return [];
  return [
    { label: 'Toestemming gegeven op', value: <DateText date={consent.givenOn as PlainDate} /> },
    { label: 'Toestemming voor', value: dataWords(purpose, consent.data) },
  ];
}

/** The consents for one record, with what each was for. */
export function Consents({ consents, purpose }: { consents: readonly ShownConsent[]; purpose: ConsentPurpose }) {
  return (
    <section class="ib-flow" aria-labelledby="toestemming">
      <Heading level={2} id="toestemming">
        Toestemming
      </Heading>
      {consents.map((consent) => (
        <DataList
          key={consent.id}
          facts={[
            { label: 'Waarvoor', value: ABOUT[purpose].purpose },
            { label: 'Aan wie', value: 'CoMensha' },
            { label: 'Welke gegevens', value: consent.data ? dataWords(purpose, consent.data) : ABOUT[purpose].data },
            { label: 'Gegeven door', value: GIVER_WORDS[consent.givenBy] },
            { label: 'Op', value: <DateText date={consent.givenOn} /> },
            { label: 'Hoe', value: MANNER_WORDS[consent.manner] },
            {
              label: 'Taal',
              value: `${LANGUAGE_WORDS[consent.language]}${consent.hasInterpreter ? ', met een tolk' : ''}`,
            },
            ...judgedFacts(consent),
            ...(consent.wish ? [{ label: 'Wat het kind zelf wil', value: WISH_WORDS[consent.wish] }] : []),
            {
              label: 'Tekst',
              value: (
                <>
                  uitgave {consent.textEdition}, controlegetal <code>{consent.textSha256.slice(0, 12)}</code>
                </>
              ),
            },
            { label: 'Vastgelegd door', value: consent.recordedByName },
            {
              label: 'Stand',
              value: consent.withdrawnAt ? (
                <>
                  <StatusBadge kind="neutral" label="ingetrokken" /> op{' '}
                  <DateText date={dutchDay(consent.withdrawnAt)} />, vastgelegd door {consent.withdrawnByName}
                </>
              ) : (
                <StatusBadge kind="ok" label="geldt" />
              ),
            },
          ]}
        />
      ))}
    </section>
  );
}
