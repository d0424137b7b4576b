import { DateText } from '../../../ui/format/date-text.tsx';
import { DataList } from '../../../ui/show/data-list.tsx';
import { StatusBadge } from '../../../ui/show/status-badge.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import type { GivenConsent } from '../domain/consent.ts';
import { GIVER_WORDS, LANGUAGE_WORDS, MANNER_WORDS, WISH_WORDS } from './registration-words.ts';

/** A consent as the page shows it. */
export interface ShownConsent extends GivenConsent {
  readonly id: string;
  readonly textEdition: string;
  readonly textSha256: string;
  readonly recordedByName: string;
  readonly withdrawnAt: Date | undefined;
}

/** The consents for one record, with what each was for. */
export function Consents({ consents, purpose }: { consents: readonly ShownConsent[]; purpose: string }) {
  return (
    <section class="ib-flow" aria-labelledby="toestemming">
      <Heading level={2} id="toestemming">
        Toestemming
      </Heading>
      {consents.map((consent) => (
        <DataList
          key={consent.id}
          facts={[
            { label: 'Waarvoor', value: purpose },
            { label: 'Aan wie', value: 'CoMensha' },
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
                <StatusBadge kind="neutral" label="ingetrokken" />
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
