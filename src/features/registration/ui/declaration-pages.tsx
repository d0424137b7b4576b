import { Page, type PageFrame } from '../../../ui/page.tsx';
import { Alert } from '../../../ui/show/alert.tsx';
import { StatusBadge } from '../../../ui/show/status-badge.tsx';
import { Table } from '../../../ui/show/table.tsx';
import { Link } from '../../../ui/text/link.tsx';
import { Paragraph } from '../../../ui/text/paragraph.tsx';
import type { ConsentPurpose } from '../domain/consent.ts';
import { type Declaration, isReviewed } from '../domain/declaration.ts';
import { LANGUAGE_WORDS, OWN_PATH, OWN_TITLE } from './registration-words.ts';

const TITLE = 'Verklaringen in negen talen';
const PATH = `${OWN_PATH}/verklaringen`;
const PURPOSE_WORDS: Readonly<Record<ConsentPurpose, string>> = {
  registration: 'Tellen, met naam',
  help: 'Opvang of hulp',
};
/** What stands on every draft, on screen and on paper. */
const DRAFT = 'concept, niet gebruiken';

const hrefOf = ({ purpose, language }: Declaration) =>
  `${PATH}?${new URLSearchParams({ doel: purpose, taal: language }).toString()}`;

/** Every declaration, and whether a human looked it through. */
export function DeclarationsPage(props: { frame: PageFrame; declarations: readonly Declaration[] }) {
  return (
    <Page
      frame={props.frame}
      title={TITLE}
      breadcrumbs={[{ href: OWN_PATH, label: OWN_TITLE }]}
      lead="Wat iemand leest en tekent. Een tekst telt pas als een mens hem in die taal heeft nagekeken."
    >
      {props.declarations.every(isReviewed) ? null : (
        <Alert kind="warning" title="werk met een tolk">
          <p>
            Bij «{DRAFT}» keek niemand de tekst na. Lees de Nederlandse tekst voor en laat een tolk vertalen. Neem nooit
            iemand uit de omgeving van de persoon als tolk.
          </p>
        </Alert>
      )}
      <Table
        caption="Verklaringen van toestemming"
        rows={props.declarations}
        rowKey={({ purpose, language }) => `${purpose} ${language}`}
        columns={[
          { header: 'Taal', cell: (each) => <Link href={hrefOf(each)}>{LANGUAGE_WORDS[each.language]}</Link> },
          { header: 'Waarvoor', cell: ({ purpose }) => PURPOSE_WORDS[purpose] },
          {
            header: 'Nagekeken',
            cell: (each) =>
              isReviewed(each) ? (
                <StatusBadge kind="ok" label={`door ${each.reviewedBy}`} />
              ) : (
                <StatusBadge kind="warning" label={DRAFT} />
              ),
          },
        ]}
      />
    </Page>
  );
}

/** One declaration, to print and sign; a draft says so above and under the text. */
export function DeclarationPage(props: { frame: PageFrame; declaration: Declaration; edition: string }) {
  const { declaration } = props;
  const { language, direction, purpose } = declaration;
  const isDraft = !isReviewed(declaration);
  const mark = isDraft ? (
    <Alert kind="warning" title={DRAFT}>
      <p>Geen mens keek deze verklaring na. Laat niemand haar tekenen. Lees de Nederlandse tekst voor met een tolk.</p>
    </Alert>
  ) : null;
  return (
    <Page
      frame={props.frame}
      title={`Verklaring: ${PURPOSE_WORDS[purpose].toLowerCase()}, ${LANGUAGE_WORDS[language]}`}
      breadcrumbs={[
        { href: OWN_PATH, label: OWN_TITLE },
        { href: PATH, label: TITLE },
      ]}
    >
      {mark}
      <article id="verklaring" class="ib-flow" lang={language} dir={direction}>
        <h2 class="utrecht-heading-2">{declaration.title}</h2>
        {declaration.paragraphs.map((paragraph) => (
          <Paragraph key={paragraph}>{paragraph}</Paragraph>
        ))}
        <p class="utrecht-paragraph">
          <strong>{declaration.agrees}</strong>
        </p>
        {isDraft ? null : (
          <p class="utrecht-paragraph">
            {declaration.date}: ____________________ {declaration.signature}: ______________________________
          </p>
        )}
      </article>
      {mark}
      <Paragraph kind="small">
        Uitgave {props.edition}. {isDraft ? 'Niet nagekeken.' : `Nagekeken door ${declaration.reviewedBy}.`}
      </Paragraph>
    </Page>
  );
}
