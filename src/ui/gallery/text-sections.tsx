import { day } from '../../shared-kernel/plain-date.ts';
import { DateText, MomentText, PartialDateText } from '../format/date-text.tsx';
import { Money } from '../format/money.tsx';
import { NumberText } from '../format/number-text.tsx';
import { In, Speaking } from '../language.tsx';
import { Alert } from '../show/alert.tsx';
import { DataList } from '../show/data-list.tsx';
import { Emergency } from '../show/emergency.tsx';
import { EmptyState } from '../show/empty-state.tsx';
import { Remarks } from '../show/remarks.tsx';
import { StatusBadge } from '../show/status-badge.tsx';
import { ActionGroup, Button, ButtonLink } from '../text/button.tsx';
import { Heading } from '../text/heading.tsx';
import { Link } from '../text/link.tsx';
import { BulletList, Paragraph } from '../text/paragraph.tsx';
import { PhoneLink } from '../text/phone-link.tsx';
import { Section } from './section.tsx';

/** Text, messages and states. */
export function TextSections() {
  return (
    <>
      <Section title="Tekst">
        <Paragraph>
          Een alinea met een <Link href="/gemeenten">koppeling</Link>, een datum (<DateText date={day('2026-11-24')} />
          ), een getal (<NumberText value={1062} />) en een bedrag (<Money euros={12_500} />
          ). Regels blijven kort, zodat u rustig kunt lezen, ook op een breed scherm.
        </Paragraph>
        <BulletList items={['Eerste punt', 'Tweede punt', 'Derde punt']} />
        <Paragraph>
          Een nummer dat klopt: <PhoneLink number="088 000 0000" isSure />. Een nummer dat u eerst nagaat:{' '}
          <PhoneLink number="088 000 0000" isSure={false} />.
        </Paragraph>
        <Heading level={3}>Een kop van het derde niveau</Heading>
        <Paragraph kind="small">Een kleine alinea voor een opmerking.</Paragraph>
        <Heading level={4}>Een kop van het vierde niveau</Heading>
        <ActionGroup>
          <Button emphasis="primary">Stel vast</Button>
          <Button>Bewaar</Button>
          <ButtonLink href="/overzicht">Naar het overzicht</ButtonLink>
          <Button emphasis="subtle">Annuleer</Button>
        </ActionGroup>
      </Section>
      <Section title="Bij een zaak die twee organisaties kennen">
        <Remarks
          about="een voorbeeld"
          href="/overzicht"
          remarks={[
            {
              id: 'eerste',
              isOwn: false,
              from: 'Fictieve Zorgcoördinatie Noord',
              at: new Date('2026-11-24T13:05:00Z'),
              text: 'Kan het gesprek een week later?',
              isWithdrawn: false,
            },
            {
              id: 'tweede',
              isOwn: true,
              from: 'u',
              at: new Date('2026-11-24T14:10:00Z'),
              text: undefined,
              isWithdrawn: true,
            },
          ]}
        />
      </Section>
      <Section title="Twee talen">
        <div lang="en" class="ib-flow">
          <Speaking language="en">
            <Paragraph>
              The same parts in English: a date (<DateText date={day('2026-11-24')} />
              ), a moment (<MomentText instant={new Date('2026-11-24T13:05:00Z')} />) and a number (
              <NumberText value={1062} />
              ). A piece in Dutch is marked: <In language="nl">één op de vijf</In>.
            </Paragraph>
            <Alert kind="info" title="this speaks English">
              <p>The fixed words follow the language of the page.</p>
            </Alert>
          </Speaking>
        </div>
      </Section>

      <Section title="Berichten en toestanden">
        <Emergency>
          Is iemand nu in gevaar? <Link href="tel:112">Bel 112</Link>
        </Emergency>
        <Alert kind="info" title="de scan duurt ongeveer een uur">
          <p>U kunt tussendoor stoppen. Uw antwoorden blijven bewaard.</p>
        </Alert>
        <Alert kind="warning" title="de borging verloopt over 90 dagen">
          <p>
            Plan op tijd een nieuwe vaststelling. <Link href="/gemeenten">Bekijk de aanpak</Link>
          </p>
        </Alert>
        <Alert kind="error">
          <p>Uw bestand is niet opgeslagen. Probeer het opnieuw.</p>
        </Alert>
        <p>
          <StatusBadge kind="ok" label="Geborgd" /> <StatusBadge kind="info" label="Vastgesteld" />{' '}
          <StatusBadge kind="warning" label="Verloopt binnenkort" /> <StatusBadge kind="error" label="Verlopen" />{' '}
          <StatusBadge kind="neutral" label="Nog niet begonnen" />
        </p>
        <DataList
          facts={[
            { label: 'Gemeente', value: 'Groningen' },
            { label: 'Vastgesteld op', value: <DateText date={day('2026-03-01')} /> },
            { label: 'Gezegd in', value: <PartialDateText date="2022-10" /> },
            { label: 'Bestuurder', value: undefined, changeHref: '#bestuurder' },
          ]}
        />
        <EmptyState
          title="Er zijn nog geen scans"
          next={
            <ButtonLink href="/gemeenten" emphasis="primary">
              Begin met de scan
            </ButtonLink>
          }
        >
          Met een scan ziet u in een uur waar uw gemeente staat en wat de volgende stap is.
        </EmptyState>
      </Section>
    </>
  );
}
