import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { DateText, MomentText } from '../../../ui/format/date-text.tsx';
import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { SelectField } from '../../../ui/forms/select-field.tsx';
import { SubmitButton } from '../../../ui/forms/submit-button.tsx';
import { TextArea } from '../../../ui/forms/text-area.tsx';
import type { PageFrame } from '../../../ui/page.tsx';
import { Alert } from '../../../ui/show/alert.tsx';
import { Disclosure } from '../../../ui/show/disclosure.tsx';
import { StatusBadge } from '../../../ui/show/status-badge.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { Link } from '../../../ui/text/link.tsx';
import { BulletList, Paragraph } from '../../../ui/text/paragraph.tsx';
import type { LinkReason } from '../domain/linkage/compare-persons.ts';
import type { ReporterType } from '../domain/reporting-guide.ts';
import { KIND_WORDS, REASON_WORDS } from './linkage-words.ts';
import { REPORTER_WORDS } from './registration-words.ts';

/** Who may be the same person, and of whom a registrar said that she is not. */
export interface ShownCandidates {
  readonly candidates: readonly {
    readonly code: string;
    readonly kind: keyof typeof KIND_WORDS;
    readonly points: number;
    readonly reasons: readonly { readonly reason: LinkReason; readonly points: number }[];
    readonly reporterType: ReporterType;
    readonly receivedOn: PlainDate;
  }[];
  readonly wasCut: boolean;
  readonly apart: readonly {
    readonly code: string;
    readonly decidedAt: Date;
    readonly decidedByName: string;
    readonly because: string;
  }[];
}

type Shown = ShownCandidates['candidates'][number];

/** Who may be the same person and why, and the way to say that she is not. */
export function CandidateList(props: {
  view: ShownCandidates;
  frame: PageFrame;
  path: string;
  formKey: string;
  field: { values: FieldValues; errors: FieldErrors | undefined };
}) {
  const { view, field } = props;
  return (
    <>
      {view.candidates.length > 0 ? (
        <section class="ib-flow" aria-labelledby="misschien">
          <Heading level={2} id="misschien">
            Misschien dezelfde persoon
          </Heading>
          <Paragraph>
            In Beeld voegt nooit zelf iets samen. Bekijk de ander, en beslis: voeg samen of kies «niet dezelfde».
          </Paragraph>
          {view.candidates.map((each) => (
            <OneCandidate key={each.code} candidate={each} />
          ))}
          {view.wasCut ? (
            <Alert kind="info" title="niet alles is vergeleken">
              <p>Er lijken meer mensen op deze dan In Beeld vergelijkt. Zoek zelf verder op code als u iemand mist.</p>
            </Alert>
          ) : null}
          <HowItCompares />
          <Form
            frame={props.frame}
            action={`${props.path}/niet-dezelfde`}
            idempotencyKey={`${props.formKey}n`}
            label="Niet dezelfde"
          >
            <Heading level={3}>Niet dezelfde</Heading>
            <Paragraph>In Beeld onthoudt dit en stelt deze twee niet meer samen voor.</Paragraph>
            <SelectField
              {...field}
              name="anders"
              label="Wie is het niet?"
              choices={view.candidates.map(({ code }) => ({ value: code, label: code }))}
            />
            <TextArea {...field} name="waarom" label="Waarom zijn dit twee mensen? Noem geen naam." rows={2} />
            <SubmitButton>Bewaar: niet dezelfde</SubmitButton>
          </Form>
        </section>
      ) : null}
      {view.apart.length > 0 ? (
        <section class="ib-flow" aria-labelledby="niet-dezelfde">
          <Heading level={2} id="niet-dezelfde">
            Niet dezelfde persoon
          </Heading>
          <BulletList
            items={view.apart.map((each) => (
              <>
                <Link href={`/registraties/register/${each.code}`}>{each.code}</Link>: {each.decidedByName},{' '}
                <MomentText instant={each.decidedAt} />. Reden: {each.because}
              </>
            ))}
          />
          <Paragraph kind="small">Blijkt het toch dezelfde? Voeg dan samen met de code.</Paragraph>
        </section>
      ) : null}
    </>
  );
}

function OneCandidate({ candidate }: { candidate: Shown }) {
  const { code, kind, points, reasons } = candidate;
  return (
    <article class="ib-flow" aria-labelledby={`kandidaat-${code}`}>
      <Heading level={3} id={`kandidaat-${code}`}>
        <Link href={`/registraties/register/${code}`}>{code}</Link>
      </Heading>
      <Paragraph>
        <StatusBadge kind={kind === 'exact' || kind === 'probable' ? 'warning' : 'info'} label={KIND_WORDS[kind]} />{' '}
        {REPORTER_WORDS[candidate.reporterType]}, <DateText date={candidate.receivedOn} />
        {reasons.length > 0 ? `, samen ${points} punten` : ''}
      </Paragraph>
      {reasons.length > 0 ? (
        <BulletList
          items={reasons.map(({ reason, points: weighs }) =>
            weighs === 0
              ? REASON_WORDS[reason]
              : `${REASON_WORDS[reason]} (${weighs > 0 ? `+${weighs}` : `−${-weighs}`})`,
          )}
        />
      ) : null}
    </article>
  );
}

function HowItCompares() {
  return (
    <Disclosure summary="Hoe In Beeld vergelijkt">
      <Paragraph>
        In Beeld telt punten op voor wat overeenkomt, en trekt punten af voor wat verschilt. Een naam telt hoogstens 14
        punten, een gelijke geboortedatum 12, nationaliteit 3, regio 2 en geslacht 1. Namen die anders zijn geschreven
        en gelijk klinken, tellen iets minder. Vanaf 16 punten staat iemand hier, vanaf 23 als «waarschijnlijk
        dezelfde».
      </Paragraph>
      <Paragraph>
        1 januari zegt alleen het jaar. Twee mensen met dezelfde naam en 1 januari zijn daarom nooit «waarschijnlijk
        dezelfde». Zonder naam zegt de vergelijking weinig: zij is alleen een aanleiding om te kijken.
      </Paragraph>
      <Paragraph>
        Punten zeggen niets over de persoon. Ze zeggen alleen hoe goed twee aanmeldingen op elkaar lijken.
      </Paragraph>
    </Disclosure>
  );
}
