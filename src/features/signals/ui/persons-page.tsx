import { type PlainDate, writeDutchDate } from '../../../shared-kernel/plain-date.ts';
import { MomentText } from '../../../ui/format/date-text.tsx';
import { DateField } from '../../../ui/forms/date-field.tsx';
import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { HiddenField } from '../../../ui/forms/hidden-field.tsx';
import { Radios } from '../../../ui/forms/radios.tsx';
import { SubmitButton } from '../../../ui/forms/submit-button.tsx';
import { TextArea } from '../../../ui/forms/text-area.tsx';
import { TextField } from '../../../ui/forms/text-field.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { Alert } from '../../../ui/show/alert.tsx';
import { DataList } from '../../../ui/show/data-list.tsx';
import { EmptyState } from '../../../ui/show/empty-state.tsx';
import { Timeline } from '../../../ui/show/timeline.tsx';
import { ButtonLink } from '../../../ui/text/button.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { Paragraph } from '../../../ui/text/paragraph.tsx';
import type { SignalReport } from '../domain/signal-report.ts';
import type { SignalStatus } from '../domain/signal-status.ts';
import { LinkedSignals } from './linked-signals.tsx';

/** The persons of a signal: that they are known, and who opened them; who they are only after giving a reason. */
export function PersonsPage(props: {
  frame: PageFrame;
  report: Pick<SignalReport, 'code' | 'kind' | 'closedOn'>;
  persons: readonly { readonly id: string; readonly recordedOn: PlainDate }[];
  openings: readonly {
    readonly id: string;
    readonly openedAt: Date;
    readonly openedByName: string;
    readonly reason: string;
  }[];
  samePerson: readonly (SignalReport & { readonly status: SignalStatus })[];
  hasReach: boolean;
  /** A care coordinator who was let in reads who it is; the signal is not hers. */
  isWeigher: boolean;
  opened:
    | {
        readonly person: {
          readonly name: string;
          readonly birthDate: PlainDate | undefined;
          readonly safeReach: string | undefined;
        };
      }
    | { readonly reach: string }
    | undefined;
  formKey: string;
  values: FieldValues;
  errors?: FieldErrors | undefined;
  conflict?: string | undefined;
  isRecorded: boolean;
  /** She helps people in cases of her own: one can begin here. */
  mayBeginCase: boolean;
}) {
  const { frame, report, persons, opened, values, errors } = props;
  const path = `/meldingen/${report.code}/personen`;
  const choices = [
    ...persons.map(({ id, recordedOn }, index) => ({
      value: id,
      label: `Persoon ${index + 1}, vastgelegd op ${writeDutchDate(recordedOn)}`,
    })),
    ...(props.hasReach ? [{ value: '', label: 'Hoe de bron te bereiken is' }] : []),
  ];
  const [first] = choices;
  return (
    <Page
      frame={frame}
      title={
        props.isWeigher
          ? `Wie het is, en wie het vertelde: signaal ${report.code}`
          : `Wie het is: signaal ${report.code}`
      }
      breadcrumbs={
        props.isWeigher
          ? [
              { href: '/meldingen', label: 'Meldingen' },
              { href: `/meldingen/${report.code}`, label: `Signaal ${report.code}` },
            ]
          : undefined
      }
      errors={errors}
      status={
        props.conflict ? (
          <Alert kind="warning" title="dit kon niet">
            <p>{props.conflict}</p>
          </Alert>
        ) : props.isRecorded ? (
          <Alert kind="ok">
            <p>De persoon is vastgelegd, apart en verzegeld.</p>
          </Alert>
        ) : undefined
      }
      lead="Wie iemand is, staat apart van het signaal. U opent het alleen met een reden, en de FG ziet dat."
    >
      {opened ? (
        <section class="ib-flow" aria-labelledby="geopend">
          <Heading level={2} id="geopend">
            Geopend voor u
          </Heading>
          <DataList
            facts={
              'reach' in opened
                ? [{ label: 'De bron is te bereiken', value: opened.reach }]
                : [
                    { label: 'Naam', value: opened.person.name },
                    {
                      label: 'Geboortedatum',
                      value: opened.person.birthDate ? writeDutchDate(opened.person.birthDate) : undefined,
                    },
                    { label: 'Veilig te bereiken', value: opened.person.safeReach },
                  ]
            }
          />
          <Paragraph kind="small">Dit staat hier tot u de pagina verlaat. Stuur nooit een brief naar huis.</Paragraph>
        </section>
      ) : null}
      {first ? (
        <section class="ib-flow" aria-labelledby="bekend">
          <Heading level={2} id="bekend">
            {persons.length === 0
              ? 'Hoe de bron te bereiken is'
              : persons.length === 1
                ? 'Er is 1 persoon vastgelegd'
                : `Er zijn ${persons.length} personen vastgelegd`}
          </Heading>
          <Form frame={frame} action={`${path}/openen`} idempotencyKey={props.formKey} autocomplete="off" label="Open">
            {choices.length === 1 ? (
              <HiddenField name="persoonId" value={first.value} />
            ) : (
              <Radios
                values={{ persoonId: first.value, ...values }}
                errors={errors}
                name="persoonId"
                label="Wat wilt u openen?"
                choices={choices}
              />
            )}
            <TextArea
              values={values}
              errors={errors}
              name="reden"
              label="Waarom moet u dit nu weten?"
              description="Minstens 20 tekens, zonder naam. Uw reden blijft bij dit signaal staan."
              rows={2}
            />
            <SubmitButton emphasis="secondary">Open met deze reden</SubmitButton>
          </Form>
        </section>
      ) : (
        <EmptyState title="Er is nog niemand vastgelegd">
          {props.isWeigher
            ? 'Leg pas vast wie het is als dat nodig is om te helpen. Overleggen kan altijd zonder naam.'
            : 'Vraag de aandachtsfunctionaris hoe u deze persoon veilig bereikt.'}
        </EmptyState>
      )}
      {props.mayBeginCase && persons.length > 0 ? (
        <p>
          <ButtonLink href={`/zorgcoordinatie/dossiers/nieuw/signaal/${report.code}`}>
            Begin hieruit een dossier
          </ButtonLink>
        </p>
      ) : null}
      {props.isWeigher ? (
        <LinkedSignals
          id="zelfde-persoon"
          title="Met dezelfde persoon"
          intro="Dezelfde naam en geboortedatum, alleen binnen uw eigen gemeente. Wat in die signalen staat, ziet u als u ze opent."
          signals={props.samePerson}
        />
      ) : null}
      {props.openings.length > 0 ? (
        <section class="ib-flow" aria-labelledby="wie-opende">
          <Heading level={2} id="wie-opende">
            Wie dit opende
          </Heading>
          <Timeline
            label="Wie dit opende"
            items={props.openings.map(({ id, openedAt, openedByName, reason }) => ({
              id,
              at: openedAt,
              title: reason,
              by: openedByName,
            }))}
          />
        </section>
      ) : null}
      {!props.isWeigher || report.closedOn || report.kind !== 'person' ? null : (
        <section class="ib-flow" aria-labelledby="vastleggen">
          <Heading level={2} id="vastleggen">
            Leg vast wie het is
          </Heading>
          <Form
            frame={frame}
            action={path}
            idempotencyKey={`${props.formKey}n`}
            autocomplete="off"
            label="Leg vast wie het is"
          >
            <TextField values={values} errors={errors} name="naam" label="Naam" autocomplete="off" spellcheck={false} />
            <DateField
              values={values}
              errors={errors}
              name="geboortedatum"
              label="Geboortedatum"
              description="Alleen hiermee herkent In Beeld dezelfde persoon in een ander signaal."
              autocomplete="off"
              optional
            />
            <TextField
              values={values}
              errors={errors}
              name="bereiken"
              label="Hoe is deze persoon veilig te bereiken?"
              description="Alleen als dat al bekend is. Geen BSN."
              autocomplete="off"
              optional
            />
            <SubmitButton>Leg vast</SubmitButton>
          </Form>
        </section>
      )}
    </Page>
  );
}

/** For the officer for data protection: who opened which person and why, never who it was. */
export function OpeningsPage(props: {
  frame: PageFrame;
  openings: readonly {
    readonly id: string;
    readonly code: string;
    readonly openedAt: Date;
    readonly openedByName: string;
    readonly reason: string;
  }[];
}) {
  return (
    <Page
      frame={props.frame}
      title="Wie in een signaal een persoon opende"
      breadcrumbs={[{ href: '/privacyloket', label: 'Privacyloket' }]}
      lead="De laatste honderd keer. Over wie het ging, staat hier niet."
    >
      {props.openings.length === 0 ? (
        <EmptyState title="Niemand opende een persoon">
          Wie een signaal weegt, opent alleen met een reden wie iemand is. Dat staat dan hier.
        </EmptyState>
      ) : (
        <ol class="ib-timeline" aria-label="Wie een persoon opende">
          {props.openings.map((opening) => (
            <li class="ib-timeline__item" key={opening.id}>
              <p class="ib-timeline__title">{opening.reason}</p>
              <p class="ib-soft">
                <MomentText instant={opening.openedAt} /> · {opening.openedByName} · signaal {opening.code}
              </p>
            </li>
          ))}
        </ol>
      )}
    </Page>
  );
}
