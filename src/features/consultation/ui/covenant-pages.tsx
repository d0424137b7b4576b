import { DateText } from '../../../ui/format/date-text.tsx';
import { DateField } from '../../../ui/forms/date-field.tsx';
import { type FieldErrors, type FieldValues, keptValues } from '../../../ui/forms/field.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { HiddenField } from '../../../ui/forms/hidden-field.tsx';
import { Radios } from '../../../ui/forms/radios.tsx';
import { type Choice, SelectField } from '../../../ui/forms/select-field.tsx';
import { SubmitButton } from '../../../ui/forms/submit-button.tsx';
import { TextArea } from '../../../ui/forms/text-area.tsx';
import { TextField } from '../../../ui/forms/text-field.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { Alert } from '../../../ui/show/alert.tsx';
import { EmptyState } from '../../../ui/show/empty-state.tsx';
import { Pagination } from '../../../ui/show/pagination.tsx';
import { StatusBadge } from '../../../ui/show/status-badge.tsx';
import { Table } from '../../../ui/show/table.tsx';
import { ButtonLink } from '../../../ui/text/button.tsx';
import type { Covenant, CovenantState } from '../domain/covenant.ts';
import {
  COVENANT_KIND_WORDS,
  COVENANT_STATES,
  COVENANTS_PATH,
  COVENANTS_TITLE,
  TYPE_WORDS,
} from './consultation-words.ts';

const CRUMB = { href: '/samenwerken', label: 'Samenwerken' };
type Row = Covenant & { readonly state: CovenantState };

/** The covenants and processing agreements of an organisation. */
export function CovenantsPage(props: {
  frame: PageFrame;
  covenants: readonly Row[];
  /** A municipality has an approach in which it counts with whom something was agreed. */
  countsInApproach: boolean;
  mayWrite: boolean;
  page: number;
  pages: number;
  formKey: string;
  done?: 'recorded' | 'ended' | undefined;
}) {
  const { frame, covenants, mayWrite } = props;
  return (
    <Page
      frame={frame}
      title={COVENANTS_TITLE}
      wide
      breadcrumbs={[CRUMB]}
      status={
        props.done ? (
          <Alert kind="ok" title={props.done === 'recorded' ? 'vastgelegd' : 'beëindigd'}>
            <p>
              {props.done === 'recorded'
                ? 'U hoort op tijd dat hij afloopt en wanneer u hem opnieuw bespreekt.'
                : 'Er kan geen nieuwe persoon meer op een agenda die hierop steunt. Hulp die loopt gaat door.'}
            </p>
          </Alert>
        ) : undefined
      }
      lead="Met wie u samenwerkt, waarvoor, op welke grondslag en tot wanneer. Loopt er een af, dan kan er geen nieuwe persoon op de agenda van een zorgtafel; hulp die loopt gaat door."
    >
      {covenants.length === 0 ? (
        <EmptyState title="Er is nog niets vastgelegd">
          Hebt u een convenant met de politie, het RIEC of de zorg? Leg het hier vast
          {props.countsInApproach ? '; uw aanpak telt het mee.' : '.'}
        </EmptyState>
      ) : (
        <Table
          caption="Wat uw organisatie vastlegde"
          rows={covenants}
          rowKey={({ id }) => id}
          columns={[
            { header: 'Naam', cell: ({ title }) => title },
            { header: 'Soort', cell: ({ kind }) => COVENANT_KIND_WORDS[kind].label },
            {
              header: 'Partijen',
              cell: ({ parties }) => parties.map(({ name, type }) => `${name} (${TYPE_WORDS[type]})`).join(', '),
            },
            { header: 'Doel', cell: ({ purpose }) => purpose },
            { header: 'Grondslag', cell: ({ basis }) => basis },
            { header: 'Tot', kind: 'date', cell: ({ validUntil }) => <DateText date={validUntil} /> },
            { header: 'Bespreken', kind: 'date', cell: ({ reviewOn }) => <DateText date={reviewOn} /> },
            { header: 'Stand', cell: ({ state }) => <StatusBadge {...COVENANT_STATES[state]} /> },
            ...(mayWrite
              ? [
                  {
                    header: 'Actie',
                    sortable: false,
                    cell: ({ id, title, state }: Row) =>
                      state === 'over' ? (
                        '–'
                      ) : (
                        <Form
                          frame={frame}
                          action={`${COVENANTS_PATH}/beeindigen`}
                          idempotencyKey={`${props.formKey}${id.slice(-8)}`}
                          label={`Beëindig ${title}`}
                        >
                          <HiddenField name="convenantId" value={id} />
                          <SubmitButton emphasis="secondary">Beëindig</SubmitButton>
                        </Form>
                      ),
                  },
                ]
              : []),
          ]}
        />
      )}
      <Pagination page={props.page} pages={props.pages} hrefOf={(each) => `${COVENANTS_PATH}?pagina=${each}`} />
      {props.countsInApproach ? (
        <p class="utrecht-paragraph">
          Uw aanpak telt mee met wie u iets afsprak. Twee vragen volgen niet uit een convenant: of u bij de regionale
          tafel was (K4.4; daarvoor neemt u een actie van de tafel over) en of er een ketenregisseur met een mandaat is
          (K4.5; dat is een besluit, dat u bij Aanpak vastlegt).
        </p>
      ) : null}
      {mayWrite ? (
        <p>
          <ButtonLink href={`${COVENANTS_PATH}/nieuw`}>Leg een convenant of overeenkomst vast</ButtonLink>
        </p>
      ) : null}
    </Page>
  );
}

/** So many parties can be chosen from the list; more are written by name. */
const PARTY_FIELDS = ['1', '2', '3', '4', '5', '6'] as const;

/** The form to write one down. */
export function NewCovenantPage(props: {
  frame: PageFrame;
  organisations: readonly Choice[];
  formKey: string;
  values: FieldValues;
  errors?: FieldErrors | undefined;
}) {
  const { frame, values, errors } = props;
  const field = { values, errors };
  return (
    <Page
      frame={frame}
      title="Leg een convenant of overeenkomst vast"
      errors={errors}
      breadcrumbs={[CRUMB, { href: COVENANTS_PATH, label: COVENANTS_TITLE }]}
    >
      <Form frame={frame} action={COVENANTS_PATH} idempotencyKey={props.formKey} label="Vastleggen">
        <Radios
          name="soort"
          label="Wat is het?"
          choices={Object.values(COVENANT_KIND_WORDS).map(({ value, label }) => ({ value, label }))}
          {...field}
        />
        <TextField name="naam" label="Hoe heet het?" {...field} />
        <TextArea name="doel" label="Waarvoor is het?" rows={2} {...field} />
        <TextField
          name="grondslag"
          label="Op welke grondslag steunt het?"
          description="Bijvoorbeeld de Wmo 2015, of de WGS voor een Zorg- en Veiligheidshuis."
          {...field}
        />
        {PARTY_FIELDS.map((nth, index) => (
          <SelectField
            key={nth}
            name="partijen"
            nth={index === 0 ? undefined : nth}
            label={`Partij ${nth}`}
            description={index === 0 ? 'Een organisatie die In Beeld gebruikt.' : undefined}
            optional
            searchable
            choices={props.organisations}
            values={{ partijen: keptValues(values, 'partijen')[index] ?? '' }}
            errors={index === 0 ? errors : undefined}
          />
        ))}
        <TextArea
          name="anderen"
          label="Met welke andere organisaties?"
          description="Eén per regel. Gemeenten met hun naam; bij een ander zet u de soort erachter, zo: Regionaal team; politie."
          rows={4}
          optional
          {...field}
        />
        <p class="utrecht-paragraph">Soorten: {Object.values(TYPE_WORDS).slice(1).join(', ')}.</p>
        <DateField name="vanaf" label="Vanaf welke dag geldt het?" {...field} />
        <DateField
          name="geldigTot"
          label="Tot welke dag?"
          description="De eerste dag waarop het niet meer geldt."
          {...field}
        />
        <DateField name="bespreken" label="Wanneer bespreekt u het opnieuw?" {...field} />
        <SubmitButton>Leg vast</SubmitButton>
      </Form>
    </Page>
  );
}
