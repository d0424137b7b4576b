import { Page, type PageFrame } from '../../../ui/page.tsx';
import { Alert } from '../../../ui/show/alert.tsx';
import { ActionGroup, ButtonLink } from '../../../ui/text/button.tsx';
import { Heading } from '../../../ui/text/heading.tsx';

/** The front door for everybody. */
export function StartPage({ frame }: { frame: PageFrame }) {
  return (
    <Page frame={frame} title="Mensenhandel in beeld, in elke gemeente">
      <Alert kind="warning" title="is iemand nu in gevaar?">
        <p>Bel 112.</p>
      </Alert>
      <p class="utrecht-paragraph utrecht-paragraph--lead">
        «Slechts 1 op de 6 slachtoffers van mensenhandel is in beeld», schreef de VNG op 15 januari 2019. Gemeenten
        kunnen daar iets aan doen: herkennen, melden, beschermen en helpen.
      </p>
      <p>
        In Beeld helpt een gemeente bij haar aanpak van mensenhandel: wat is geregeld, wie doet wat, en tot wanneer
        geldt dat.
      </p>
      <ActionGroup>
        <ButtonLink href="/gemeenten" emphasis="primary">
          Zoek uw gemeente
        </ButtonLink>
        <ButtonLink href="/inloggen">Inloggen</ButtonLink>
      </ActionGroup>
      <Heading level={2}>Wat een gemeente kan doen</Heading>
      <ul class="utrecht-unordered-list">
        <li class="utrecht-unordered-list__item">
          Voorkomen: inwoners en ondernemers laten weten wat mensenhandel is.
        </li>
        <li class="utrecht-unordered-list__item">
          Signaleren: medewerkers leren wat zij kunnen zien, en waar zij dat doorgeven.
        </li>
        <li class="utrecht-unordered-list__item">
          Handhaven: misstanden aanpakken zonder dat een slachtoffer op straat komt.
        </li>
        <li class="utrecht-unordered-list__item">Helpen: zorgen voor opvang en zorg die past.</li>
      </ul>
    </Page>
  );
}
