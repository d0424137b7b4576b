import { ShareInHexagons } from '../../../ui/figures/share-in-hexagons.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { Emergency } from '../../../ui/show/emergency.tsx';
import { LinkCards } from '../../../ui/show/link-cards.tsx';
import { MainAndAside } from '../../../ui/show/main-and-aside.tsx';
import { Quotation } from '../../../ui/show/quotation.tsx';
import { ActionGroup, ButtonLink } from '../../../ui/text/button.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { BulletList, Paragraph } from '../../../ui/text/paragraph.tsx';

/** The front door, for who reads no Dutch. */
export function EnglishStartPage({ frame }: { frame: PageFrame }) {
  return (
    <Page frame={frame} title="Human trafficking in view, in every municipality" wide>
      <MainAndAside
        asideLabel="Why this is needed"
        aside={
          <Quotation
            text="“Only 1 in 6 victims of human trafficking is in view”"
            by="VNG, the Association of Dutch Municipalities, press release of 15 January 2019 (our translation)"
          >
            <ShareInHexagons id="one-in-six" share={1 / 6} label="Six hexagons, one of them filled." />
          </Quotation>
        }
      >
        <Emergency>
          Is somebody in danger now?{' '}
          <a class="utrecht-link utrecht-link--html-a" href="tel:112">
            Call 112
          </a>
        </Emergency>
        <Paragraph kind="lead">
          Municipalities can notice human trafficking and report it. They can protect victims and help them.
        </Paragraph>
        <Paragraph>
          In Beeld means “in view”. It supports a municipality in its approach: what is arranged, who does what, and
          until when does that hold?
        </Paragraph>
        <ActionGroup>
          <ButtonLink href="/en/about" emphasis="primary">
            Read about In Beeld
          </ButtonLink>
        </ActionGroup>
      </MainAndAside>
      <Heading level={2}>What a municipality can do</Heading>
      <BulletList
        items={[
          'Prevent: tell residents and businesses what human trafficking is.',
          'Notice: teach staff what they can see, and where to pass it on.',
          'Enforce: act against abuses without putting a victim on the street.',
          'Help: provide shelter and care that fit.',
        ]}
      />
      <Heading level={2}>Where to go from here</Heading>
      <LinkCards
        cards={[
          {
            href: '/gemeenten',
            title: 'Municipalities (in Dutch)',
            description: 'All municipalities and their regions.',
          },
          {
            href: '/netwerk/wie-belt-u',
            title: 'Whom to call (in Dutch)',
            description: 'Telephone numbers for help and advice.',
          },
          { href: '/en/about', title: 'About In Beeld', description: 'What it is, for whom, and what it does not do.' },
          {
            href: '/inloggen',
            title: 'Sign in (in Dutch)',
            description: 'For people who work for a municipality or a partner.',
          },
        ]}
      />
    </Page>
  );
}

/** What In Beeld is, and what it is not, in English. */
export function EnglishAboutPage({ frame }: { frame: PageFrame }) {
  return (
    <Page
      frame={frame}
      title="About In Beeld"
      lead="In Beeld is software for Dutch municipalities and their partners against human trafficking. Everybody may use, read and improve it (licence EUPL-1.2)."
    >
      <Heading level={2}>What you find here</Heading>
      <BulletList
        items={[
          'All Dutch municipalities, each with its regions.',
          'After signing in: what a municipality has arranged, with evidence and an end date.',
          'For the country: a map of what municipalities say they have arranged, and where that lapsed.',
        ]}
      />
      <Heading level={2}>What In Beeld does not do</Heading>
      <BulletList
        items={[
          'In Beeld never gives a score to a person.',
          'You cannot report a crime here. Is somebody in danger? Call 112.',
        ]}
      />
      <Heading level={2}>Language</Heading>
      <Paragraph>The pages for professionals are in Dutch. The pages for everybody are in Dutch and English.</Paragraph>
    </Page>
  );
}

/** How accessible the site is meant to be, and how far that was checked, in English. */
export function EnglishAccessibilityPage({ frame }: { frame: PageFrame }) {
  return (
    <Page
      frame={frame}
      title="Accessibility"
      lead="Everybody must be able to use In Beeld: with a keyboard, with a screen reader, on a telephone and without JavaScript."
    >
      <Paragraph>
        We build to WCAG 2.2, level AA. Every kind of page is checked automatically with every change. An independent
        audit has not been done yet.
      </Paragraph>
      <Paragraph>
        Does something not work for you? Tell the administrator of your organisation, who will pass it on to us.
      </Paragraph>
    </Page>
  );
}

/** What is kept about a visitor, in English. */
export function EnglishPrivacyPage({ frame }: { frame: PageFrame }) {
  return (
    <Page
      frame={frame}
      title="Privacy"
      lead="If you only read, you leave nothing behind. We follow nobody and use no services of others."
    >
      <Heading level={2}>If you sign in</Heading>
      <BulletList
        items={[
          'We set one cookie. It is needed to keep you signed in.',
          'We keep what you record, and who did that when. Your organisation is responsible for it.',
          'You can see where you are signed in, and end each session yourself.',
        ]}
      />
      <Paragraph>Put questions about your data to the data protection officer of your organisation.</Paragraph>
    </Page>
  );
}
