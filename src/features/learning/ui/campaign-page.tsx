import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { DateText } from '../../../ui/format/date-text.tsx';
import { DateField } from '../../../ui/forms/date-field.tsx';
import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { HiddenField } from '../../../ui/forms/hidden-field.tsx';
import { SelectField } from '../../../ui/forms/select-field.tsx';
import { SubmitButton } from '../../../ui/forms/submit-button.tsx';
import { TextField } from '../../../ui/forms/text-field.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { Alert } from '../../../ui/show/alert.tsx';
import { Disclosure } from '../../../ui/show/disclosure.tsx';
import { EmptyState } from '../../../ui/show/empty-state.tsx';
import { Pagination } from '../../../ui/show/pagination.tsx';
import { Table } from '../../../ui/show/table.tsx';
import { Link } from '../../../ui/text/link.tsx';
import { Paragraph } from '../../../ui/text/paragraph.tsx';
import { AUDIENCE_NAMES, AUDIENCES, type CampaignEntry, MATERIAL_LANGUAGES } from '../domain/campaign.ts';

export const CAMPAIGN_PATH = '/leren/campagne';
export const CAMPAIGN_TITLE = 'Campagne en preventie';

const AUDIENCE_CHOICES = AUDIENCES.map((value) => ({ value, label: AUDIENCE_NAMES[value] }));
const LANGUAGE_LIST = Object.values(MATERIAL_LANGUAGES).slice(0, -1).join(', ');
const said = (codes: readonly string[]) => codes.map((code) => MATERIAL_LANGUAGES[code] ?? code).join(', ');

/** What the municipality told whom about trafficking, with which material, and when. */
export function CampaignPage(props: {
  frame: PageFrame;
  today: PlainDate;
  entries: readonly CampaignEntry[];
  page: number;
  pages: number;
  mayWrite: boolean;
  formKey: string;
  withdrawKeys: readonly string[];
  values: FieldValues;
  errors?: FieldErrors | undefined;
  saved: 'kept' | 'withdrawn' | undefined;
}) {
  const { frame, entries, values, errors } = props;
  const field = { values, errors };
  return (
    <Page
      frame={frame}
      title={CAMPAIGN_TITLE}
      wide
      lead="Wat u inwoners, ondernemers en anderen vertelde over mensenhandel. Het telt een jaar mee bij K3.4, K3.5 en K3.6."
      errors={errors}
      status={
        props.saved ? (
          <Alert kind="ok">
            <p>
              {props.saved === 'kept'
                ? 'Het staat erin, en telt mee in de aanpak.'
                : 'De regel is ingetrokken en telt niet meer mee.'}
            </p>
          </Alert>
        ) : undefined
      }
    >
      {entries.length === 0 ? (
        <EmptyState title="Er staat nog niets in">
          Begin met iets wat al is gedaan, zoals een bericht in de krant rond 18 oktober, de Europese dag tegen
          mensenhandel.
        </EmptyState>
      ) : (
        <>
          <Table
            caption="Wat er is gedaan"
            rows={entries.map((entry, index) => ({ ...entry, key: props.withdrawKeys[index] ?? '' }))}
            rowKey={({ id }) => id}
            columns={[
              { header: 'Wanneer', kind: 'date', cell: ({ heldOn }) => <DateText date={heldOn} /> },
              { header: 'Voor wie', cell: ({ audience }) => AUDIENCE_NAMES[audience] },
              { header: 'Wat', cell: ({ what }) => what },
              { header: 'Materiaal', cell: ({ material, languages }) => `${material} (${said(languages)})` },
              {
                header: 'Bereikt',
                kind: 'number',
                cell: ({ reached }) => (reached === undefined ? 'onbekend' : <data value={reached}>{reached}</data>),
              },
              {
                header: 'Bewijs',
                cell: ({ evidenceTitle, evidenceLink }) =>
                  evidenceLink ? <Link href={evidenceLink}>{evidenceTitle}</Link> : evidenceTitle,
              },
              ...(props.mayWrite
                ? [
                    {
                      header: 'Fout ingevuld?',
                      sortable: false,
                      cell: ({ id, what, key }: CampaignEntry & { key: string }) => (
                        <Form
                          frame={frame}
                          action={`${CAMPAIGN_PATH}/intrekken`}
                          idempotencyKey={key}
                          label={`Trek in: ${what}`}
                        >
                          <HiddenField name="regel" value={id} />
                          <SubmitButton emphasis="subtle">
                            Trek in<span class="ib-hidden">{`: ${what}`}</span>
                          </SubmitButton>
                        </Form>
                      ),
                    },
                  ]
                : []),
            ]}
          />
          <Pagination page={props.page} pages={props.pages} hrefOf={(page) => `${CAMPAIGN_PATH}?pagina=${page}`} />
        </>
      )}
      {props.mayWrite ? (
        <Disclosure summary="Leg iets vast" open={errors !== undefined || entries.length === 0}>
          <Form frame={frame} action={CAMPAIGN_PATH} idempotencyKey={props.formKey} label="Leg iets vast">
            <SelectField {...field} name="voorWie" label="Voor wie was het?" choices={AUDIENCE_CHOICES} />
            <TextField
              {...field}
              name="wat"
              label="Wat hebt u gedaan?"
              description="Bijvoorbeeld: bijeenkomst, brief of bericht. Noem geen personen."
            />
            <TextField {...field} name="materiaal" label="Met welk materiaal?" />
            <TextField
              {...field}
              name="talen"
              label="In welke talen?"
              description={`Met komma’s ertussen. Wij kennen: ${LANGUAGE_LIST}. Een andere taal mag ook.`}
            />
            <TextField
              {...field}
              name="bereikt"
              label="Hoeveel mensen bereikte u?"
              description="Ongeveer. Leeg is onbekend."
              inputMode="numeric"
              width="short"
              optional
            />
            <DateField {...field} name="datum" label="Wanneer was het?" />
            <TextField
              {...field}
              name="bewijs"
              label="Waaruit blijkt het?"
              description="Bijvoorbeeld: het verslag of de folder, zoals die heet."
            />
            <TextField {...field} name="vindplaats" label="Waar staat dat?" type="url" optional />
            <SubmitButton>Leg het vast</SubmitButton>
          </Form>
        </Disclosure>
      ) : null}
      <Paragraph>
        <Link href="/aanpak">Bekijk de aanpak</Link>
      </Paragraph>
    </Page>
  );
}
