import { type PlainDate, writeDutchDate } from '../../../shared-kernel/plain-date.ts';
import { DateText } from '../../../ui/format/date-text.tsx';
import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { Radios } from '../../../ui/forms/radios.tsx';
import { SelectField } from '../../../ui/forms/select-field.tsx';
import { SubmitButton } from '../../../ui/forms/submit-button.tsx';
import { TextField } from '../../../ui/forms/text-field.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { Alert } from '../../../ui/show/alert.tsx';
import { EmptyState } from '../../../ui/show/empty-state.tsx';
import { Table } from '../../../ui/show/table.tsx';
import { ButtonLink } from '../../../ui/text/button.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { Link } from '../../../ui/text/link.tsx';
import { Paragraph } from '../../../ui/text/paragraph.tsx';
import { asksNonPunishment, MOST_READERS, type OffenderKind, type OffenderNote } from '../domain/offender.ts';
import { DeedStatus } from './deed-status.tsx';
import { choicesOf, MINOR_WORDS } from './signal-words.ts';

export const OFFENDER_WORDS: Readonly<Record<OffenderKind, string>> = {
  name: 'Naam',
  plate: 'Kenteken',
  phone: 'Telefoonnummer',
};

/** Which form of the page came back. */
export type OffenderDeed = 'record' | 'keep' | 'drop';

type Note = OffenderNote & { readonly content: string | undefined; readonly isReadable: boolean };

/** What is recorded of alleged offenders in a signal, for the three who were named. */
export function OffendersPage(props: {
  readonly frame: PageFrame;
  readonly code: string;
  readonly isOpen: boolean;
  readonly notes: readonly Note[];
  readonly deed: OffenderDeed | undefined;
  readonly values: FieldValues;
  readonly errors?: FieldErrors | undefined;
  readonly conflict?: string | undefined;
  readonly saved: boolean;
  readonly formKey: string;
}) {
  const { frame, code, notes } = props;
  const path = `/meldingen/${code}/daders`;
  const typed = (own: OffenderDeed) =>
    props.deed === own ? { values: props.values, errors: props.errors } : { values: {} };
  // the number says in the forms which row is meant, without repeating what it says
  const numberOf = (id: string) => notes.findIndex((note) => note.id === id) + 1;
  const named = notes.map(({ id, kind, recordedOn }) => ({
    value: id,
    label: `${numberOf(id)}. ${OFFENDER_WORDS[kind]}, vastgelegd op ${writeDutchDate(recordedOn)}`,
  }));
  return (
    <Page
      frame={frame}
      title="Mogelijke daders"
      errors={props.errors}
      breadcrumbs={[
        { href: '/meldingen', label: 'Meldingen' },
        { href: `/meldingen/${code}`, label: code },
      ]}
      status={<DeedStatus conflict={props.conflict} saved={props.saved} />}
      lead="Dit lezen alleen de mensen die de burgemeester noemde, hoogstens drie. Verdacht is iemand pas als politie of OM dat zegt."
    >
      {notes.some(asksNonPunishment) ? (
        <Alert kind="warning" title="iemand kan slachtoffer én mogelijke dader zijn">
          <p>
            Wie gedwongen werd tot strafbare feiten, hoort daarvoor niet te worden gestraft (non-punishmentbeginsel).
            Zeg dat erbij als u dit overdraagt, en betrek eerst de zorgcoördinator. Hoe dit in de wet komt te staan
            (wetsvoorstel 36 547), is nog te verifiëren.
          </p>
        </Alert>
      ) : null}
      {notes.length === 0 ? (
        <EmptyState title="Er is niets vastgelegd">Leg alleen vast wat nodig is.</EmptyState>
      ) : (
        <Table
          caption="Wat is vastgelegd"
          captionHidden
          rows={notes}
          rowKey={({ id }) => id}
          columns={[
            { header: 'Soort', cell: ({ id, kind }) => `${numberOf(id)}. ${OFFENDER_WORDS[kind]}` },
            {
              header: 'Inhoud',
              cell: (note) =>
                note.content ?? (
                  <span class="ib-soft">
                    {note.isReadable
                      ? 'verzegeld; open de pagina opnieuw'
                      : 'verzegeld tot is bekeken of het nog nodig is'}
                  </span>
                ),
            },
            { header: 'Misschien ook slachtoffer', cell: ({ mayBeVictim }) => MINOR_WORDS[mayBeVictim] },
            { header: 'Vastgelegd door', cell: ({ recordedByName }) => recordedByName },
            { header: 'Opnieuw bekijken', kind: 'date', cell: ({ reviewBy }) => <DateText date={reviewBy} /> },
          ]}
        />
      )}
      {notes.length === 0 ? null : (
        <section class="ib-flow" aria-labelledby="nog-nodig">
          <Heading level={2} id="nog-nodig">
            Nog nodig?
          </Heading>
          <Form
            frame={frame}
            action={`${path}/bewaren`}
            idempotencyKey={`${props.formKey}bewaren`}
            autocomplete="off"
            label="Zeg waarom dit nog nodig is"
          >
            <SelectField name="notitie" label="Wat is nog nodig?" choices={named} {...typed('keep')} />
            <TextField
              name="reden"
              label="Waarom?"
              description="In minstens twintig tekens, zonder namen. Daarna vraagt In Beeld het over drie maanden opnieuw."
              {...typed('keep')}
            />
            <SubmitButton emphasis="secondary">Bewaar drie maanden langer</SubmitButton>
          </Form>
          <Heading level={2} id="niet-meer-nodig">
            Niet meer nodig?
          </Heading>
          <Form
            frame={frame}
            action={`${path}/wissen`}
            idempotencyKey={`${props.formKey}wissen`}
            label="Wis wat niet meer nodig is"
          >
            <SelectField name="gegeven" label="Wat is niet meer nodig?" choices={named} {...typed('drop')} />
            <SubmitButton emphasis="secondary">Wis dit nu</SubmitButton>
          </Form>
        </section>
      )}
      {props.isOpen ? (
        <section class="ib-flow" aria-labelledby="vastleggen">
          <Heading level={2} id="vastleggen">
            Leg iets vast
          </Heading>
          <Form frame={frame} action={path} idempotencyKey={props.formKey} autocomplete="off" label="Leg iets vast">
            <Radios name="soort" label="Wat is het?" choices={choicesOf(OFFENDER_WORDS)} {...typed('record')} />
            <TextField
              name="inhoud"
              label="Naam, kenteken of nummer"
              description="Eén ding tegelijk. Geen BSN."
              autocomplete="off"
              {...typed('record')}
            />
            <Radios
              name="ookSlachtoffer"
              label="Kan deze persoon zelf ook slachtoffer zijn?"
              choices={choicesOf(MINOR_WORDS)}
              {...typed('record')}
            />
            <SubmitButton>Leg vast</SubmitButton>
          </Form>
        </section>
      ) : null}
      <Paragraph kind="small">
        Dit wordt gewist met het signaal, en uiterlijk als de bewaartermijn voorbij is. Dat u het opende, staat in het
        logboek dat de FG leest. De grondslag (AVG artikel 10 met UAVG 31–33) is nog te verifiëren.
      </Paragraph>
      <p>
        <Link href={`/meldingen/${code}`}>Terug naar het signaal</Link>
      </p>
    </Page>
  );
}

const CLOSED =
  ' De startpoort voor dit onderdeel is nog dicht: uw FG weet wat er ontbreekt. Daarna noemt u hier iemand.';

/** For the mayor: who may read about alleged offenders. */
export function OffenderReadersPage(props: {
  readonly frame: PageFrame;
  readonly readers: readonly {
    readonly personId: string;
    readonly name: string;
    readonly namedByName: string;
    readonly namedOn: PlainDate;
  }[];
  readonly candidates: readonly { readonly personId: string; readonly name: string }[];
  readonly values: FieldValues;
  readonly errors?: FieldErrors | undefined;
  readonly conflict?: string | undefined;
  readonly saved: boolean;
  readonly formKey: string;
  /** A second person was asked to agree. */
  readonly isAsked: boolean;
  /** Nobody is named while the start gate of this part is closed. */
  readonly isOpen: boolean;
}) {
  const { frame, readers, candidates, values, errors } = props;
  return (
    <Page
      frame={frame}
      title="Wie gegevens over mogelijke daders leest"
      errors={errors}
      status={
        props.isAsked ? (
          <Alert kind="ok" title="gevraagd">
            <p>Een tweede bestuurder of een teamleider keurt het goed. Tot dan leest deze persoon niets.</p>
          </Alert>
        ) : (
          <DeedStatus conflict={props.conflict} saved={props.saved} />
        )
      }
      lead={`Hoogstens ${MOST_READERS} aandachtsfunctionarissen, met naam. U vraagt het, en een tweede persoon keurt het goed. Ook dan pas als de startpoort voor dit onderdeel open is.`}
    >
      {readers.length === 0 ? (
        <EmptyState
          title="Er is niemand genoemd"
          next={<ButtonLink href="/meldingen/cijfers">Bekijk de signalen in cijfers</ButtonLink>}
        >
          {`Dan leest niemand dit en legt niemand het vast.${props.isOpen ? '' : CLOSED}`}
        </EmptyState>
      ) : (
        <>
          <Table
            caption="Genoemde lezers"
            captionHidden
            rows={readers}
            rowKey={({ personId }) => personId}
            columns={[
              { header: 'Wie', cell: ({ name }) => name },
              { header: 'Genoemd door', cell: ({ namedByName }) => namedByName },
              { header: 'Sinds', kind: 'date', cell: ({ namedOn }) => <DateText date={namedOn} /> },
            ]}
          />
          <Heading level={2} id="niet-meer-lezen">
            Laat iemand niet meer lezen
          </Heading>
          <Form
            frame={frame}
            action="/meldingen/daders/lezers/stoppen"
            idempotencyKey={`${props.formKey}stoppen`}
            label="Laat iemand niet meer lezen"
          >
            <SelectField
              name="lezer"
              label="Wie leest dit niet meer?"
              choices={readers.map(({ personId, name }) => ({ value: personId, label: name }))}
              values={{}}
              errors={errors}
            />
            <SubmitButton emphasis="secondary">Deze persoon leest het niet meer</SubmitButton>
          </Form>
        </>
      )}
      {readers.length < MOST_READERS && props.isOpen ? (
        <>
          <Heading level={2} id="noem-lezer">
            Noem een lezer
          </Heading>
          <Form frame={frame} action="/meldingen/daders/lezers" idempotencyKey={props.formKey} label="Noem een lezer">
            <SelectField
              name="nieuweLezer"
              label="Wie mag dit lezen?"
              choices={candidates.map(({ personId, name }) => ({ value: personId, label: name }))}
              values={values}
              errors={errors}
            />
            <TextField
              name="waarom"
              label="Waarom moet deze persoon dit lezen?"
              description="Wie goedkeurt, leest dit."
              values={values}
              errors={errors}
            />
            <SubmitButton>Vraag om deze lezer</SubmitButton>
          </Form>
        </>
      ) : null}
    </Page>
  );
}
