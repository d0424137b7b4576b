import type { ComponentChildren } from 'preact';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { DateText, MomentText } from '../../../ui/format/date-text.tsx';
import { Filters } from '../../../ui/forms/filters.tsx';
import { SelectField } from '../../../ui/forms/select-field.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { Alert } from '../../../ui/show/alert.tsx';
import { DataList } from '../../../ui/show/data-list.tsx';
import { Sheet } from '../../../ui/show/sheet.tsx';
import { StatusBadge } from '../../../ui/show/status-badge.tsx';
import { Table } from '../../../ui/show/table.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { Link } from '../../../ui/text/link.tsx';
import { BulletList, Paragraph } from '../../../ui/text/paragraph.tsx';
import { AUTHORITY, SHELTER_TYPES, type ShelterType } from '../domain/place.ts';
import type { RightsEdition, RightsRoute } from '../domain/rights.ts';
import { CallGuardian } from './call-guardian.tsx';
import { AUTHORITY_WORDS, nothingFound, placesWord, TYPE_WORDS } from './shelter-words.ts';

const FREE = { href: '/plaatsen', label: 'Vrije plekken' };

/** Which kind of shelter belongs to somebody's position: that comes before looking for a place. */
export function RightsPage(props: { frame: PageFrame; edition: RightsEdition; route: RightsRoute; chosen: string }) {
  const { route, edition } = props;
  return (
    <Page
      frame={props.frame}
      title="Welke opvang past?"
      breadcrumbs={[FREE]}
      lead="De verblijfspositie bepaalt de soort opvang. Kies eerst die, dan de plek."
    >
      <Filters action="/plaatsen/welke-opvang" label="Kies de positie">
        <SelectField
          name="positie"
          label="Positie"
          placeholder="Nog niet bekend"
          values={{ positie: props.chosen }}
          choices={edition.routes.map(({ id, label }) => ({ value: id, label }))}
        />
      </Filters>
      <Heading level={2}>{route.label}</Heading>
      <Paragraph>{route.say}</Paragraph>
      <CallGuardian route={route} />
      {route.types.length > 0 ? (
        <Table
          caption="Soorten opvang die hierbij horen"
          rows={route.types}
          rowKey={(type) => type}
          columns={[
            {
              header: 'Soort',
              cell: (type) => <Link href={`/plaatsen?soort=${TYPE_WORDS[type].value}`}>{TYPE_WORDS[type].label}</Link>,
            },
            { header: 'Wie plaatst', cell: (type) => AUTHORITY_WORDS[AUTHORITY[type]] },
          ]}
        />
      ) : (
        <p>
          <StatusBadge kind="warning" label={nothingFound(route.id)} />{' '}
          <Link href="/plaatsen/vannacht">Wie belt u vannacht?</Link>
        </p>
      )}
      <Paragraph kind="small">
        Bron: {route.source}. {route.verifiedOn === null ? 'Nog te verifiëren.' : null}
      </Paragraph>
    </Page>
  );
}

/** A line to call, and whether somebody answers it at this hour. */
interface Answering {
  readonly state: 'open' | 'closed' | 'unknown';
  readonly opensAt?: { readonly date: PlainDate; readonly time: string };
}

/** What to do when CoMensha is closed: the police place in emergency beds of their region. [found: comensha.nl, 24/7] */
const CLOSED_AT_NIGHT =
  'Is CoMensha dicht en is er vannacht een plek nodig? Bel de politie. De politie plaatst in noodbedden in de eigen regio. Of bel zelf een opvang, en bel CoMensha zodra het weer open is.';

/** The same for the police themselves: they place by telephone (docs/decisions/0035). */
const CLOSED_FOR_POLICE =
  'Is CoMensha dicht en is er vannacht een plek nodig? U plaatst zelf in noodbedden in uw eigen regio. Bel zo’n opvang, en vraag haar het bed in In Beeld meteen op bezet te zetten. Bel CoMensha zodra het weer open is.';

/** Whether CoMensha answers now, and what to do when it does not. Who places there is not sent to the own number. */
function AtThisHour(props: { answering: Answering | undefined; isPlacing: boolean; isPolice: boolean }) {
  const { answering, isPlacing, isPolice } = props;
  if (answering?.state === 'open')
    return isPlacing ? null : (
      <Alert kind="ok" title="CoMensha is nu open">
        <p>Bel CoMensha. Het nummer staat op het blad hieronder.</p>
      </Alert>
    );
  return (
    <Alert
      kind="warning"
      title={answering?.state === 'closed' ? 'CoMensha is nu dicht' : 'wij weten niet of CoMensha nu open is'}
    >
      {answering?.opensAt ? (
        <p>
          Weer open op <DateText date={answering.opensAt.date} /> om {answering.opensAt.time.replace(':', '.')} uur.
        </p>
      ) : null}
      <p>{isPolice ? CLOSED_FOR_POLICE : CLOSED_AT_NIGHT}</p>
    </Alert>
  );
}

/** Who may place where tonight, what to bring and whom to call: on screen, and on a sheet to print. */
export function TonightPage(props: {
  frame: PageFrame;
  now: Date;
  /** How many places of each kind are free; undefined for who places nobody. */
  free: Readonly<Partial<Record<ShelterType, number>>> | undefined;
  /** Whoever reads it places in emergency beds herself. */
  isPolice: boolean;
  /** Whether CoMensha answers at this hour; undefined when no line of it is known. */
  coMensha: Answering | undefined;
  lines: ComponentChildren;
  mark: string | undefined;
}) {
  return (
    <Page
      frame={props.frame}
      title="Vannacht"
      breadcrumbs={props.free ? [FREE] : []}
      lead="Print dit blad elke dag opnieuw, voor als het scherm er vannacht niet is."
    >
      <AtThisHour answering={props.coMensha} isPlacing={props.free !== undefined} isPolice={props.isPolice} />
      {props.free ? (
        <Paragraph>
          Vond u aan de telefoon een plek? <Link href="/plaatsen">Zoek de plek op</Link> en kies «aan de telefoon
          beloofd». Dan is de plek meteen voor niemand anders. Komt u er nu niet aan toe, leg de plek dan later vast.
        </Paragraph>
      ) : null}
      <Sheet id="vannacht" title="Een veilige plek voor vannacht" mark={props.mark}>
        <p>
          Gemaakt op <MomentText instant={props.now} />. Kijk daarna opnieuw. Alleen voor professionals: hang dit niet
          waar bezoekers komen.
        </p>
        <p>Is iemand in gevaar? Bel 112.</p>
        <p>{CLOSED_AT_NIGHT}</p>
        <Heading level={3}>Wie mag waar plaatsen</Heading>
        <DataList
          facts={SHELTER_TYPES.map((type) => ({
            label: TYPE_WORDS[type].label,
            value: props.free
              ? `${AUTHORITY_WORDS[AUTHORITY[type]]} Vrij toen dit werd geprint: ${placesWord(props.free[type] ?? 0)}. Bel na of het nog zo is.`
              : AUTHORITY_WORDS[AUTHORITY[type]],
          }))}
        />
        <p>
          Gaf de politie vannacht een noodbed? Vraag de opvang om dat bed in In Beeld meteen op bezet te zetten. Dan
          staat het voor niemand meer als vrij. Bel CoMensha zodra het open is.
        </p>
        <Heading level={3}>Wat neemt de persoon mee</Heading>
        <BulletList
          items={[
            'medicijnen, en papieren als die er zijn',
            'kleren voor een paar dagen',
            'een telefoon: vraag eerst of iemand anders kan zien waar die is',
          ]}
        />
        <Heading level={3}>Vervoer en tolk</Heading>
        <BulletList
          items={[
            props.free
              ? 'Spreek af wie brengt, en meld in In Beeld dat de persoon onderweg is.'
              : 'Spreek af wie brengt, en bel de opvang als de persoon onderweg is.',
            'Vraag de opvang welke taal ze daar spreken. Regel anders een tolk aan de telefoon.',
            'Geef het adres alleen aan wie brengt.',
          ]}
        />
        <Heading level={3}>Wie belt u</Heading>
        {props.lines}
        <p class="ib-soft">
          Wat iemand meeneemt en hoe het vervoer gaat, is een voorstel van In Beeld, nog te verifiëren met opvang en
          CoMensha.
        </p>
      </Sheet>
    </Page>
  );
}
