import { writeDutchDate } from '../../../shared-kernel/plain-date.ts';
import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { Radios } from '../../../ui/forms/radios.tsx';
import { SelectField } from '../../../ui/forms/select-field.tsx';
import { SubmitButton } from '../../../ui/forms/submit-button.tsx';
import { TextArea } from '../../../ui/forms/text-area.tsx';
import { TextField } from '../../../ui/forms/text-field.tsx';
import type { PageFrame } from '../../../ui/page.tsx';
import { Disclosure } from '../../../ui/show/disclosure.tsx';
import { ActionGroup, ButtonLink } from '../../../ui/text/button.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { Paragraph } from '../../../ui/text/paragraph.tsx';
import type { ReportFacts } from './report-facts.ts';
import { choicesOf, DECISION_WORDS } from './signal-words.ts';

/** What can be done with a signal now: what the table of the workflow allows, the first thing first. */
export function ReportDeeds(props: {
  frame: PageFrame;
  view: ReportFacts;
  formKey: string;
  colleagues: readonly { readonly personId: string; readonly name: string }[];
  values: FieldValues;
  errors?: FieldErrors | undefined;
}) {
  const { frame, view, formKey, values, errors } = props;
  const { report, deeds, status } = view;
  const path = `/meldingen/${report.code}`;
  const form = (verb: string, label: string) => ({
    frame,
    action: `${path}/${verb}`,
    idempotencyKey: formKey,
    autocomplete: 'off' as const,
    label,
  });
  const may = (deed: (typeof deeds)[number]) => deeds.includes(deed);
  return (
    <section class="ib-flow" aria-labelledby="nu-doen">
      <Heading level={2} id="nu-doen">
        Wat u nu kunt doen
      </Heading>
      {status === 'closed' ? (
        <Paragraph>Dit signaal is gesloten. Nieuwe informatie geeft iemand opnieuw door.</Paragraph>
      ) : null}
      {may('take-up') ? (
        <Form {...form('oppakken', 'Pak dit signaal op')}>
          <SubmitButton>Pak dit signaal op</SubmitButton>
        </Form>
      ) : null}
      <ActionGroup>
        {may('weigh') ? (
          <ButtonLink href={`${path}/wegen`} emphasis={status === 'taken-up' ? 'primary' : 'secondary'}>
            {status === 'taken-up' ? 'Weeg dit signaal' : 'Weeg opnieuw'}
          </ButtonLink>
        ) : null}
        {may('consult') ? (
          <ButtonLink
            href={`${path}/overleg`}
            emphasis={report.kind === 'person' && status === 'weighed' ? 'primary' : 'secondary'}
          >
            Overleg zonder persoonsgegevens
          </ButtonLink>
        ) : null}
        {status === 'new' ? null : <ButtonLink href={`${path}/nagaan`}>Nagaan wat bekend is</ButtonLink>}
        {report.kind === 'person' && status !== 'new' ? (
          <ButtonLink href={`${path}/meldcode`}>Meldcode</ButtonLink>
        ) : null}
        {may('receive-receipt') ? <ButtonLink href={`${path}/overdragen`}>Draag dit signaal over</ButtonLink> : null}
        {status === 'new' ? null : (
          <ButtonLink href={`${path}/terugkoppelen`}>Laat horen wat ermee is gedaan</ButtonLink>
        )}
        {report.kind === 'person' || report.source !== 'employee' ? (
          <ButtonLink href={`${path}/personen`}>Wie het is, en wie het vertelde</ButtonLink>
        ) : null}
        {may('close') ? <ButtonLink href={`${path}/sluiten`}>Sluit dit signaal</ButtonLink> : null}
      </ActionGroup>
      {report.decideBy && !report.decision && status !== 'closed' ? (
        <Form {...form('rapportage', 'Leg het besluit over de rapportage vast')}>
          <Radios
            values={values}
            errors={errors}
            name="besluit"
            label={`Wat besluit de gemeente over de bestuurlijke rapportage? Uiterlijk ${writeDutchDate(report.decideBy)}`}
            description="Gaat het om sluiten of ontruimen? Kijk eerst of de bewoner of werker mogelijk slachtoffer is."
            choices={choicesOf(DECISION_WORDS)}
          />
          <SubmitButton emphasis="secondary">Leg het besluit vast</SubmitButton>
        </Form>
      ) : null}
      {report.takenUpOn && !view.isMine && status !== 'closed' ? (
        <Form {...form('overnemen', 'Neem dit signaal over')}>
          <Paragraph>
            {view.takenUpByName ?? 'Iemand'} pakte dit op. Is uw collega er niet? Neem het dan over.
          </Paragraph>
          <SubmitButton emphasis="secondary">Neem dit signaal over</SubmitButton>
        </Form>
      ) : null}
      {may('ask') && report.source === 'employee' ? (
        <Disclosure summary="Vraag iets aan wie het doorgaf" open={Boolean(errors?.vraag)}>
          <Form {...form('vragen', 'Vraag iets aan wie het doorgaf')}>
            <TextArea
              values={values}
              errors={errors}
              name="vraag"
              label="Uw vraag"
              description="Noem geen naam en geen adres. Het antwoord wordt verzegeld en leest alleen u."
              rows={3}
            />
            <SubmitButton emphasis="secondary">Stel de vraag</SubmitButton>
          </Form>
        </Disclosure>
      ) : null}
      {status === 'closed' ? null : (
        <Disclosure summary="Iemand mag dit signaal niet zien" open={Boolean(errors?.wie ?? errors?.reden)}>
          <Form {...form('weghouden', 'Houd een collega weg van dit signaal')}>
            <Paragraph>
              Gaat het over familie, een bekende of een collega? Voor wie u kiest, bestaat dit signaal vanaf nu niet
              meer. Dat geldt ook als u uzelf kiest. Alleen de FG kan het opheffen.
            </Paragraph>
            <SelectField
              values={values}
              errors={errors}
              name="wie"
              label="Wie"
              choices={props.colleagues.map(({ personId, name }) => ({ value: personId, label: name }))}
            />
            <TextField values={values} errors={errors} name="reden" label="Waarom, in een paar woorden" />
            <SubmitButton emphasis="secondary">Houd deze collega weg</SubmitButton>
          </Form>
        </Disclosure>
      )}
    </section>
  );
}
