import { NumberText } from '../../../ui/format/number-text.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { Alert } from '../../../ui/show/alert.tsx';
import { DataList } from '../../../ui/show/data-list.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { Link } from '../../../ui/text/link.tsx';
import { BulletList, Paragraph } from '../../../ui/text/paragraph.tsx';
import type { Study } from '../domain/study.ts';
import { SourceName, writeYears } from './figure-words.tsx';
import { OverlapParts, ResultParts, type StudyFrame } from './study-parts.tsx';

/** How one estimates what one cannot see, shown on the published Dutch table. `study` is absent while it is being computed. */
export function EstimatingPage(props: {
  frame: PageFrame;
  title: string;
  years: readonly number[];
  source: string;
  hash: string;
  study: Study | 'busy' | 'failed';
  shown: StudyFrame;
}) {
  const { study, shown } = props;
  return (
    <Page
      frame={props.frame}
      title="Hoe schat u wat u niet ziet?"
      breadcrumbs={[{ href: '/cijfers', label: 'Cijfers' }]}
      wide
    >
      <Paragraph kind="lead">
        Met lijsten die elkaar overlappen. Hoe kleiner de overlap, hoe meer mensen waarschijnlijk op geen enkele lijst
        staan.
      </Paragraph>
      <Heading level={2}>Waarom overlap telt</Heading>
      <Paragraph>
        Stel: de politie kent <NumberText value={100} /> mensen en de zorg ook. Staan er <NumberText value={50} /> op
        allebei de lijsten? Dan ziet de zorg de helft van wie de politie kent. Waarschijnlijk ziet zij dan ook ongeveer
        de helft van iedereen. Het totaal is dan ongeveer <NumberText value={200} />. Staan er maar{' '}
        <NumberText value={10} /> op allebei, dan is het totaal ongeveer <NumberText value={1000} />.
      </Paragraph>
      <Paragraph>
        Dat klopt alleen als de lijsten niets met elkaar te maken hebben. In het echt verwijst de een naar de ander. Of
        kent de een juist andere mensen dan de ander. Dan moet de rekenaar kiezen hoe, en die keuze bepaalt het
        antwoord.
      </Paragraph>
      <Heading level={2}>De Nederlandse tabel</Heading>
      <Paragraph>
        {props.title}. Bron: <SourceName>{props.source}</SourceName>.
      </Paragraph>
      {study === 'busy' ? (
        <Alert kind="info" title="Wij rekenen nog">
          <p>Dit duurt een paar tellen. Deze bladzijde ververst zichzelf.</p>
        </Alert>
      ) : study === 'failed' ? (
        <Alert kind="warning" title="De berekening lukte nu niet">
          <p>
            <Link href="/cijfers/schatten">Probeer het opnieuw</Link>. De gepubliceerde cijfers staan bij{' '}
            <Link href="/cijfers">Cijfers</Link>.
          </p>
        </Alert>
      ) : (
        <>
          <OverlapParts study={study} frame={shown} />
          <ResultParts study={study} frame={shown} />
        </>
      )}
      <Heading level={2}>Wanneer wij geen getal geven</Heading>
      <BulletList
        items={[
          'Niemand staat op twee lijsten: het totaal kan dan elk aantal zijn.',
          'Minder dan tien mensen staan op twee lijsten: één persoon verandert dan te veel.',
          'Een lijst bevat niemand of iedereen, of is gelijk aan een andere: die doet niet mee.',
          'Het model heeft geen beste antwoord, of meer dan een: dan zeggen wij dat.',
        ]}
      />
      <Heading level={2}>Waarom de gepubliceerde schatting anders is</Heading>
      <Paragraph>
        De onderzoekers keken ook naar leeftijd, geslacht, nationaliteit, vorm van uitbuiting en jaar. Die gegevens zijn
        niet openbaar. Met alleen deze tabel komt niemand op hun getal uit. Noem daarom nooit een getal van deze
        bladzijde als het aantal slachtoffers in Nederland.
      </Paragraph>
      {typeof study === 'object' ? (
        <>
          <Heading level={2}>Zelf narekenen</Heading>
          <DataList
            facts={[
              { label: 'Jaren', value: writeYears(props.years) },
              { label: 'Tabel', value: <code>{props.hash.slice(0, 23)}…</code> },
              { label: 'Begingetal', value: <NumberText value={study.options.seed} /> },
              { label: 'Herhalingen', value: <NumberText value={study.options.bootstrap} /> },
              { label: 'Versie van de rekenkern', value: <code>{study.version}</code> },
              { label: 'Alles in één bestand', value: <Link href="/cijfers/schatten.json">JSON</Link> },
            ]}
          />
        </>
      ) : null}
    </Page>
  );
}
