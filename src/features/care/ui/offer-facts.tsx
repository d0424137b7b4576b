import type { ComponentChildren } from 'preact';
import { writeDutchDate } from '../../../shared-kernel/plain-date.ts';
import { writeNumber } from '../../../ui/format/number-text.tsx';
import { StatusBadge } from '../../../ui/show/status-badge.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { BulletList } from '../../../ui/text/paragraph.tsx';
import { PhoneLink } from '../../../ui/text/phone-link.tsx';
import { lastDayOf, type Offer, type OfferStanding } from '../domain/offer.ts';
import { STANDING_WORDS, sayForWhom, sayHours, sayHoursOnPaper } from './care-words.ts';

/** What an organisation says of its offer, with what is not known said as such. */
export function OfferFacts(props: { offer: Offer; standing: OfferStanding; level: 3; children?: ComponentChildren }) {
  const { offer, standing } = props;
  const last = lastDayOf(offer);
  return (
    <section class="ib-flow" aria-label={offer.name}>
      <Heading level={props.level}>{`${offer.name}, ${offer.organisationName}`}</Heading>
      <p>
        <Confirmed {...props} />
      </p>
      <BulletList
        items={[
          <PhoneLink number={offer.phone} isSure={standing === 'holds'} key="nummer" />,
          sayHours(offer),
          ...nightNumber(props),
          offer.isForPublic ? 'Inwoners zien dit nummer ook.' : 'Dit nummer is alleen voor professionals.',
          sayForWhom(offer),
          sayLanguages(offer),
          saySubstitute(offer),
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

/** The same on a sheet that hangs on a wall: whom to call and when. Who pays, for how long and how thin it is, stays off it. */
export function OfferCard(props: { offer: Offer; standing: OfferStanding }) {
  const { offer, standing } = props;
  return (
    <section class="ib-flow" aria-label={offer.name}>
      <Heading level={4}>{`${offer.name}, ${offer.organisationName}`}</Heading>
      <BulletList
        items={[
          <PhoneLink number={offer.phone} isSure={standing === 'holds'} key="nummer" />,
          sayHoursOnPaper(offer),
          ...nightNumber(props),
          sayForWhom(offer),
          sayLanguages(offer),
          <Confirmed {...props} key="bevestigd" />,
        ]}
      />
    </section>
  );
}

function Confirmed({ offer, standing }: { offer: Offer; standing: OfferStanding }) {
  // where the mark says that it is confirmed, only the day is left to say
  const isSaid = standing === 'holds' && offer.confirmedOn !== undefined;
  return (
    <>
      <StatusBadge {...STANDING_WORDS[standing]} />{' '}
      {isSaid ? `op ${writeDutchDate(offer.confirmedOn)}` : sayLastConfirmed(offer.confirmedOn)}
    </>
  );
}

const sayLastConfirmed = (confirmedOn: Offer['confirmedOn']): string =>
  confirmedOn ? `laatst bevestigd op ${writeDutchDate(confirmedOn)}` : 'nooit bevestigd';

function nightNumber({ offer, standing }: { offer: Offer; standing: OfferStanding }): readonly ComponentChildren[] {
  if (!offer.nightPhone) return [];
  return [
    <>
      Buiten die tijden: <PhoneLink number={offer.nightPhone} isSure={standing === 'holds'} />
    </>,
  ];
}

function saySubstitute({ hasSubstitute }: Offer): string {
  if (hasSubstitute === undefined) return 'Vervanging bij ziekte of vakantie: niet bekend.';
  return hasSubstitute ? 'Bij ziekte of vakantie is er vervanging.' : 'Bij ziekte of vakantie is er geen vervanging.';
}

const sayLanguages = ({ languages }: Offer) =>
  languages.length > 0 ? `Talen: ${languages.join(', ')}.` : 'Talen: niet bekend.';
