import { DateText } from '../../../ui/format/date-text.tsx';
import type { FieldErrors } from '../../../ui/forms/field.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { HiddenField } from '../../../ui/forms/hidden-field.tsx';
import { SelectField } from '../../../ui/forms/select-field.tsx';
import { SubmitButton } from '../../../ui/forms/submit-button.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { Alert } from '../../../ui/show/alert.tsx';
import { DataList } from '../../../ui/show/data-list.tsx';
import { MainAndAside } from '../../../ui/show/main-and-aside.tsx';
import type { ShownRemark } from '../../../ui/show/remarks.tsx';
import { StatusBadge } from '../../../ui/show/status-badge.tsx';
import { ActionGroup, ButtonLink } from '../../../ui/text/button.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { Link } from '../../../ui/text/link.tsx';
import { BulletList, Paragraph } from '../../../ui/text/paragraph.tsx';
import type { Gone } from '../domain/cases/case-event.ts';
import type { CaseContent, CaseFile, CasePerson, CaseStatus, CaseStep, Depth } from '../domain/cases/case-file.ts';
import type { Safety } from '../domain/cases/safety.ts';
import { AttentionSection } from './attention-section.tsx';
import { caseFacts } from './case-facts.ts';
import {
  CASES_PATH,
  type CaseChoices,
  caseTrail,
  GONE_WORDS,
  OUTCOME_WORDS,
  SOURCE_WORDS,
  STATUS_WORDS,
} from './case-words.ts';
import { ReachRules, Worries } from './reach-rules.tsx';
import { SharedByOther, type ShownShared } from './referrals-page.tsx';
import { UrgentNow } from './urgent-now.tsx';

export interface ShownCaseConsent {
  readonly id: string;
  readonly purpose: 'help' | 'share';
  readonly givenOn: CaseFile['begunOn'];
  readonly recordedByName: string;
  readonly withdrawnAt: Date | undefined;
}

export interface ShownCaseView {
  readonly file: CaseFile;
  readonly status: CaseStatus;
  readonly depth: Depth;
  readonly isContested: boolean;
  readonly doAgesDisagree: boolean;
  readonly steps: readonly CaseStep[];
  readonly content: CaseContent | undefined;
  readonly person: CasePerson | undefined;
  readonly safety: { readonly safety: Safety } | undefined;
  readonly consents: readonly ShownCaseConsent[];
  readonly shared: ShownShared | undefined;
  /** What was said about the referral it came by. */
  readonly remarks: readonly ShownRemark[];
  /** What the clocks that were shared are called. */
  readonly clockNames: ReadonlyMap<string, string>;
  /** What asks more care here, with its steps. */
  readonly situations: Parameters<typeof AttentionSection>[0]['situations'];
  readonly gone: Gone | undefined;
  readonly coordinator: string;
  readonly substitute: string | undefined;
  readonly colleagues: readonly { readonly membershipId: string; readonly name: string }[];
}

/** One case: how it stands, what it says and what can be done. */
export function CasePage(props: {
  frame: PageFrame;
  view: ShownCaseView;
  choices: CaseChoices;
  formKey: string;
  conflict?: string | undefined;
  errors?: FieldErrors | undefined;
  values?: Readonly<Record<string, string>> | undefined;
}) {
  const { frame, view, choices } = props;
  const { file, status, steps, content } = view;
  const path = `${CASES_PATH}/${file.code}`;
  return (
    <Page
      frame={frame}
      title={`Dossier ${file.code}`}
      breadcrumbs={caseTrail()}
      errors={props.errors}
      wide
      status={
        props.conflict ? (
          <Alert kind="warning" title="dit kon niet">
            <p>{props.conflict}</p>
          </Alert>
        ) : undefined
      }
    >
      <MainAndAside asideLabel="Over dit dossier" aside={<Aside {...props} path={path} />}>
        <p>
          <StatusBadge {...STATUS_WORDS[status]} />
        </p>
        {view.gone ? (
          <Alert kind="error" isUrgent title={GONE_WORDS[view.gone.kind]}>
            <p>
              Sinds <DateText date={view.gone.since} />.{' '}
              <Link href={`${path}/gebeurtenissen`}>
                Kijk welke stappen er staan, of schrijf op dat de persoon terug is
              </Link>
            </p>
          </Alert>
        ) : null}
        <UrgentNow file={file} safety={view.safety?.safety} steps={steps} />
        <ReachRules code={file.code} safety={view.safety?.safety} />
        {view.isContested ? (
          <Alert kind="error" isUrgent title="gezag of vertegenwoordiging is omstreden">
            <p>
              Vertel en vraag deze mensen niets. <Link href={`${path}/mensen`}>Kijk om wie het gaat</Link>
            </p>
          </Alert>
        ) : null}
        {view.doAgesDisagree ? (
          <Alert kind="warning" title="leeftijd en geboortedatum passen niet bij elkaar">
            <p>
              Kijk ze allebei na. Wie toestemming geeft, volgt uit de geboortedatum. Weet u een van de twee niet zeker?
              Kies dan onbekend, of laat de geboortedatum leeg.{' '}
              <Link href={`${path}/wijzigen`}>Wijzig het dossier</Link>
            </p>
          </Alert>
        ) : null}
        <AttentionSection code={file.code} situations={view.situations} />
        <Steps file={file} steps={steps} path={path} frame={frame} formKey={props.formKey} />
        <Rooms file={file} depth={view.depth} path={path} />
        {view.safety && !view.safety.safety.isShared ? (
          <section class="ib-flow" aria-labelledby="veiligheid">
            <Heading level={2} id="veiligheid">
              Veiligheid
            </Heading>
            <Worries safety={view.safety.safety} />
          </section>
        ) : null}
        {view.shared ? (
          <SharedByOther
            shared={view.shared}
            messageId={file.sourceId ?? ''}
            remarks={view.remarks}
            choices={choices}
            clockNames={view.clockNames}
          />
        ) : file.source === 'referral' ? (
          <Paragraph>Wat met u was gedeeld, is ingetrokken of gewist. U kunt het niet meer lezen.</Paragraph>
        ) : null}
        {content ? (
          <section class="ib-flow" aria-labelledby="inhoud">
            <Heading level={2} id="inhoud">
              Wat u weet
            </Heading>
            {content.reason.split(/\n+/).map((line) => (
              <Paragraph key={line}>{line}</Paragraph>
            ))}
            <DataList facts={caseFacts(content, view.person, file.region, choices)} />
            {content.emergencyReason ? (
              <DataList
                facts={[{ label: 'Waarom de hulp begon zonder toestemming', value: content.emergencyReason }]}
              />
            ) : null}
            {content.closingNote ? (
              <DataList facts={[{ label: 'Bij het afsluiten', value: content.closingNote }]} />
            ) : null}
          </section>
        ) : (
          <Paragraph>De inhoud is gewist. Niemand kan haar nog lezen.</Paragraph>
        )}
      </MainAndAside>
    </Page>
  );
}

function Steps(props: { file: CaseFile; steps: readonly CaseStep[]; path: string; frame: PageFrame; formKey: string }) {
  const { file, steps, path } = props;
  const needsConsent = file.ground === 'vital-interest' && file.closedOn === undefined;
  if (steps.length === 0 && !needsConsent) return null;
  return (
    <section class="ib-flow" aria-labelledby="wat-nu">
      <Heading level={2} id="wat-nu">
        Wat u nu kunt doen
      </Heading>
      {steps.includes('start') ? (
        <Paragraph>Bespreek met de persoon wat u gaat doen. Daarna start de hulp.</Paragraph>
      ) : null}
      {needsConsent ? (
        <Alert kind="warning" title="de hulp begon in een noodgeval">
          <p>
            Vraag de persoon nu of u mag helpen. <Link href={`${path}/toestemming`}>Leg de toestemming vast</Link>
          </p>
        </Alert>
      ) : null}
      <ActionGroup>
        {steps.includes('start') ? (
          <ButtonLink href={`${path}/starten`} emphasis="primary">
            Start de hulp
          </ButtonLink>
        ) : null}
        {steps.includes('change') ? <ButtonLink href={`${path}/wijzigen`}>Wijzig</ButtonLink> : null}
        {steps.includes('refer') ? <ButtonLink href={`${path}/verwijzen`}>Verwijs of draag over</ButtonLink> : null}
        {steps.includes('close') ? <ButtonLink href={`${path}/afsluiten`}>Sluit af</ButtonLink> : null}
      </ActionGroup>
      {steps.includes('count') ? (
        <Counting file={file} path={path} frame={props.frame} formKey={props.formKey} />
      ) : null}
      {steps.includes('reopen') ? (
        <Form
          frame={props.frame}
          action={`${path}/heropenen`}
          idempotencyKey={`${props.formKey}open`}
          label="Open weer"
        >
          <HiddenField name="versie" value={String(file.version)} />
          <SubmitButton>Open dit dossier weer</SubmitButton>
        </Form>
      ) : null}
    </section>
  );
}

/** The pages of a case, by what they are about; what exists depends on how much the organisation keeps here. */
function Rooms({ file, depth, path }: { file: CaseFile; depth: Depth; path: string }) {
  const isFull = depth === 'full';
  const to = (page: string, label: string) => (
    <Link key={page} href={`${path}/${page}`}>
      {label}
    </Link>
  );
  const person = [
    to('veiligheid', 'Veiligheidslijst'),
    to('hoe-gaat-het', 'Hoe gaat het?'),
    ...(isFull ? [to('mensen', 'Mensen eromheen')] : []),
    to('bij-elkaar', 'Wie hoort bij elkaar?'),
  ];
  const work = [
    ...(isFull ? [to('intake', 'Intake'), to('plan', 'Plan')] : []),
    ...(isFull || file.aftercareUntil ? [to('taken', isFull ? 'Taken en afspraken' : 'Nazorg')] : []),
    to('termijnen', 'Termijnen'),
    to('gebeurtenissen', 'Gebeurtenissen'),
  ];
  const paper = [
    ...(isFull ? [to('documenten', 'Documenten en brieven')] : []),
    to('dossier.docx', 'Uitdraai voor uw eigen systeem (Word)'),
  ];
  return (
    <section class="ib-flow" aria-labelledby="in-dit-dossier">
      <Heading level={2} id="in-dit-dossier">
        In dit dossier
      </Heading>
      <DataList
        facts={[
          { label: 'De persoon', value: <BulletList items={person} /> },
          { label: 'Het werk', value: <BulletList items={work} /> },
          { label: 'Op papier', value: <BulletList items={paper} /> },
        ]}
      />
    </section>
  );
}

/** Being counted at the national register, and asking it for shelter: two other deeds, each with a consent of its own. */
function Counting(props: { file: CaseFile; path: string; frame: PageFrame; formKey: string }) {
  const { file, path } = props;
  if (file.registrationCode)
    return (
      <ActionGroup>
        <ButtonLink href={`/registraties/${file.registrationCode}`}>Aanmelding bij CoMensha</ButtonLink>
        <ButtonLink href={`/registraties/${file.registrationCode}/hulpvraag`}>
          Vraag CoMensha om opvang of hulp
        </ButtonLink>
      </ActionGroup>
    );
  return (
    <div id="aanmelden">
      <Form
        frame={props.frame}
        action={`${path}/aanmelden`}
        idempotencyKey={`${props.formKey}tel`}
        label="Maak een aanmelding"
      >
        <Paragraph>
          Vraag CoMensha om opvang, of meld de persoon aan zodat zij of hij meetelt. Wat u hier weet, staat er dan al
          in. Versturen doet u daar, voor elk met een eigen toestemming.
        </Paragraph>
        <ActionGroup>
          <SubmitButton name="naar" value="opvang">
            Vraag om opvang
          </SubmitButton>
          <SubmitButton emphasis="secondary">Maak een aanmelding in concept</SubmitButton>
        </ActionGroup>
      </Form>
    </div>
  );
}

function Aside(props: Parameters<typeof CasePage>[0] & { path: string }) {
  const { frame, view, path } = props;
  const { file } = view;
  const held = view.consents.find(({ purpose, withdrawnAt }) => purpose === 'help' && !withdrawnAt);
  return (
    <>
      <DataList
        facts={[
          { label: 'Begonnen', value: <DateText date={file.begunOn} /> },
          { label: 'Begonnen uit', value: SOURCE_WORDS[file.source] },
          { label: 'Gestart', value: file.startedOn ? <DateText date={file.startedOn} /> : 'nog niet' },
          {
            label: 'Toestemming voor de hulp',
            value: held ? (
              <>
                <DateText date={held.givenOn} />, vastgelegd door {held.recordedByName}
              </>
            ) : (
              'nog niet vastgelegd'
            ),
          },
          ...(file.closedOn && file.outcome
            ? [
                { label: 'Afgesloten', value: <DateText date={file.closedOn} /> },
                { label: 'Uitkomst', value: OUTCOME_WORDS[file.outcome] },
                {
                  label: 'Nazorg',
                  value: file.aftercareUntil ? (
                    <>
                      tot <DateText date={file.aftercareUntil} />
                    </>
                  ) : (
                    'niet afgesproken'
                  ),
                },
              ]
            : []),
          { label: 'Coördinator', value: view.coordinator },
          { label: 'Vervanger', value: view.substitute ?? 'nog niemand' },
        ]}
      />
      {view.colleagues.length > 0 ? (
        <Form frame={frame} action={`${path}/vervanger`} idempotencyKey={`${props.formKey}vervanger`} label="Vervanger">
          <SelectField
            name="tweede"
            label="Wie vervangt de coördinator?"
            description="De vervanger ziet dit dossier en krijgt dezelfde herinneringen."
            choices={view.colleagues.map(({ membershipId, name }) => ({ value: membershipId, label: name }))}
            values={{ tweede: props.values?.tweede ?? file.substituteId ?? '' }}
            errors={props.errors}
          />
          <SubmitButton emphasis="secondary">Leg vast</SubmitButton>
        </Form>
      ) : (
        <Paragraph kind="small">
          In uw organisatie werkt geen andere zorgcoördinator. Spreek af wie opneemt als u er niet bent.
        </Paragraph>
      )}
    </>
  );
}
