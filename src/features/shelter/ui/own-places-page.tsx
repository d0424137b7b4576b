import { addDays, daysBetween, dutchDay, type PlainDate } from '../../../shared-kernel/plain-date.ts';
import { DateText, MomentText } from '../../../ui/format/date-text.tsx';
import { Checkboxes } from '../../../ui/forms/checkboxes.tsx';
import { DateField } from '../../../ui/forms/date-field.tsx';
import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { HiddenField } from '../../../ui/forms/hidden-field.tsx';
import { SubmitButton } from '../../../ui/forms/submit-button.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { Alert } from '../../../ui/show/alert.tsx';
import { EmptyState } from '../../../ui/show/empty-state.tsx';
import { StatusBadge } from '../../../ui/show/status-badge.tsx';
import { Table } from '../../../ui/show/table.tsx';
import { ActionGroup, ButtonLink } from '../../../ui/text/button.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { Link } from '../../../ui/text/link.tsx';
import { Paragraph } from '../../../ui/text/paragraph.tsx';
import type { Callable } from '../domain/match.ts';
import { isStale, type Place, stateOn } from '../domain/place.ts';
import type { Placement } from '../domain/placement.ts';
import { NIGHT_WORDS, placesWord, TYPE_WORDS } from './shelter-words.ts';

interface Unit {
  readonly id: string;
  readonly name: string;
}
interface OwnPlace {
  readonly place: Place;
  readonly stay: Placement | undefined;
}

/** A shelter's own places tonight: one screen to say what is taken, one press when nothing changed. */
export function OwnPlacesPage(props: {
  frame: PageFrame;
  units: readonly Unit[];
  places: readonly OwnPlace[];
  checkedAt: Date | undefined;
  contact: Callable | undefined;
  today: PlainDate;
  /** The night of now: after midnight still last evening's. */
  night: PlainDate;
  formKey: string;
  values?: FieldValues | undefined;
  errors?: FieldErrors | undefined;
  done?: 'bevestigd' | 'bewaard' | 'nummer' | undefined;
}) {
  const { frame, units, places, checkedAt, today, night, errors } = props;
  const nameOf = (id: string) => units.find((unit) => unit.id === id)?.name ?? '';
  const stateOf = ({ place, stay }: OwnPlace) => stateOn(place, night, addDays(night, 1), stay !== undefined);
  const free = places.filter((each) => stateOf(each) === 'free').length;
  return (
    <Page
      frame={frame}
      title="Onze plekken"
      wide
      errors={errors}
      lead="Houd bij wat vannacht vrij is. Wie plaatst, ziet kenmerken en vrije nachten, nooit een naam of adres."
      status={<Done done={props.done} />}
    >
      {places.length === 0 ? (
        <EmptyState title="Er staan nog geen plekken">Leg een huis vast met zijn plekken.</EmptyState>
      ) : (
        <>
          <Paragraph>
            Vannacht vrij: <data value={free}>{placesWord(free)}</data> van{' '}
            <data value={places.length}>{places.length}</data>.{' '}
            {checkedAt ? (
              <>
                Bevestigd op <MomentText instant={checkedAt} />.
              </>
            ) : (
              'Nog nooit bevestigd.'
            )}
          </Paragraph>
          {isStale(checkedAt && dutchDay(checkedAt), today, daysBetween) ? (
            <Alert kind="warning" title="dit is niet meer zeker">
              <p>Wie plaatst, belt u nu eerst. Bevestig dat het klopt, of wijzig het hieronder.</p>
            </Alert>
          ) : null}
          <Form frame={frame} action="/opvang/ongewijzigd" idempotencyKey={`${props.formKey}o`} label="Ongewijzigd">
            <SubmitButton>Ongewijzigd: alles klopt</SubmitButton>
          </Form>
        </>
      )}
      <Paragraph>
        {props.contact
          ? `Wie plaatst, belt u op ${props.contact.number}. `
          : 'Wie plaatst, heeft van u nog geen nummer. '}
        <Link href="/opvang/nummer">{props.contact ? 'Wijzig het nummer' : 'Geef een telefoonnummer door'}</Link>
      </Paragraph>
      <ActionGroup>
        <ButtonLink href="/opvang/huizen/nieuw" emphasis="secondary">
          Leg een huis vast
        </ButtonLink>
        <ButtonLink href="/opvang/plaatsingen" emphasis="secondary">
          Bekijk de plaatsingen
        </ButtonLink>
        <ButtonLink href="/opvang/nachten" emphasis="secondary">
          Bekijk de nachten
        </ButtonLink>
      </ActionGroup>
      {places.length > 0 ? <StandForm {...props} nameOf={nameOf} /> : null}
      {places.length > 0 ? (
        <Table
          caption="Plekken vannacht"
          rows={places}
          rowKey={({ place }) => place.id}
          filterable
          columns={[
            {
              header: 'Plek',
              cell: ({ place }) => (
                <Link href={`/opvang/plekken/${place.id}`}>
                  {nameOf(place.unitId)}, plek {place.number}
                </Link>
              ),
            },
            { header: 'Soort', cell: ({ place }) => TYPE_WORDS[place.type].label },
            { header: 'Vannacht', cell: (each) => <StatusBadge {...NIGHT_WORDS[stateOf(each)]} /> },
            {
              header: 'Door',
              cell: ({ stay }) =>
                !stay ? (
                  '–'
                ) : stay.via === 'own' ? (
                  'onszelf'
                ) : (
                  <Link href={`/opvang/plaatsingen/${stay.id}`}>{stay.holderName}</Link>
                ),
            },
            {
              header: 'Verwacht vrij',
              kind: 'date',
              cell: ({ stay }) => (stay ? <DateText date={stay.until} /> : '–'),
            },
          ]}
        />
      ) : null}
      {units.length > 0 ? (
        <>
          <Heading level={2}>Huizen</Heading>
          <Table
            caption="Huizen"
            rows={units}
            rowKey={({ id }) => id}
            columns={[
              { header: 'Huis', cell: ({ id, name }) => <Link href={`/opvang/huizen/${id}`}>{name}</Link> },
              {
                header: 'Plekken',
                kind: 'number',
                cell: ({ id }) => {
                  const count = places.filter(({ place }) => place.unitId === id).length;
                  return <data value={count}>{count}</data>;
                },
              },
            ]}
          />
        </>
      ) : null}
    </Page>
  );
}

function Done({ done }: { done: 'bevestigd' | 'bewaard' | 'nummer' | undefined }) {
  if (!done) return null;
  return (
    <Alert kind="ok" title={done === 'bevestigd' ? 'bevestigd' : 'bewaard'}>
      <p>
        {done === 'nummer'
          ? 'Wie plaatst, ziet nu dit nummer.'
          : 'Wie plaatst, ziet dat het nu klopt. Over twee dagen vragen we het opnieuw.'}
      </p>
    </Alert>
  );
}

function StandForm(props: Parameters<typeof OwnPlacesPage>[0] & { nameOf: (id: string) => string }) {
  const { frame, places, values, errors, nameOf } = props;
  const ours = places.filter(({ stay }) => stay?.via === 'own').map(({ place }) => place.id);
  // what came through In Beeld ends there, by arrival and departure
  const choices = places
    .filter(({ stay }) => !stay || stay.via === 'own')
    .map(({ place }) => ({ value: place.id, label: `${nameOf(place.unitId)}, plek ${place.number}` }));
  return (
    <>
      <Heading level={2}>Wijzigen</Heading>
      <Form frame={frame} action="/opvang/stand" idempotencyKey={props.formKey} label="Wijzig wat bezet is">
        <HiddenField name="gezien" value={ours.join(' ')} />
        <Checkboxes
          name="bezet"
          label="Welke plekken hebt u zelf bezet?"
          description="Plekken die via In Beeld zijn gegeven, staan hier niet bij."
          values={{ bezet: values?.bezet ?? ours }}
          errors={errors}
          choices={choices}
        />
        <DateField
          name="vrijOp"
          label="Verwacht vrij op"
          optional
          description="Voor wat u nu aanvinkt. Weet u het niet? Laat het leeg."
          values={values ?? {}}
          errors={errors}
        />
        <SubmitButton emphasis="secondary">Bewaar en bevestig</SubmitButton>
      </Form>
    </>
  );
}
