import type { ComponentChildren } from 'preact';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { DateText } from '../../../ui/format/date-text.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { Sheet } from '../../../ui/show/sheet.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { Paragraph } from '../../../ui/text/paragraph.tsx';
import type { MunicipalCoverage } from '../domain/coverage.ts';
import { OfferCard } from './offer-facts.tsx';

/** A sheet to print and hang: who does care coordination for a municipality, and who can be called when nobody answers. */
export function RouteCardPage(props: {
  frame: PageFrame;
  found: MunicipalCoverage;
  lines: ComponentChildren;
  today: PlainDate;
  mark: string | undefined;
}) {
  const { municipality, coverage } = props.found;
  const current = coverage.offers.filter(({ standing }) => standing !== 'ended');
  return (
    <Page
      frame={props.frame}
      title={`Routekaart ${municipality.name}`}
      breadcrumbs={[{ href: `/netwerk/wie-helpt?gemeente=${municipality.code}`, label: 'Wie helpt hier?' }]}
      lead="Print dit blad. Kijk op de datum: is die ouder dan zes maanden, print dan opnieuw."
    >
      <Sheet id="routekaart" title={`Mensenhandel in ${municipality.name}: wie belt u?`} mark={props.mark}>
        <p>
          Gemaakt op <DateText date={props.today} />. Alleen voor professionals: hang dit niet waar bezoekers komen.
        </p>
        <p>Is iemand in gevaar? Bel 112.</p>
        <Heading level={3}>Zorgcoördinatie</Heading>
        {current.length === 0 ? (
          <Paragraph>Er is hier geen zorgcoördinatie bekend. Bel een nummer onderaan dit blad.</Paragraph>
        ) : (
          current.map(({ offer, standing }) => <OfferCard offer={offer} standing={standing} key={offer.id} />)
        )}
        <Heading level={3}>Neemt er niemand op?</Heading>
        <p>Kijk eerst naar de tijden: overdag en ’s nachts belt u een ander nummer.</p>
        {props.lines}
      </Sheet>
    </Page>
  );
}
