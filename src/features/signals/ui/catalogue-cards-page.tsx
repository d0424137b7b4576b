import type { Translated } from '../../../shared-kernel/language.ts';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { addressOf } from '../../../ui/public-pages.ts';
import { Table } from '../../../ui/show/table.tsx';
import { Link } from '../../../ui/text/link.tsx';
import { Paragraph } from '../../../ui/text/paragraph.tsx';
import { SIGNAL_ROLES, type SignalRole } from '../domain/catalogue.ts';
import { SIGNAL_ROLE_NAMES } from './catalogue-texts.ts';

/** Where a card is printed; with the fold in the address. */
export const CARD_PATH = '/signalen/kaarten.pdf';

const NL = {
  title: 'Kaarten om te printen',
  lead: 'Voor elk werk één kaart met de signalen. Hang hem op, of vouw hem en neem hem mee.',
  status: 'De signalen zijn nog niet getoetst door het veld. Dat staat ook op de kaart.',
  fold: 'De kaart om te vouwen print u op één kant van A4. Vouw eerst de bovenkant naar achteren, dan de linkerkant.',
  caption: 'Kaarten',
  work: 'Uw werk',
  a4: 'A4',
  a6: 'A6, om te vouwen',
  pdf: (work: string, size: string) => `${work}, ${size} (PDF)`,
  back: 'Alle signalen',
};

const TEXTS: Translated<typeof NL> = {
  nl: NL,
  en: {
    title: 'Cards to print',
    lead: 'For each kind of work one card with the signals. Put it up, or fold it and take it along.',
    status: 'The field has not validated the signals yet. The card says so too.',
    fold: 'You print the card to fold on one side of A4. First fold the top backwards, then the left side.',
    caption: 'Cards',
    work: 'Your work',
    a4: 'A4',
    a6: 'A6, to fold',
    pdf: (work, size) => `${work}, ${size} (PDF, in Dutch)`,
    back: 'All signals',
  },
};

/** The cards, one for each kind of work, as A4 and to fold. */
export function CatalogueCardsPage({ frame }: { frame: PageFrame }) {
  const texts = TEXTS[frame.lang];
  const names = SIGNAL_ROLE_NAMES[frame.lang];
  const link = (role: SignalRole, fold: 'a4' | 'a6') => (
    <Link href={`${CARD_PATH}?rol=${role}&vouw=${fold}`}>{texts.pdf(names[role], texts[fold])}</Link>
  );
  return (
    <Page frame={frame} title={texts.title} lead={texts.lead}>
      <Paragraph>{texts.status}</Paragraph>
      <Paragraph>{texts.fold}</Paragraph>
      <Table
        caption={texts.caption}
        rows={SIGNAL_ROLES}
        rowKey={(role) => role}
        columns={[
          { header: texts.work, cell: (role) => names[role] },
          { header: texts.a4, cell: (role) => link(role, 'a4') },
          { header: texts.a6, cell: (role) => link(role, 'a6') },
        ]}
      />
      <p>
        <Link href={addressOf('signals', frame.lang)}>{texts.back}</Link>
      </p>
    </Page>
  );
}
