import { Page, type PageFrame } from '../../../ui/page.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { BulletList } from '../../../ui/text/paragraph.tsx';

/** What In Beeld is, and what it is not. */
export function AboutPage({ frame }: { frame: PageFrame }) {
  return (
    <Page
      frame={frame}
      title="Over In Beeld"
      lead="In Beeld is software voor gemeenten en hun partners in de aanpak van mensenhandel. Iedereen mag haar gebruiken, bekijken en verbeteren (licentie EUPL-1.2)."
    >
      <Heading level={2}>Wat u hier vindt</Heading>
      <BulletList
        items={[
          'Een overzicht van alle gemeenten.',
          'Voor wie inlogt: wat de gemeente heeft geregeld, met bewijs en einddatum.',
          'Voor het land: een kaart waarop te zien is waar iets is geregeld en waar het is vervallen.',
        ]}
      />
      <Heading level={2}>Wat In Beeld niet doet</Heading>
      <BulletList
        items={[
          'In Beeld geeft geen score over een mens.',
          'Een melding doet u hier niet. Is iemand in gevaar? Bel 112.',
        ]}
      />
    </Page>
  );
}

/** How accessible the site is meant to be, and how far that was checked. */
export function AccessibilityPage({ frame }: { frame: PageFrame }) {
  return (
    <Page
      frame={frame}
      title="Toegankelijkheid"
      lead="Iedereen moet In Beeld kunnen gebruiken: met toetsenbord, met een schermlezer, op een telefoon en zonder JavaScript."
    >
      <p>
        Wij bouwen volgens WCAG 2.2, niveau AA. Elke pagina wordt automatisch gecontroleerd bij elke wijziging. Een
        onderzoek door een onafhankelijk bureau is nog niet gedaan.
      </p>
      <p>Werkt iets niet voor u? Vertel het de beheerder van uw organisatie. Die geeft het aan ons door.</p>
    </Page>
  );
}

/** What is kept about a visitor. */
export function PrivacyPage({ frame }: { frame: PageFrame }) {
  return (
    <Page
      frame={frame}
      title="Privacy"
      lead="Wie alleen leest, laat hier niets achter. Wij volgen niemand en gebruiken geen diensten van anderen."
    >
      <Heading level={2}>Als u inlogt</Heading>
      <BulletList
        items={[
          'Wij zetten één cookie. Die is nodig om u ingelogd te houden.',
          'Wij bewaren wat u vastlegt, en wie dat wanneer deed. Uw organisatie is daarvoor verantwoordelijk.',
          'U ziet zelf waar u bent ingelogd, en kunt elke sessie beëindigen.',
        ]}
      />
      <p>Vragen over uw gegevens stelt u aan de functionaris gegevensbescherming van uw organisatie.</p>
    </Page>
  );
}
