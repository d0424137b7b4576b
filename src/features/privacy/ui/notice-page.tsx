import { DateText, MomentText } from '../../../ui/format/date-text.tsx';
import { Checkboxes } from '../../../ui/forms/checkboxes.tsx';
import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { Radios } from '../../../ui/forms/radios.tsx';
import { SubmitButton } from '../../../ui/forms/submit-button.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { DataList } from '../../../ui/show/data-list.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { Paragraph } from '../../../ui/text/paragraph.tsx';
import { answerBy, mustErase, type RightsRequest } from '../domain/rights-request.ts';
import { GROUND_WORDS, KEPT_WORDS } from '../domain/rights-words.ts';
import { DossierCodes, RIGHTS_PATH } from './rights-page.tsx';

const CRUMBS = [
  { href: '/privacyloket', label: 'Privacyloket' },
  { href: RIGHTS_PATH, label: 'Verzoeken' },
];

/** What was shared here was erased where it came from: what is held of it, what two people decide, and the answer. */
export function NoticePage(props: {
  frame: PageFrame;
  formKey: string;
  request: RightsRequest;
  notice: NonNullable<RightsRequest['notice']>;
  /** By which codes people know the dossiers that were made of it. */
  codes: readonly string[];
  isOfficer: boolean;
  isOwnProposal: boolean;
  values?: FieldValues | undefined;
  errors?: FieldErrors | undefined;
}) {
  const { request, notice, frame, formKey, values, errors } = props;
  const at = `${RIGHTS_PATH}/${request.id}`;
  const isOpen = !request.answeredAt;
  const isHeld = request.finding === 'held';
  const stillToErase = mustErase(request) && !request.erasedAt;
  return (
    <Page
      frame={frame}
      title={`Verzoek ${request.reference}`}
      lead={`${notice.senderName} wiste een dossier op verzoek van de persoon. Een deel was met u gedeeld.`}
      breadcrumbs={CRUMBS}
      errors={errors}
    >
      <Paragraph>
        U beslist zelf of u het ook wist. {notice.senderName} sprak al met de persoon: u hoeft haar hiervoor niet te
        bellen.
      </Paragraph>
      <Facts request={request} codes={props.codes} />
      {isOpen && props.isOfficer && !request.erasedAt ? (
        <>
          <Heading level={2}>1. Kijk wat u nog hebt</Heading>
          <Paragraph>{FOUND[isHeld ? (request.dossierIds.length > 0 ? 'dossier' : 'message') : 'nothing']}</Paragraph>
          <Form frame={frame} action={`${at}/zoeken`} idempotencyKey={`${formKey}-z`} label="Zoeken">
            <SubmitButton emphasis="secondary">Zoek opnieuw</SubmitButton>
          </Form>
          <Heading level={2}>2. Stel een antwoord voor</Heading>
          <Form frame={frame} action={`${at}/voorstel`} idempotencyKey={`${formKey}-p`} label="Voorstel">
            <Radios
              name="uitkomst"
              label="Wat doet u?"
              choices={
                isHeld
                  ? [
                      { value: 'granted', label: 'Wij wissen het ook' },
                      { value: 'refused', label: 'Wij houden het' },
                    ]
                  : [{ value: 'granted', label: 'Wij laten weten dat wij er niets meer van hebben' }]
              }
              {...{ values, errors }}
            />
            {isHeld ? (
              <Checkboxes
                name="gronden"
                label="Waarom houdt u het?"
                optional="alleen als u het houdt"
                choices={Object.entries(KEPT_WORDS).map(([value, label]) => ({ value, label }))}
                {...{ values, errors }}
              />
            ) : null}
            <SubmitButton>Stel voor</SubmitButton>
          </Form>
        </>
      ) : null}
      {isOpen && request.outcome && !request.agreedByName ? (
        <>
          <Heading level={2}>3. Laat een ander meekijken</Heading>
          {props.isOwnProposal ? (
            <Paragraph>U stelde dit zelf voor. Een andere FG van uw organisatie kijkt mee.</Paragraph>
          ) : (
            <Form frame={frame} action={`${at}/meekijken`} idempotencyKey={`${formKey}-m`} label="Meekijken">
              <SubmitButton>Ik stem in met dit antwoord</SubmitButton>
            </Form>
          )}
        </>
      ) : null}
      {isOpen && props.isOfficer && request.agreedByName ? (
        <>
          <Heading level={2}>{stillToErase ? '4. Wis het' : '4. Antwoord'}</Heading>
          {stillToErase ? (
            <Form frame={frame} action={`${at}/wissen`} idempotencyKey={`${formKey}-w`} label="Wissen">
              <Paragraph>
                Dit wist wat u ontving, en het hele dossier dat er hier van is gemaakt. Niemand kan het terughalen, ook
                niet uit een reservekopie. Spreek dat eerst af met wie er nu mee werkt.
              </Paragraph>
              <SubmitButton>Wis wat u ervan hebt</SubmitButton>
            </Form>
          ) : (
            <Form frame={frame} action={`${at}/beantwoorden`} idempotencyKey={`${formKey}-b`} label="Beantwoorden">
              <Paragraph>
                {notice.senderName} leest of u het wiste, of waarom u het houdt. Meer staat er niet in.
              </Paragraph>
              <SubmitButton>Verstuur het antwoord</SubmitButton>
            </Form>
          )}
        </>
      ) : null}
    </Page>
  );
}

const FOUND = {
  dossier:
    'Van het bericht is bij u een dossier gemaakt. Vraag wie het bijhoudt of u het mag wissen: misschien krijgt zij bij u zelf hulp, of verplicht een wet u om het te bewaren.',
  message: 'U hebt het bericht nog. Er is bij u geen dossier van gemaakt.',
  nothing: 'U hebt er niets meer van.',
} as const;

function Facts({ request, codes }: { request: RightsRequest; codes: readonly string[] }) {
  const { outcome, withheld } = request;
  const proposed =
    outcome === 'granted'
      ? request.finding === 'held'
        ? 'ook wissen'
        : 'er is niets meer'
      : `houden: ${withheld.map((ground) => GROUND_WORDS[ground]).join('; ')}`;
  return (
    <DataList
      facts={[
        { label: 'Ontvangen', value: <DateText date={request.receivedOn} /> },
        { label: 'Antwoord uiterlijk', value: <DateText date={answerBy(request)} /> },
        ...(codes.length > 0 ? [{ label: 'Dossier', value: <DossierCodes codes={codes} /> }] : []),
        { label: 'Voorgesteld', value: outcome ? `${proposed}, door ${request.proposedByName}` : 'nog niets' },
        { label: 'Meegekeken', value: request.agreedByName ?? 'nog niemand' },
        ...(mustErase(request)
          ? [{ label: 'Gewist', value: request.erasedAt ? <MomentText instant={request.erasedAt} /> : 'nog niet' }]
          : []),
        { label: 'Beantwoord', value: request.answeredAt ? <MomentText instant={request.answeredAt} /> : 'nog niet' },
      ]}
    />
  );
}
