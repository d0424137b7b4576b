import { ShareInHexagons } from '../../../ui/figures/share-in-hexagons.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { Emergency } from '../../../ui/show/emergency.tsx';
import { LinkCards } from '../../../ui/show/link-cards.tsx';
import { MainAndAside } from '../../../ui/show/main-and-aside.tsx';
import { Quotation } from '../../../ui/show/quotation.tsx';
import { ActionGroup, ButtonLink } from '../../../ui/text/button.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { BulletList, Paragraph } from '../../../ui/text/paragraph.tsx';

/** The front door for everybody. */
export function StartPage({ frame }: { frame: PageFrame }) {
  return (
    <Page frame={frame} title="Mensenhandel in beeld, in elke gemeente" wide>
      <MainAndAside
        asideLabel="Waarom dit nodig is"
        aside={
          <Quotation
            text="“Slechts 1 op de 6 slachtoffers van mensenhandel is in beeld”"
            by="VNG, persbericht 15 januari 2019"
          >
            <ShareInHexagons id="een-op-zes" share={1 / 6} label="Zes zeshoeken, waarvan één is gevuld." />
          </Quotation>
        }
      >
        <Emergency>
          Is iemand nu in gevaar?{' '}
          <a class="utrecht-link utrecht-link--html-a" href="tel:112">
            Bel 112
          </a>
        </Emergency>
        <Paragraph kind="lead">
          Gemeenten kunnen mensenhandel herkennen en melden. Zij kunnen slachtoffers beschermen en helpen.
        </Paragraph>
        <Paragraph>
          In Beeld helpt een gemeente bij haar aanpak. Wat is geregeld? Wie doet wat? En tot wanneer geldt dat?
        </Paragraph>
        <ActionGroup>
          <ButtonLink href="/gemeenten" emphasis="primary">
            Zoek uw gemeente
          </ButtonLink>
          <ButtonLink href="/inloggen">Inloggen</ButtonLink>
        </ActionGroup>
      </MainAndAside>
      <Heading level={2}>Wat een gemeente kan doen</Heading>
      <BulletList
        items={[
          'Voorkomen: inwoners en ondernemers laten weten wat mensenhandel is.',
          'Signaleren: medewerkers leren wat zij kunnen zien, en waar zij dat doorgeven.',
          'Handhaven: misstanden aanpakken zonder dat een slachtoffer op straat komt.',
          'Helpen: zorgen voor opvang en zorg die past.',
        ]}
      />
      <Heading level={2}>Waar u verder kunt</Heading>
      <LinkCards
        cards={[
          {
            href: '/gemeenten',
            title: 'Gemeenten',
            description: 'Zoek uw gemeente en zie bij welke regio’s zij hoort.',
          },
          {
            href: '/netwerk/wie-belt-u',
            title: 'Wie belt u?',
            description: 'Nummers voor hulp en advies, en wie nu open is.',
          },
          { href: '/over', title: 'Over In Beeld', description: 'Wat het is, voor wie, en wat het niet doet.' },
          { href: '/inloggen', title: 'Inloggen', description: 'Voor wie werkt bij een gemeente of bij een partner.' },
        ]}
      />
    </Page>
  );
}
