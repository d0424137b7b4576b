import { DateField } from '../../../ui/forms/date-field.tsx';
import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import { FileField } from '../../../ui/forms/file-field.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { HiddenField } from '../../../ui/forms/hidden-field.tsx';
import { Radios } from '../../../ui/forms/radios.tsx';
import { SelectField } from '../../../ui/forms/select-field.tsx';
import { SubmitButton } from '../../../ui/forms/submit-button.tsx';
import { TextArea } from '../../../ui/forms/text-area.tsx';
import { TextField } from '../../../ui/forms/text-field.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { Alert } from '../../../ui/show/alert.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { Link } from '../../../ui/text/link.tsx';
import { ELEMENT_STATES } from '../domain/fact.ts';
import { FOCAL_POINT_ELEMENT } from '../domain/focal-point.ts';
import type { FrameworkElement } from '../domain/framework.ts';
import type { Answer, Known, Question } from '../domain/scan.ts';
import { WhereItStands, WhoAdoptedIt } from './document-fields.tsx';
import { SCAN_CRUMBS } from './scan-page.tsx';
import { STATE_WORDS, sayColleague, sayDuty } from './scan-words.ts';

/** What a respondent says of one element, with evidence, region, colleague, reason and remark. */
export function ScanAnswerPage(props: {
  frame: PageFrame;
  element: FrameworkElement;
  known: Known | undefined;
  own: Answer | undefined;
  /** Questions about this element, to and from this person. */
  questions: readonly Question[];
  me: string;
  /** What others answered whom this person asked. */
  answersOfOthers: readonly Answer[];
  regions: readonly { readonly id: string; readonly name: string }[];
  colleagues: readonly { readonly membershipId: string; readonly name: string; readonly role: string }[];
  /** The document that is kept with this answer. */
  evidence?: { readonly id: string; readonly name: string } | undefined;
  values: FieldValues;
  errors?: FieldErrors;
  formKey: string;
  conflict?: boolean;
  saved?: boolean;
  /** She sees the whole scan, so the page of the theme as well. */
  mayAnswerAll: boolean;
  mayRecordFocalPoint: boolean;
}) {
  const { frame, element, values, errors, known } = props;
  const field = { values, errors };
  const toMe = props.questions.filter(({ colleagueId, answeredAt }) => colleagueId === props.me && !answeredAt);
  const fromMe = props.questions.find(({ askedById }) => askedById === props.me);
  const theme = `/aanpak/scan/thema/${element.theme}${element.plateau === 'verdieping' ? '/verdieping' : ''}`;
  return (
    <Page
      frame={frame}
      title={`${element.id} ${element.title}`}
      errors={errors}
      breadcrumbs={
        props.mayAnswerAll ? [SCAN_CRUMBS[1], { href: theme, label: `Thema ${element.theme}` }] : [SCAN_CRUMBS[1]]
      }
      status={
        props.conflict ? (
          <Alert kind="warning" title="u wijzigde dit antwoord intussen op een ander apparaat">
            <p>
              Daar staat nu: {props.own ? STATE_WORDS[props.own.state].label.toLowerCase() : 'niets'}. Uw wijziging is
              nog niet opgeslagen. Kijk uw antwoord na en bewaar opnieuw.
            </p>
          </Alert>
        ) : props.saved ? (
          <Alert kind="ok" title="bewaard">
            <p>
              Uw antwoord is bewaard.{' '}
              {props.mayAnswerAll ? <Link href={theme}>Ga verder met dit thema</Link> : 'U hoeft niets meer te doen.'}
            </p>
          </Alert>
        ) : undefined
      }
      lead={element.question}
    >
      {toMe.map(({ askedById, askedByName }) => (
        <p key={askedById}>{askedByName} weet dit niet en vraagt het aan u.</p>
      ))}
      {fromMe ? (
        <p>
          U vroeg dit aan {fromMe.colleagueName}.{' '}
          {fromMe.answeredAt ? 'Het antwoord telt mee in de scan.' : 'Er is nog geen antwoord.'}
        </p>
      ) : null}
      {props.answersOfOthers.map(({ respondentId, respondentName, state, evidence }) => (
        <p key={respondentId}>
          {respondentName} antwoordde: {STATE_WORDS[state].label.toLowerCase()}
          {evidence.title ? `, met bewijs: ${evidence.title}` : ''}.
        </p>
      ))}
      {known ? (
        <p>
          Dit weten wij al: {STATE_WORDS[known.state].label.toLowerCase()}. {known.statement} Vul hieronder alleen iets
          in als u het anders ziet.
        </p>
      ) : element.id === FOCAL_POINT_ELEMENT && props.mayRecordFocalPoint ? (
        <p>
          Legt u de aandachtsfunctionaris vast op <Link href="/aanpak/K2.1">de eigen pagina</Link>? Dan hoeft u dit niet
          te beantwoorden.
        </p>
      ) : null}
      <Form
        frame={frame}
        action={`/aanpak/scan/onderdeel/${element.id}`}
        idempotencyKey={props.formKey}
        multipart
        autocomplete="off"
        label={element.title}
      >
        <HiddenField name="versie" value={String(values.versie ?? '0')} />
        <Radios
          {...field}
          name="stand"
          label="Hoe staat dit ervoor?"
          choices={ELEMENT_STATES.map((state) => ({
            value: STATE_WORDS[state].value,
            label: STATE_WORDS[state].label,
          }))}
        />
        <Heading level={2}>Bewijs</Heading>
        <p>Alleen als dit is gestart, er is of regionaal is belegd. {element.evidenceAsked}.</p>
        <TextField {...field} name="bewijs" label="Naam van het document of het bewijs" optional />
        <WhereItStands {...field} />
        <FileField
          name="bewijsstuk"
          label={props.evidence ? 'Ander document' : 'Het document zelf'}
          description="PDF, Word, ODT of een foto, tot 20 MB. Alleen uw gemeente kan het openen."
          optional
          accept=".pdf,.docx,.odt,.png,.jpg,.jpeg"
          errors={errors?.bewijsstukId ? { ...errors, bewijsstuk: errors.bewijsstukId } : errors}
        />
        {props.evidence ? (
          <p class="ib-soft">
            Document: <Link href={`/bestanden/${props.evidence.id}`}>{props.evidence.name}</Link>.
          </p>
        ) : null}
        <HiddenField name="bewijsstukId" value={props.evidence?.id ?? ''} />
        <WhoAdoptedIt {...field} />
        <DateField
          {...field}
          name="geldigTot"
          label="Geldig tot"
          description="Weet u dit niet? Dan vragen wij het over twee jaar opnieuw."
          optional
        />
        <Heading level={2}>Bij sommige antwoorden</Heading>
        <SelectField
          {...field}
          name="regio"
          label="Welke regio regelt dit?"
          optional="alleen bij regionaal belegd"
          choices={[
            ...props.regions.map(({ id, name }) => ({ value: id, label: name })),
            { value: 'onbekend', label: 'Onbekend' },
          ]}
        />
        <SelectField
          {...field}
          name="collega"
          label="Wie weet dit wel?"
          description="Uw collega krijgt deze vraag. Het antwoord komt vanzelf in de scan."
          optional="alleen bij weet ik niet"
          searchable
          choices={props.colleagues.map((colleague) => ({
            value: colleague.membershipId,
            label: sayColleague(colleague),
          }))}
        />
        <TextField
          {...field}
          name="reden"
          label="Waarom geldt dit hier niet?"
          optional="alleen bij niet van toepassing"
        />
        <TextArea
          {...field}
          name="opmerking"
          label="Opmerking (intern beraad)"
          description="Alleen voor de collega’s die deze scan vaststellen. Gaat niet mee naar het resultaat of naar anderen. Schrijf geen namen van inwoners op. Wie uw gemeente erom vraagt, kan dit soms wel krijgen (Wet open overheid)."
          optional
          rows={3}
        />
        <SubmitButton>Bewaar dit antwoord</SubmitButton>
      </Form>
      <p class="ib-soft">Waar dit vandaan komt: {sayDuty(element)}.</p>
    </Page>
  );
}
