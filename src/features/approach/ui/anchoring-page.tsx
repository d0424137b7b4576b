import type { ComponentChildren } from 'preact';
import { writeDutchDate } from '../../../shared-kernel/plain-date.ts';
import { DateText } from '../../../ui/format/date-text.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { Alert } from '../../../ui/show/alert.tsx';
import { DataList } from '../../../ui/show/data-list.tsx';
import { Disclosure } from '../../../ui/show/disclosure.tsx';
import { StatusBadge } from '../../../ui/show/status-badge.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { Link } from '../../../ui/text/link.tsx';
import { BulletList } from '../../../ui/text/paragraph.tsx';
import type { Anchoring, TestResult } from '../domain/anchoring.ts';
import { type Fact, type FactSource, givenDay, NO_DATE } from '../domain/fact.ts';

/** Who says so, as people read it. */
const SOURCE_NAMES: Readonly<Record<FactSource, string>> = {
  scan: 'scan',
  'focal-point': 'vastlegging bij K2.1',
  plan: 'plan',
  adoption: 'vastgesteld besluit',
  region: 'opgave van de regio',
  'public-source': 'openbare bron',
  'reporting-route': 'meldroute',
  drill: 'oefening',
  statement: 'verklaring van de gemeente',
  signals: 'signalen',
  learning: 'training',
  care: 'zorgcoördinatie',
  shelter: 'opvangafspraken',
  registration: 'registratie',
  collaboration: 'samenwerking',
  instruments: 'bestuurlijke instrumenten',
};

const stated = (element: string) => ({
  href: `/aanpak/borging/verklaring?onderdeel=${element}`,
  label: `Leg ${element} vast met een verklaring`,
});
const ADOPTION = { href: '/aanpak/vaststelling', label: 'Leg het besluit over uw plan vast' };
const FOCAL_POINT = { href: '/aanpak/K2.1', label: 'Leg de aandachtsfunctionaris en de vervanger vast' };
const HAND_OVER = { href: '/aanpak/borging/verklaring?onderdeel=K2.1', label: 'Leg de overdracht vast' };

/** Where each test is arranged. */
const ARRANGE: Readonly<Record<number, readonly { readonly href: string; readonly label: string }[]>> = {
  1: [ADOPTION, stated('K1.1')],
  2: [ADOPTION, stated('K1.1')],
  3: [FOCAL_POINT],
  4: [stated('K1.5')],
  5: [stated('K1.7'), stated('K3.7')],
  6: [stated('K1.8')],
  7: [
    { href: '/meldroute', label: 'Oefen de meldroute en leg de uitkomst vast' },
    { href: '/aanpak/borging/oefening', label: 'Leg een andere oefening vast' },
  ],
  8: [stated('K4.1'), stated('K4.2')],
  9: [stated('K1.9')],
  10: [HAND_OVER, FOCAL_POINT],
};

/** Whether the approach is anchored: ten tests, computed from what is recorded. There is nothing to tick here. */
export function AnchoringPage(props: {
  readonly frame: PageFrame;
  readonly anchoring: Anchoring;
  readonly saved: boolean;
  readonly mayWrite: boolean;
}) {
  const { tests, isAnchored, anchoredUntil } = props.anchoring;
  const passed = tests.filter((test) => test.isPassed).length;
  return (
    <Page
      frame={props.frame}
      title="Borging"
      breadcrumbs={[{ href: '/aanpak', label: 'Aanpak' }]}
      status={
        <>
          {props.saved ? <Alert kind="ok" title="vastgelegd" /> : null}
          {isAnchored ? (
            <Alert kind="ok" title="uw aanpak is geborgd">
              <p>
                {anchoredUntil
                  ? `Dat geldt tot ${writeDutchDate(anchoredUntil)}. Wij waarschuwen op tijd.`
                  : 'Er loopt niets af.'}
              </p>
            </Alert>
          ) : (
            <Alert kind="info" title={`nog niet geborgd: ${passed} van de ${tests.length} toetsen gehaald`}>
              <p>Deze toetsen zijn nog niet gehaald. Daar staat wat er mist, en waar u het regelt.</p>
              <BulletList
                items={tests
                  .filter(({ isPassed }) => !isPassed)
                  .map(({ test }) => (
                    <Link key={test.number} href={`#toets-${test.number}`}>
                      {`${test.number}. ${test.title}`}
                    </Link>
                  ))}
              />
            </Alert>
          )}
        </>
      }
      lead="Een aanpak is geborgd als hij blijft werken, ook als mensen vertrekken. Dat volgt uit wat is vastgelegd; niemand vinkt het aan."
    >
      {props.mayWrite ? (
        <BulletList
          items={[
            <Link key="oefening" href="/aanpak/borging/oefening">
              Leg een oefening vast
            </Link>,
            <Link key="verklaring" href="/aanpak/borging/verklaring">
              Leg een verklaring vast over wat elders is geregeld
            </Link>,
          ]}
        />
      ) : null}
      {tests.map((test) => (
        <TestSection key={test.test.number} {...test} mayWrite={props.mayWrite} />
      ))}
      <p class="ib-soft">
        De tien toetsen zijn een uitwerking van In Beeld. Het Kader (2021) schrijft ze niet voor. Een oefening met een
        verslag is genoeg om te tonen dat de aanpak werkt: u hoeft geen signalen te zoeken.
      </p>
    </Page>
  );
}

function TestSection({ test, isPassed, evidence, lapsesOn, missing, mayWrite }: TestResult & { mayWrite: boolean }) {
  const id = `toets-${test.number}`;
  return (
    <section class="ib-flow" aria-labelledby={id}>
      <Heading level={2} id={id}>{`${test.number}. ${test.title}`}</Heading>
      <p>
        <StatusBadge kind={isPassed ? 'ok' : 'warning'} label={isPassed ? 'Gehaald' : 'Nog niet gehaald'} />{' '}
        {test.question}
      </p>
      {isPassed ? (
        <>
          {evidence.length === 0 ? <p>Er is niemand vertrokken, voor zover hier bekend is.</p> : null}
          <p>
            {lapsesOn ? (
              <>
                Vervalt op <DateText date={lapsesOn} />.
              </>
            ) : (
              'Dit heeft geen einddatum.'
            )}
          </p>
          {evidence.length > 0 ? (
            <Disclosure summary={`Bekijk het bewijs bij toets ${test.number}`}>
              {evidence.map((fact) => (
                <DataList key={fact.id} facts={factLines(fact)} />
              ))}
            </Disclosure>
          ) : null}
        </>
      ) : (
        <>
          <p>{missing}</p>
          {mayWrite ? (
            <BulletList
              items={(ARRANGE[test.number] ?? []).map(({ href, label }) => (
                <Link key={href} href={href}>
                  {label}
                </Link>
              ))}
            />
          ) : null}
        </>
      )}
    </section>
  );
}

function factLines(fact: Fact): readonly { readonly label: string; readonly value: ComponentChildren }[] {
  const { evidenceTitle, evidenceLink, evidenceFileId } = fact;
  const day = givenDay(fact);
  const proof = evidenceTitle ?? evidenceLink ?? (evidenceFileId && 'document');
  return [
    { label: 'Bewijs', value: `${fact.statement}${fact.state === 'regional' ? ' (regionaal belegd)' : ''}` },
    {
      label: 'Stuk',
      value: evidenceFileId ? (
        <Link href={`/bestanden/${evidenceFileId}`}>{proof}</Link>
      ) : evidenceLink ? (
        <Link href={evidenceLink}>{proof}</Link>
      ) : (
        proof
      ),
    },
    { label: 'Van', value: day ? <DateText date={day} /> : NO_DATE },
    { label: 'Bron', value: `${SOURCE_NAMES[fact.source]}, vastgelegd door ${fact.reportedBy}` },
  ];
}
