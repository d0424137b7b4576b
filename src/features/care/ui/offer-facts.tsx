import type { ComponentChildren } from 'preact';
import { writeDutchDate } from '../../../shared-kernel/plain-date.ts';
import { writeNumber } from '../../../ui/format/number-text.tsx';
import { StatusBadge } from '../../../ui/show/status-badge.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { BulletList } from '../../../ui/text/paragraph.tsx';
import { lastDayOf, type Offer, type OfferStanding } from '../domain/offer.ts';
import { STANDING_WORDS, sayConfirmed, sayForWhom, sayHours } from './care-words.ts';
import { PhoneLink } from './phone-link.tsx';

/** What an organisation says of its offer, with what is not known said as such. */
export function OfferFacts(props: {
  offer: Offer;
  standing: OfferStanding;
  level: 3 | 4;
  children?: ComponentChildren;
}) {
  const { offer, standing } = props;
  const last = lastDayOf(offer);
  return (
    <section class="ib-flow" aria-label={offer.name}>
      <Heading level={props.level}>{`${offer.name}, ${offer.organisationName}`}</Heading>
      <p>
        <StatusBadge {...STANDING_WORDS[standing]} /> {sayConfirmed(offer.confirmedOn)}
      </p>
      <BulletList
        items={[
          <PhoneLink number={offer.phone} isSure={standing === 'holds'} key="nummer" />,
          sayHours(offer),
          ...(offer.nightPhone
            ? [
                <>
                  Buiten die tijden: <PhoneLink number={offer.nightPhone} isSure={standing === 'holds'} />
                </>,
              ]
            : []),
          offer.isForPublic ? 'Inwoners zien dit nummer ook.' : 'Dit nummer is alleen voor professionals.',
          sayForWhom(offer),
          offer.languages.length > 0 ? `Talen: ${offer.languages.join(', ')}.` : 'Talen: niet bekend.',
          offer.hasSubstitute
            ? 'Bij ziekte of vakantie is er vervanging.'
            : 'Bij ziekte of vakantie is er geen vervanging.',
          offer.hoursAWeek === undefined
            ? 'Uren per week: niet bekend.'
            : `${writeNumber(offer.hoursAWeek)} uur per week, samen.`,
          offer.funder ? `Betaald door: ${offer.funder}.` : 'Wie betaalt: niet bekend.',
          last
            ? `${standing === 'ended' ? 'Gestopt na' : 'Loopt tot en met'} ${writeDutchDate(last)}.`
            : 'Geen einddatum opgegeven.',
        ]}
      />
      {props.children}
    </section>
  );
}
