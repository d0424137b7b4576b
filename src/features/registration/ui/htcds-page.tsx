import { day } from '../../../shared-kernel/plain-date.ts';
import { DateText } from '../../../ui/format/date-text.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { Table } from '../../../ui/show/table.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { Link } from '../../../ui/text/link.tsx';
import { Paragraph } from '../../../ui/text/paragraph.tsx';
import { HTCDS, NOT_MAPPED } from '../domain/htcds.ts';
import { HTCDS_SCHEMA_PATH, REGISTER_PATH, REGISTER_TITLE } from './registration-words.ts';

const ENGLISH_NAME = 'Human Trafficking Case Data Standard';

/** What of a registration goes along in the words of the standard of IOM, and what does not. */
export function HtcdsPage({ frame }: { frame: PageFrame }) {
  return (
    <Page
      frame={frame}
      title="Registraties in de woorden van HTCDS"
      breadcrumbs={[{ href: REGISTER_PATH, label: REGISTER_TITLE }]}
      lead="Bij elke registratie staat een bestand in de internationale standaard van IOM. Hier staat wat daarin niet past."
    >
      <Paragraph>
        HTCDS {HTCDS.version} is de <span lang="en">{ENGLISH_NAME}</span> van IOM. Wij lazen de lijst van velden op{' '}
        <DateText date={day(HTCDS.read)} />. Daar heet elk veld nog een concept. De standaard heeft zelf geen schema;{' '}
        <Link href={HTCDS_SCHEMA_PATH}>ons schema (JSON)</Link> zegt wat in het bestand kan staan.
      </Paragraph>
      <Paragraph>
        Open een registratie op de <Link href={REGISTER_PATH}>werkvoorraad</Link> en kies «Als HTCDS». Dat u haar
        opende, staat in het logboek.
      </Paragraph>
      <Heading level={2}>Wat wij invullen</Heading>
      <Table
        caption="Velden van de standaard die In Beeld invult"
        rows={Object.entries(FILLED)}
        rowKey={([field]) => field}
        columns={[
          { header: 'Veld', cell: ([field]) => <code lang="en">{field}</code> },
          { header: 'Waaruit', cell: ([, from]) => from },
        ]}
      />
      <Heading level={2}>Wat niet meegaat</Heading>
      <Table
        caption="Wat niet meegaat, en waarom"
        rows={Object.entries(NOT_MAPPED)}
        rowKey={([key]) => key}
        columns={[
          { header: 'Wat', cell: ([, { label }]) => label },
          { header: 'Waarom', cell: ([, { why }]) => why },
        ]}
      />
    </Page>
  );
}

/** Every field of the standard that our schema knows, with what it is made of. */
const FILLED = {
  prs_Gender: 'geslacht; «onbekend» als aanmelders elkaar tegenspreken',
  prs_Nationality: 'nationaliteit, als het er één is',
  vic_AgreementToManagePersonalData: 'toestemming, bij een aanmelding met naam',
  vic_MethodOfRecruitment: 'hoe geworven: online, door partner of familie, anders of onbekend',
  vic_TypeOfLabourExploitation: 'het werk bij arbeidsuitbuiting, bedelarij en criminele uitbuiting',
  vic_TypeOfSexExploitation: 'prostitutie bij seksuele uitbuiting',
  org_Type: 'het soort aanmelder, als de standaard dat kent',
  hte_Type: 'uitbuiting in Nederland',
  hte_Country: 'uitbuiting in Nederland',
} as const;
