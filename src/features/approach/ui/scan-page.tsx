import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { HiddenField } from '../../../ui/forms/hidden-field.tsx';
import { SelectField } from '../../../ui/forms/select-field.tsx';
import { SubmitButton } from '../../../ui/forms/submit-button.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { Alert } from '../../../ui/show/alert.tsx';
import { EmptyState } from '../../../ui/show/empty-state.tsx';
import { StatusBadge } from '../../../ui/show/status-badge.tsx';
import { Table } from '../../../ui/show/table.tsx';
import { type Task, TaskList } from '../../../ui/show/task-list.tsx';
import { ButtonLink } from '../../../ui/text/button.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { Link } from '../../../ui/text/link.tsx';
import { BulletList } from '../../../ui/text/paragraph.tsx';
import { elementById, elementsOf, type Framework, type Plateau } from '../domain/framework.ts';
import {
  type Answer,
  type Difference,
  type Known,
  progressOf,
  type Question,
  type Respondent,
  type Scan,
  unansweredOf,
} from '../domain/scan.ts';
import { ScanOpenQuestions } from './scan-closed.tsx';
import { ScanEarlier } from './scan-earlier.tsx';
import { ScanUnproven } from './scan-unproven.tsx';
import { sayColleague } from './scan-words.ts';

/** An open scan as one person sees it. */
export interface OpenScanView {
  readonly scan: Scan;
  readonly framework: Framework;
  readonly respondents: readonly Respondent[];
  readonly answers: readonly Answer[];
  readonly questions: readonly Question[];
  readonly known: ReadonlyMap<string, Known>;
  readonly takeable: readonly string[];
  readonly differences: readonly Difference[];
  readonly colleagues: readonly { readonly membershipId: string; readonly name: string; readonly role: string }[];
  readonly isOwner: boolean;
  readonly mayAnswerAll: boolean;
}

export const SCAN_CRUMBS = [
  { href: '/aanpak', label: 'Aanpak' },
  { href: '/aanpak/scan', label: 'Scan' },
] as const;

const INTRO =
  'Met de scan ziet u in een half uur waar uw gemeente staat, en wat de volgende stap is. Wat al bekend is, vragen wij niet.';

/** For who has nothing to do here: every colleague may come to the scan, not every one to the approach. */
const ELSEWHERE = <ButtonLink href="/overzicht">Naar uw overzicht</ButtonLink>;

/** Where the scan begins: nothing is open yet. */
export function NoScanPage(props: { frame: PageFrame; formKey: string; mayOpen: boolean; hasResult: boolean }) {
  return (
    <Page
      frame={props.frame}
      title="Scan: waar staat uw gemeente?"
      breadcrumbs={props.mayOpen ? [SCAN_CRUMBS[0]] : []}
      lead={INTRO}
    >
      {props.mayOpen ? (
        <>
          <BulletList
            items={[
              'U begint met wat er al is: beleid van de regio en eigen documenten.',
              'Daarna vult u per thema in hoe het ervoor staat. U kunt stoppen en later verdergaan, ook op een ander apparaat.',
              'Weet u iets niet? Vraag het aan een collega. U kunt ook collega’s vragen om mee te doen.',
              'Aan het eind stelt u de scan vast. Dan ziet u uw niveau per thema.',
            ]}
          />
          <Form frame={props.frame} action="/aanpak/scan" idempotencyKey={props.formKey} label="Scan openen">
            <SubmitButton>Begin met de scan</SubmitButton>
          </Form>
          {props.hasResult ? (
            <p>
              <Link href="/aanpak/resultaat">Bekijk het resultaat van de laatste scan</Link>
            </p>
          ) : null}
        </>
      ) : (
        <EmptyState title="Er loopt nu geen scan" next={ELSEWHERE}>
          De aandachtsfunctionaris of de beleidsmedewerker van uw gemeente kan een scan openen.
        </EmptyState>
      )}
    </Page>
  );
}

/** A scan runs, but this person was not asked. */
export function NotAskedPage(props: { frame: PageFrame; ownerName: string }) {
  return (
    <Page frame={props.frame} title="Scan: waar staat uw gemeente?">
      <EmptyState title="U bent niet gevraagd voor deze scan" next={ELSEWHERE}>
        {`Wilt u meedoen? Vraag het aan ${props.ownerName}, die deze scan leidt.`}
      </EmptyState>
    </Page>
  );
}

/** The open scan: what to fill in, who takes part, and for the owner: what is left before it can be settled. */
export function ScanPage(props: {
  frame: PageFrame;
  view: OpenScanView;
  me: string;
  formKeys: { readonly invite: string; readonly finish: string; readonly settle: string; readonly earlier: string };
  values?: FieldValues;
  errors?: FieldErrors;
  done?: 'invited' | 'finished' | 'opened' | 'taken' | undefined;
}) {
  const { frame, view, me } = props;
  const { framework, answers, known } = view;
  const basis = framework.elements.filter(({ plateau }) => plateau === 'basis');
  const progress = progressOf(basis, answers, known, me);
  const asked = view.questions.filter(({ colleagueId, answeredAt }) => colleagueId === me && !answeredAt);
  const respondent = view.respondents.find(({ membershipId }) => membershipId === me);
  return (
    <Page
      frame={frame}
      title="Scan: waar staat uw gemeente?"
      errors={props.errors}
      breadcrumbs={view.mayAnswerAll && view.isOwner ? [SCAN_CRUMBS[0]] : []}
      status={statusOf(props.done)}
      lead={
        view.mayAnswerAll
          ? `U vulde ${progress.done} van de ${progress.of} onderdelen van de basis in. Alles wordt per pagina bewaard.`
          : 'Een collega vraagt u iets.'
      }
    >
      {asked.length > 0 ? (
        <TaskList
          label="Vragen aan u"
          tasks={asked.map(({ element, askedByName }) => ({
            href: `/aanpak/scan/onderdeel/${element}`,
            title: elementById(framework, element)?.question ?? element,
            description: `${askedByName} vraagt dit aan u.`,
            status: { kind: 'warning', label: 'Vraag aan u' },
          }))}
        />
      ) : null}
      {view.mayAnswerAll ? (
        <>
          <ScanEarlier frame={frame} framework={framework} elements={view.takeable} formKey={props.formKeys.earlier} />
          <Heading level={2}>Invullen</Heading>
          <TaskList label="De basis" tasks={basisTasks(view, me)} />
          <Heading level={2}>Verdieping</Heading>
          <p>Niet verplicht. Vul dit in als de basis op orde is.</p>
          <TaskList label="De verdieping" tasks={themeTasks(view, me, 'verdieping')} />
        </>
      ) : null}
      {respondent && !view.isOwner ? (
        respondent.finishedAt ? (
          <p>U hebt gezegd dat u klaar bent. Tot de scan is vastgesteld, kunt u nog iets wijzigen.</p>
        ) : (
          <Form
            frame={frame}
            action="/aanpak/scan/klaar"
            idempotencyKey={props.formKeys.finish}
            label="Klaar met invullen"
          >
            <SubmitButton emphasis="secondary">Ik ben klaar</SubmitButton>
          </Form>
        )
      ) : null}
      {view.isOwner ? <OwnerPart {...props} /> : null}
      <p class="ib-soft">
        Deze scan hoort bij: {framework.title}; {framework.source}.
      </p>
    </Page>
  );
}

function statusOf(done: 'invited' | 'finished' | 'opened' | 'taken' | undefined) {
  if (done === 'invited')
    return (
      <Alert kind="ok" title="uw collega is gevraagd">
        <p>Uw collega krijgt bericht en heeft twee weken.</p>
      </Alert>
    );
  if (done === 'finished')
    return (
      <Alert kind="ok" title="u bent klaar">
        <p>Dank u wel. Wie de scan leidt, ziet dat u klaar bent.</p>
      </Alert>
    );
  if (done === 'taken')
    return (
      <Alert kind="ok" title="overgenomen uit de vorige scan">
        <p>Wat u overnam, vragen wij niet meer.</p>
      </Alert>
    );
  if (done === 'opened')
    return (
      <Alert kind="ok" title="de scan is open">
        <p>Begin met wat er al is. Dat scheelt u vragen.</p>
      </Alert>
    );
  return undefined;
}

function basisTasks(view: OpenScanView, me: string): readonly Task[] {
  const known = view.answers.filter(({ origin }) => origin !== 'asked');
  const documents = new Set(known.map(({ evidence }) => evidence.title)).size;
  return [
    {
      href: '/aanpak/scan/wat-is-er-al',
      title: 'Wat is er al?',
      description: 'Beleid van de regio en eigen documenten. Wat daarin staat, vragen wij niet.',
      status:
        documents > 0
          ? { kind: 'ok', label: documents === 1 ? '1 document' : `${documents} documenten` }
          : { kind: 'info', label: 'Begin hier' },
    },
    ...themeTasks(view, me, 'basis'),
  ];
}

function themeTasks({ framework, answers, known }: OpenScanView, me: string, plateau: Plateau): readonly Task[] {
  return framework.themes.flatMap((theme): readonly Task[] => {
    const elements = elementsOf(framework, theme.id, plateau);
    if (elements.length === 0) return [];
    const { done, of } = progressOf(elements, answers, known, me);
    return [
      {
        href: `/aanpak/scan/thema/${theme.id}${plateau === 'verdieping' ? '/verdieping' : ''}`,
        title: `Thema ${theme.id}: ${theme.title}`,
        status: {
          kind: done === of ? 'ok' : done > 0 ? 'info' : 'neutral',
          label: done === of ? 'Ingevuld' : `${done} van ${of}`,
        },
      },
    ];
  });
}

function OwnerPart({
  frame,
  view,
  formKeys,
  values = {},
  errors,
}: Pick<Parameters<typeof ScanPage>[0], 'frame' | 'view' | 'formKeys' | 'values' | 'errors'>) {
  const { framework, answers, known, differences, questions, respondents, scan } = view;
  const basis = framework.elements.filter(({ plateau }) => plateau === 'basis');
  const people: readonly Respondent[] = [
    { membershipId: scan.ownerId, name: scan.ownerName, finishedAt: undefined },
    ...respondents,
  ];
  const invited = new Set(people.map(({ membershipId }) => membershipId));
  const open = differences.filter(({ choice }) => choice === undefined).length;
  const missing = unansweredOf(basis, answers, known);
  const waiting = questions.filter(({ answeredAt }) => answeredAt === undefined);
  return (
    <>
      <Heading level={2}>Wie doet mee</Heading>
      <Table
        caption="Wie meedoet en hoe ver iedereen is met de basis"
        captionHidden
        rows={people}
        rowKey={({ membershipId }) => membershipId}
        columns={[
          { header: 'Naam', cell: ({ name }) => name },
          {
            header: 'Ingevuld',
            kind: 'number',
            cell: ({ membershipId }) => {
              const { done, of } = progressOf(basis, answers, known, membershipId);
              return (
                <span>
                  <data value={String(done)}>{done}</data> van {of}
                </span>
              );
            },
          },
          {
            header: 'Stand',
            cell: ({ membershipId, finishedAt }) =>
              membershipId === scan.ownerId ? (
                <StatusBadge kind="info" label="Leidt de scan" />
              ) : finishedAt ? (
                <StatusBadge kind="ok" label="Klaar" />
              ) : (
                <StatusBadge kind="neutral" label="Bezig" />
              ),
          },
        ]}
      />
      <Form frame={frame} action="/aanpak/scan/uitnodigen" idempotencyKey={formKeys.invite} label="Collega vragen">
        <SelectField
          name="collega"
          label="Vraag een collega om mee te doen"
          description="Uw collega krijgt bericht en heeft twee weken."
          searchable
          values={values}
          errors={errors}
          choices={view.colleagues
            .filter(({ membershipId }) => !invited.has(membershipId))
            .map((colleague) => ({ value: colleague.membershipId, label: sayColleague(colleague) }))}
        />
        <SubmitButton emphasis="secondary">Vraag deze collega</SubmitButton>
      </Form>
      {waiting.length > 0 ? (
        <>
          <Heading level={2}>Vragen die nog openstaan</Heading>
          <BulletList
            items={waiting.map(({ element, askedByName, colleagueName }) => (
              <>
                {element} {elementById(framework, element)?.title}: {askedByName} vroeg het aan {colleagueName}.
              </>
            ))}
          />
        </>
      ) : null}
      <Heading level={2}>Vaststellen</Heading>
      {missing.length > 0 ? (
        <Alert kind="warning" title="de scan is niet compleet">
          <p>
            {`Bij ${missing.length} van de ${basis.length} onderdelen van de basis vulde niemand iets in. Stelt u de scan zo vast, dan tellen die als niet bekend. Uw niveau valt dan lager uit.`}
          </p>
        </Alert>
      ) : null}
      <ScanOpenQuestions framework={framework} open={waiting} />
      <ScanUnproven framework={framework} answers={answers} />
      {differences.length > 0 ? (
        <p>
          {open > 0
            ? `Bij ${open} ${open === 1 ? 'onderdeel' : 'onderdelen'} zegt niet iedereen hetzelfde. `
            : 'U koos bij elk verschil welk antwoord geldt. '}
          <Link href="/aanpak/scan/verschillen">Bekijk de verschillen</Link>
        </p>
      ) : null}
      {open > 0 ? (
        <p>Kies eerst welk antwoord geldt. Daarna kunt u de scan vaststellen.</p>
      ) : (
        <Form frame={frame} action="/aanpak/scan/vaststellen" idempotencyKey={formKeys.settle} label="Scan vaststellen">
          <HiddenField name="versie" value={String(scan.version)} />
          <p>
            Na het vaststellen ziet u uw niveau per thema. De antwoorden staan dan vast; een nieuwe scan kan altijd.
            Opmerkingen zijn intern beraad en gaan niet mee. Het land ziet alleen de onderdelen van IBP 5.11, met datums
            en zonder namen.
          </p>
          <SubmitButton>Stel de scan vast</SubmitButton>
        </Form>
      )}
    </>
  );
}

/** What stands in the way of what was asked, with the way back. */
export function ScanRefusedPage(props: { frame: PageFrame; title: string; text: string; href: string; link: string }) {
  return (
    <Page frame={props.frame} title={props.title} breadcrumbs={[SCAN_CRUMBS[1]]}>
      <p>{props.text}</p>
      <ButtonLink href={props.href}>{props.link}</ButtonLink>
    </Page>
  );
}
