import type { Translated } from '../../../shared-kernel/language.ts';
import { type PlainDate, writeDate } from '../../../shared-kernel/plain-date.ts';
import { In, useLanguage } from '../../../ui/language.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { Link } from '../../../ui/text/link.tsx';
import { PhoneLink } from '../../../ui/text/phone-link.tsx';
import type { Offer } from '../domain/offer.ts';

const NL = {
  title: 'Zorgcoördinatie',
  what: 'Een zorgcoördinator regelt hulp voor slachtoffers van mensenhandel. U kunt bellen voor uzelf of voor een ander.',
  call: 'Bel',
  days: (from: string, until: string) => `Op werkdagen van ${from} tot ${until} uur.`,
  always: 'Dag en nacht.',
  confirmed: (date: string) => `De organisatie bevestigde dit op ${date}.`,
  who: 'Wie helpt hier, op elk uur',
};
const WORDS: Translated<typeof NL> = {
  nl: NL,
  en: {
    title: 'Care coordination',
    what: 'A care coordinator arranges help for victims of human trafficking. You can call for yourself or for somebody else.',
    call: 'Call',
    days: (from, until) => `On working days from ${from} to ${until}.`,
    always: 'Day and night.',
    confirmed: (date) => `The organisation confirmed this on ${date}.`,
    who: 'Who helps here, at any hour (in Dutch)',
  },
};

/** On the public page of a municipality: one number of care coordination, and when to call it. Never when nobody answers. */
export function PublicNumber(props: { offer: Offer & { readonly confirmedOn: PlainDate } }) {
  const language = useLanguage();
  const words = WORDS[language];
  const { offer } = props;
  return (
    <section class="ib-flow" aria-labelledby="zorgcoordinatie">
      <Heading level={2} id="zorgcoordinatie">
        {words.title}
      </Heading>
      <p>{words.what}</p>
      <p>
        <strong>
          <In language="nl">{offer.organisationName}</In>
        </strong>{' '}
        <PhoneLink number={offer.phone} isSure call={words.call} />
      </p>
      <p>{offer.hours === 'always' ? words.always : words.days(offer.hours.from, offer.hours.until)}</p>
      <p class="ib-soft">{words.confirmed(writeDate(offer.confirmedOn, language))}</p>
    </section>
  );
}

/** For professionals: where they see who helps at which hour. */
export function WayToHelp(props: { municipalityCode: string }) {
  const words = WORDS[useLanguage()];
  return (
    <p>
      <Link href={`/netwerk/wie-helpt?gemeente=${props.municipalityCode}`}>{words.who}</Link>
    </p>
  );
}
