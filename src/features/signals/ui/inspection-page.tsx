import { DateText } from '../../../ui/format/date-text.tsx';
import { Checkbox } from '../../../ui/forms/checkboxes.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { Radios } from '../../../ui/forms/radios.tsx';
import { SelectField } from '../../../ui/forms/select-field.tsx';
import { SubmitButton } from '../../../ui/forms/submit-button.tsx';
import { TextField } from '../../../ui/forms/text-field.tsx';
import { Alert } from '../../../ui/show/alert.tsx';
import { DataList } from '../../../ui/show/data-list.tsx';
import { Disclosure } from '../../../ui/show/disclosure.tsx';
import { StatusBadge } from '../../../ui/show/status-badge.tsx';
import { Table } from '../../../ui/show/table.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { Paragraph } from '../../../ui/text/paragraph.tsx';
import {
  ALWAYS_NEEDED,
  CHECK_ITEMS,
  type CheckItem,
  type Inspection,
  type InspectionStatus,
  type Partner,
  type PreparedItem,
} from '../domain/inspection.ts';
import { CountField, ErasedText } from './aftermath-fields.tsx';
import {
  ANSWER_WORDS,
  aftermathFacts,
  CHECK_WORDS,
  HOME_ENTRY_WORDS,
  INSPECTION_PARTNER_WORDS,
  INSPECTION_STATUS_WORDS,
} from './enforcement-words.ts';
import { MeasurePage, type MeasureProps, NextDeeds, typedIn } from './measure-page.tsx';
import { choicesOf, orUnknown, SECTOR_WORDS } from './signal-words.ts';

export type InspectionDeed = 'prepare' | 'partner' | 'ready' | 'held' | 'cancel';

interface Props extends MeasureProps<InspectionDeed> {
  readonly inspection: Inspection;
  readonly status: InspectionStatus;
  readonly prepared: readonly PreparedItem[];
  readonly partners: readonly Partner[];
  readonly missing: readonly (CheckItem | 'partner')[];
}

/** One inspection: what is arranged for people, who goes along by which power, and how it ended in numbers. */
export function InspectionPage(props: Props) {
  const { inspection, status, place, partners } = props;
  return (
    <MeasurePage
      of={props}
      title={`Controle: ${inspection.theme}`}
      breadcrumbs={[
        { href: '/meldingen', label: 'Meldingen' },
        { href: '/meldingen/controles', label: 'Controles' },
      ]}
      badge={INSPECTION_STATUS_WORDS[status]}
      aboutSignals="Wat erin staat, ziet u als u een signaal opent. Zolang deze controle staat, worden signalen over deze plek langer bewaard, als uw gemeente dat heeft vastgesteld."
      wide
    >
      <DataList
        facts={[
          { label: 'Dag', value: <DateText date={inspection.plannedOn} /> },
          { label: 'Soort plek', value: orUnknown(SECTOR_WORDS, inspection.sector) },
          {
            label: 'Adres',
            value: props.isOpened ? (place ?? 'niet één adres') : 'verzegeld; open de controle opnieuw',
          },
          { label: 'Gepland door', value: inspection.plannedByName },
          { label: 'Wordt gewist', value: <ErasedText countdown={props.countdown} /> },
        ]}
      />
      <Preparation {...props} />
      <section class="ib-flow" aria-labelledby="partners">
        <Heading level={2} id="partners">
          Wie er meegaat
        </Heading>
        <Paragraph>
          Iedere partner komt met een eigen bevoegdheid en voor een eigen doel. Toezicht is er niet om opsporing
          mogelijk te maken: een bevoegdheid is alleen voor het doel waarvoor zij is gegeven (Awb artikel 3:3).
        </Paragraph>
        {partners.length === 0 ? (
          <p>Er is nog geen partner vastgelegd.</p>
        ) : (
          <Table
            caption="Partners"
            captionHidden
            rows={partners}
            rowKey={({ partner }) => partner}
            columns={[
              { header: 'Partner', cell: ({ partner }) => INSPECTION_PARTNER_WORDS[partner] },
              { header: 'Bevoegdheid', cell: ({ power }) => power },
              { header: 'Doel', cell: ({ purpose }) => purpose },
              { header: 'Woning', cell: ({ homeEntry }) => HOME_ENTRY_WORDS[homeEntry] },
            ]}
          />
        )}
        {isOver(status) ? null : <PartnerForm {...props} />}
      </section>
      {inspection.outcome && inspection.heldOn ? (
        <section class="ib-flow" aria-labelledby="uitkomst">
          <Heading level={2} id="uitkomst">
            Hoe het afliep
          </Heading>
          <DataList
            facts={[
              { label: 'Gehouden op', value: <DateText date={inspection.heldOn} /> },
              { label: 'Mensen gesproken', value: String(inspection.outcome.peopleMet) },
              { label: 'Van hen jonger dan 18', value: String(inspection.outcome.minorsMet) },
              { label: 'Mogelijk slachtoffer', value: String(inspection.outcome.possibleVictims) },
              ...aftermathFacts(inspection.outcome),
            ]}
          />
        </section>
      ) : null}
      {isOver(status) ? null : <Next {...props} />}
    </MeasurePage>
  );
}

const isOver = (status: InspectionStatus): boolean => status === 'held' || status === 'cancelled';

function Preparation(props: Props) {
  const { frame, inspection, prepared, status } = props;
  const typed = typedIn(props, 'prepare');
  return (
    <section class="ib-flow" aria-labelledby="voorbereiding">
      <Heading level={2} id="voorbereiding">
        Wat er klaarstaat voor mensen
      </Heading>
      <Table
        caption="Voorbereiding"
        captionHidden
        rows={CHECK_ITEMS}
        rowKey={(item) => item}
        columns={[
          {
            header: 'Wat',
            cell: (item) => (
              <>
                {CHECK_WORDS[item].title}
                <p class="ib-soft">{CHECK_WORDS[item].asks}</p>
              </>
            ),
          },
          {
            header: 'Antwoord',
            cell: (item) => {
              const answer = prepared.find((each) => each.item === item);
              if (!answer) return <StatusBadge kind="warning" label="nog te regelen" />;
              return (
                <>
                  <StatusBadge kind="ok" label={answer.answer === 'arranged' ? 'geregeld' : 'niet nodig'} />
                  <p>{answer.note}</p>
                  <p class="ib-soft">
                    <DateText date={answer.answeredOn} />, {answer.answeredByName}
                  </p>
                </>
              );
            },
          },
        ]}
      />
      {isOver(status) ? null : (
        <Form
          frame={frame}
          action={`/meldingen/controles/${inspection.id}/voorbereiding`}
          idempotencyKey={`${props.formKey}voorbereiding`}
          autocomplete="off"
          label="Leg vast wat is geregeld"
        >
          <SelectField
            name="wat"
            label="Wat is geregeld?"
            choices={CHECK_ITEMS.map((value) => ({ value, label: CHECK_WORDS[value].title }))}
            {...typed}
          />
          <Radios
            name="antwoord"
            label="Antwoord"
            choices={choicesOf(ANSWER_WORDS)}
            description={`${[...ALWAYS_NEEDED].map((item) => CHECK_WORDS[item].title).join(', ')}: altijd nodig.`}
            {...typed}
          />
          <TextField
            name="hoe"
            label="Wie of wat, of waarom niet nodig"
            description="Een organisatie of functie, geen naam of nummer."
            {...typed}
          />
          <SubmitButton emphasis="secondary">Leg vast</SubmitButton>
        </Form>
      )}
    </section>
  );
}

function PartnerForm(props: Props) {
  const typed = typedIn(props, 'partner');
  return (
    <Disclosure summary="Leg een partner vast" open={props.deed === 'partner'}>
      <Form
        frame={props.frame}
        action={`/meldingen/controles/${props.inspection.id}/partners`}
        idempotencyKey={`${props.formKey}partner`}
        autocomplete="off"
        label="Leg een partner vast"
      >
        <SelectField name="partner" label="Partner" choices={choicesOf(INSPECTION_PARTNER_WORDS)} {...typed} />
        <TextField
          name="bevoegdheid"
          label="Met welke bevoegdheid?"
          description="Het wetsartikel. Bijvoorbeeld: Awb artikel 5:15."
          {...typed}
        />
        <TextField name="doel" label="Met welk eigen doel?" {...typed} />
        <Radios
          name="woning"
          label="Gaat deze partner een woning in?"
          choices={choicesOf(HOME_ENTRY_WORDS)}
          {...typed}
        />
        <Checkbox
          name="alleenDaarvoor"
          label="De bevoegdheid wordt alleen voor dit doel gebruikt, niet voor dat van een ander."
          {...typed}
        />
        <SubmitButton emphasis="secondary">Leg de partner vast</SubmitButton>
      </Form>
    </Disclosure>
  );
}

function Next(props: Props) {
  const { inspection, status, missing } = props;
  const held = typedIn(props, 'held');
  return (
    <NextDeeds
      of={props}
      path={`/meldingen/controles/${inspection.id}`}
      ready={
        status === 'planned' && missing.length === 0
          ? { verb: 'gereed', label: 'Zet op gereed', button: 'Deze controle is gereed' }
          : undefined
      }
      end={
        status === 'ready'
          ? {
              deed: 'held',
              verb: 'gehouden',
              day: 'gehoudenOp',
              summary: 'Leg vast dat de controle is gehouden',
              label: 'Leg de uitkomst vast',
              note: 'Alleen aantallen. Gaat het over een persoon? Geef daarvoor een signaal door.',
              button: 'Leg de uitkomst vast',
              counts: (
                <>
                  <CountField name="gesproken" label="Hoeveel mensen zijn gesproken?" {...held} />
                  <CountField name="jongerDan18" label="Hoeveel van hen waren jonger dan 18?" {...held} />
                  <CountField name="mogelijkSlachtoffer" label="Hoeveel van hen zijn mogelijk slachtoffer?" {...held} />
                </>
              ),
            }
          : undefined
      }
      stop={{
        verb: 'afgelast',
        summary: 'Deze controle gaat niet door',
        label: 'Gelast af',
        button: 'Gelast de controle af',
      }}
    >
      {status === 'planned' && missing.length > 0 ? (
        <Alert kind="warning" title="deze controle kan nog niet gereed">
          <ul>
            {missing.map((item) => (
              <li key={item}>
                {item === 'partner' ? 'Wie er meegaat, met welke bevoegdheid' : CHECK_WORDS[item].title}
              </li>
            ))}
          </ul>
        </Alert>
      ) : null}
    </NextDeeds>
  );
}
