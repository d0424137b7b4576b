import type { ComponentChildren } from 'preact';
import { type PlainDate, writeDutchDate } from '../../../shared-kernel/plain-date.ts';
import { DateField } from '../../../ui/forms/date-field.tsx';
import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import { Filters } from '../../../ui/forms/filters.tsx';
import { SelectField } from '../../../ui/forms/select-field.tsx';
import { TextField } from '../../../ui/forms/text-field.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { Alert } from '../../../ui/show/alert.tsx';
import { StatusBadge } from '../../../ui/show/status-badge.tsx';
import { ActionGroup, ButtonLink } from '../../../ui/text/button.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { Link } from '../../../ui/text/link.tsx';
import { BulletList, Paragraph } from '../../../ui/text/paragraph.tsx';
import { PhoneLink } from '../../../ui/text/phone-link.tsx';
import type { Helper } from '../domain/who-helps.ts';
import { STANDING_WORDS, sayConfirmed, sayForWhom, sayHours } from './care-words.ts';
import { NeedFields } from './need-fields.tsx';

export interface HelpAnswer {
  readonly municipality: { readonly code: string; readonly name: string };
  readonly helpers: readonly Helper[];
  /** The moment asked about. */
  readonly on: PlainDate;
  readonly time: string;
  readonly isNow: boolean;
}

/** From a municipality, a person and an hour to a number that is answered. `lines` are those that hold for the whole country. */
export function WhoHelpsPage(props: {
  frame: PageFrame;
  municipalities: readonly { readonly code: string; readonly name: string }[];
  answer: HelpAnswer | undefined;
  /** A municipality that is no more, with who came after it. */
  merged:
    | { readonly name: string; readonly successors: readonly { readonly code: string; readonly name: string }[] }
    | undefined;
  lines: ComponentChildren;
  values: FieldValues;
  errors: FieldErrors;
  cardHref: string | undefined;
}) {
  const { frame, answer, values, errors, merged } = props;
  return (
    <Page
      frame={frame}
      title="Wie helpt hier, nu?"
      errors={errors}
      lead="Kies de gemeente. De rest mag u openlaten. U ziet welk nummer opneemt."
    >
      <Filters action="/netwerk/wie-helpt" label="Voor wie zoekt u hulp?">
        <SelectField
          name="gemeente"
          label="Gemeente"
          searchable
          values={values}
          errors={errors}
          choices={props.municipalities.map(({ code, name }) => ({ value: code, label: name }))}
        />
        <NeedFields values={values} errors={errors} every={() => 'Weet ik niet'} />
        <DateField
          name="dag"
          label="Op welke dag?"
          optional
          values={values}
          errors={errors}
          description="Leeg is vandaag."
        />
        <TextField
          name="tijd"
          label="Hoe laat?"
          optional
          width="short"
          values={values}
          errors={errors}
          description="Leeg is nu. Bijvoorbeeld 02:00."
        />
      </Filters>
      {merged ? (
        <Alert kind="info" title={`${merged.name} bestaat niet meer`}>
          <BulletList
            items={merged.successors.map(({ code, name }) => (
              <Link href={`/netwerk/wie-helpt?gemeente=${code}`} key={code}>{`Ga verder met ${name}`}</Link>
            ))}
          />
        </Alert>
      ) : null}
      {answer ? <Answer answer={answer} lines={props.lines} cardHref={props.cardHref} /> : null}
    </Page>
  );
}

function Answer(props: { answer: HelpAnswer; lines: ComponentChildren; cardHref: string | undefined }) {
  const { answer } = props;
  const { name } = answer.municipality;
  const open = answer.helpers.filter(({ number }) => number !== undefined);
  const closed = answer.helpers.filter(({ number }) => number === undefined);
  const when = answer.isNow ? 'nu' : `op ${writeDutchDate(answer.on)} om ${answer.time} uur`;
  return (
    <>
      <Heading level={2} id="antwoord">{`${name}, ${when}`}</Heading>
      <Paragraph>Is iemand in gevaar? Bel eerst 112.</Paragraph>
      {open.length > 0 ? (
        <ul class="ib-tasks">
          {open.map((helper) => (
            <HelperLine helper={helper} key={helper.offer.id} />
          ))}
        </ul>
      ) : (
        <Alert
          kind="warning"
          title={closed.length > 0 ? 'de zorgcoördinatie neemt dan niet op' : 'hier is geen zorgcoördinatie bekend'}
        >
          <p>
            Bel een nummer hieronder. Is er nu een bed nodig? De politie mag in de eigen regio een noodbed regelen
            (bron: CoMensha, opvang dag en nacht).
          </p>
        </Alert>
      )}
      {answer.isNow ? null : <p>Staat er hieronder “nu”? Dan is dat het moment dat u koos.</p>}
      {props.lines}
      {closed.length > 0 ? (
        <>
          <Heading level={2}>Op een ander moment</Heading>
          <ul class="ib-tasks">
            {closed.map((helper) => (
              <HelperLine helper={helper} key={helper.offer.id} />
            ))}
          </ul>
        </>
      ) : null}
      <ActionGroup>
        {props.cardHref ? <ButtonLink href={props.cardHref}>Routekaart om te printen</ButtonLink> : null}
      </ActionGroup>
    </>
  );
}

/** One care coordination: its number when it answers, for whom it is, and how sure that is. */
function HelperLine({ helper }: { helper: Helper }) {
  const { offer, standing, number } = helper;
  const isSure = standing === 'holds';
  return (
    <li class="ib-task">
      <div class="ib-task__text">
        <p>
          <strong>{`${offer.name}, ${offer.organisationName}`}</strong>{' '}
          {number ? <PhoneLink number={number} isSure={isSure} /> : null}
        </p>
        <BulletList
          items={[
            ...(number ? [] : [`Nummer op dat moment: ${offer.phone}.`]),
            sayHours(offer),
            sayForWhom(offer),
            ...(helper.servesAll ? [] : ['Niet voor iedereen: vraag of zij deze persoon kunnen helpen.']),
            `${capital(sayConfirmed(offer.confirmedOn))}.`,
          ]}
        />
      </div>
      <div class="ib-task__state">
        {number && isSure ? <StatusBadge kind="ok" label="Neemt op" /> : null}
        {number ? null : <StatusBadge kind="neutral" label="Dicht" />}
        {isSure ? null : <StatusBadge {...STANDING_WORDS[standing]} />}
      </div>
    </li>
  );
}

const capital = (text: string) => `${text[0]!.toUpperCase()}${text.slice(1)}`;
