import { Page, type PageFrame } from '../../../ui/page.tsx';
import { addressOf } from '../../../ui/public-pages.ts';
import { Heading } from '../../../ui/text/heading.tsx';
import { Link } from '../../../ui/text/link.tsx';
import { BulletList, Paragraph } from '../../../ui/text/paragraph.tsx';
import { ABOUT_TEXTS, ACCESSIBILITY_TEXTS, PRIVACY_TEXTS } from './about-texts.ts';

/** What In Beeld is, and what it is not. */
export function AboutPage({ frame }: { frame: PageFrame }) {
  const texts = ABOUT_TEXTS[frame.lang];
  return (
    <Page frame={frame} title={texts.title} lead={texts.lead}>
      <Heading level={2}>{texts.hereTitle}</Heading>
      <BulletList items={texts.here} />
      <Paragraph>
        <Link href={addressOf('certificate', frame.lang)}>{texts.certificate}</Link>
      </Paragraph>
      <Heading level={2}>{texts.notTitle}</Heading>
      <BulletList items={texts.not} />
      <Heading level={2}>{texts.languageTitle}</Heading>
      <Paragraph>{texts.language}</Paragraph>
    </Page>
  );
}

/** How accessible the site is meant to be, and how far that was checked. */
export function AccessibilityPage({ frame }: { frame: PageFrame }) {
  const texts = ACCESSIBILITY_TEXTS[frame.lang];
  return (
    <Page frame={frame} title={texts.title} lead={texts.lead}>
      <Paragraph>{texts.checked}</Paragraph>
      <Paragraph>{texts.tell}</Paragraph>
      <BulletList
        items={[
          <Link key="start" href={addressOf('start', frame.lang)}>
            {texts.start}
          </Link>,
          <Link key="about" href={addressOf('about', frame.lang)}>
            {texts.about}
          </Link>,
        ]}
      />
    </Page>
  );
}

/** What is kept about a visitor. */
export function PrivacyPage({ frame }: { frame: PageFrame }) {
  const texts = PRIVACY_TEXTS[frame.lang];
  return (
    <Page frame={frame} title={texts.title} lead={texts.lead}>
      <Heading level={2}>{texts.signedInTitle}</Heading>
      <BulletList items={texts.signedIn} />
      <Paragraph>
        <Link href={addressOf('processing', frame.lang)}>{texts.register}</Link>
      </Paragraph>
      <Paragraph>{texts.questions}</Paragraph>
    </Page>
  );
}
