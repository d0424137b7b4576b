import { ShareInHexagons } from '../../../ui/figures/share-in-hexagons.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { addressOf } from '../../../ui/public-pages.ts';
import { Emergency } from '../../../ui/show/emergency.tsx';
import { LinkCards } from '../../../ui/show/link-cards.tsx';
import { MainAndAside } from '../../../ui/show/main-and-aside.tsx';
import { Quotation } from '../../../ui/show/quotation.tsx';
import { ActionGroup, ButtonLink } from '../../../ui/text/button.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { Link } from '../../../ui/text/link.tsx';
import { BulletList, Paragraph } from '../../../ui/text/paragraph.tsx';
import { HelpLanguages } from './help-languages.tsx';
import { START_TEXTS } from './start-texts.ts';

/** The front door for everybody. */
export function StartPage({ frame }: { frame: PageFrame }) {
  const texts = START_TEXTS[frame.lang];
  return (
    <Page frame={frame} title={texts.title} wide>
      <MainAndAside
        asideLabel={texts.why}
        aside={
          <Quotation text={texts.quotation} by={texts.quotedFrom}>
            <ShareInHexagons id="een-op-zes" share={1 / 6} label={texts.drawing} />
          </Quotation>
        }
      >
        <Emergency>
          {texts.danger} <Link href="tel:112">{texts.call}</Link>
        </Emergency>
        <Paragraph kind="lead">{texts.lead}</Paragraph>
        <Paragraph>{texts.about}</Paragraph>
        <ActionGroup>
          <ButtonLink href={addressOf('municipalities', frame.lang)} emphasis="primary">
            {texts.find}
          </ButtonLink>
          <ButtonLink href={addressOf('signIn', frame.lang)}>{texts.signIn}</ButtonLink>
        </ActionGroup>
      </MainAndAside>
      <Heading level={2}>{texts.helpTitle}</Heading>
      <Paragraph>{texts.help}</Paragraph>
      <HelpLanguages />
      <Heading level={2}>{texts.canDoTitle}</Heading>
      <BulletList items={texts.canDo} />
      <Heading level={2}>{texts.onwards}</Heading>
      <LinkCards
        cards={texts.cards.map(({ page, title, description }) => ({
          href: addressOf(page, frame.lang),
          title,
          description,
        }))}
      />
    </Page>
  );
}
