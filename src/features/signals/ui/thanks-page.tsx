import { type PlainDate, writeDutchDate } from '../../../shared-kernel/plain-date.ts';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { Confirmation } from '../../../ui/show/confirmation.tsx';
import { ActionGroup, ButtonLink } from '../../../ui/text/button.tsx';
import { Paragraph } from '../../../ui/text/paragraph.tsx';

export type ThanksFor =
  | { readonly kind: 'tally' }
  | { readonly kind: 'investigation' }
  | { readonly kind: 'report'; readonly code: string; readonly lookedAtBy: PlainDate; readonly isPlace: boolean };

/** The receipt: that it arrived, under which code, and what happens next. */
export function ThanksPage(props: { frame: PageFrame; thanks: ThanksFor; seesOwn: boolean }) {
  const { frame, thanks } = props;
  return (
    <Page frame={frame} title="Dank u, het is doorgegeven" heading={false}>
      <h1 class="utrecht-heading-1">Uw signaal telt mee</h1>
      {thanks.kind === 'report' ? (
        <Confirmation title="Uw signaal is ontvangen" code={thanks.code}>
          <p>
            De aandachtsfunctionaris kijkt ernaar, uiterlijk op {writeDutchDate(thanks.lookedAtBy)}. Noem de code als u
            belt. Weet u later meer? Geef het opnieuw door en noem de code.
          </p>
        </Confirmation>
      ) : thanks.kind === 'tally' ? (
        <Confirmation title="Het is geteld">
          <p>Ziet u het nog eens, of zag u meer? Geef het opnieuw door.</p>
        </Confirmation>
      ) : (
        <Confirmation title="Vastgelegd: vandaag via de Wpg-route doorgegeven">
          <p>In Beeld bewaart alleen de datum.</p>
        </Confirmation>
      )}
      <Paragraph>Wordt het gevaarlijk? Bel 112. Spreek zelf niemand aan over wat u vermoedt.</Paragraph>
      <ActionGroup>
        {props.seesOwn && thanks.kind === 'report' && thanks.isPlace ? (
          <ButtonLink href={`/meldingen/${thanks.code}/fotos`} emphasis="secondary">
            Voeg een foto van het gebouw toe
          </ButtonLink>
        ) : null}
        {props.seesOwn ? <ButtonLink href="/meldingen/mijn">Bekijk uw signalen</ButtonLink> : null}
        <ButtonLink href="/meldingen/nieuw">Geef nog een signaal door</ButtonLink>
      </ActionGroup>
    </Page>
  );
}
