import { dutchDay } from '../../../shared-kernel/plain-date.ts';
import { DateText } from '../../../ui/format/date-text.tsx';
import { DataList } from '../../../ui/show/data-list.tsx';
import { StatusBadge } from '../../../ui/show/status-badge.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import type { ConsentPurpose, GivenConsent } from '../domain/consent.ts';
import { GIVER_WORDS, LANGUAGE_WORDS, MANNER_WORDS, WISH_WORDS } from './registration-words.ts';

/** A consent as the page shows it. */
export interface ShownConsent extends GivenConsent {
  readonly id: string;
  readonly textEdition: string;
  readonly textSha256: string;
  readonly recordedByName: string;
  readonly withdrawnAt: Date | undefined;
  readonly withdrawnByName: string | undefined;
}

/** For what, and which data go along: what that message holds, and what the text names that was read. */
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
            { label: 'Welke gegevens', value: ABOUT[purpose].data },
            { label: 'Gegeven door', value: GIVER_WORDS[consent.givenBy] },
            { label: 'Op', value: <DateText date={consent.givenOn} /> },
            { label: 'Hoe', value: MANNER_WORDS[consent.manner] },
            {
              label: 'Taal',
              value: `${LANGUAGE_WORDS[consent.language]}${consent.hasInterpreter ? ', met een tolk' : ''}`,
            },
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
