import { Checkbox } from '../../../ui/forms/checkboxes.tsx';
import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { HiddenField } from '../../../ui/forms/hidden-field.tsx';
import { SubmitButton } from '../../../ui/forms/submit-button.tsx';
import { TextArea } from '../../../ui/forms/text-area.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { Alert } from '../../../ui/show/alert.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { Link } from '../../../ui/text/link.tsx';
import type { Submission } from '../domain/submission.ts';
import { LIBRARY_CRUMBS } from './library-page.tsx';
import { KIND_WORDS, SubmittedContent, titleOf } from './submission-pages.tsx';

const CRUMBS = [...LIBRARY_CRUMBS, { href: '/praktijk/nakijken', label: 'Nakijken' }];

/** Looking one over: publish it, or send it back with what must change. */
export function ModeratePage(props: {
  frame: PageFrame;
  submission: Submission;
  senderName: string;
  elementTitle: string | undefined;
  isOwn: boolean;
  values: FieldValues;
  errors?: FieldErrors | undefined;
  conflict: string | undefined;
  keys: { readonly publish: string; readonly back: string };
}) {
  const { frame, submission } = props;
  const path = `/praktijk/nakijken/${submission.id}`;
  return (
    <Page
      frame={frame}
      title={titleOf(submission)}
      lead={`${KIND_WORDS[submission.kind]} van ${props.senderName}`}
      errors={props.errors}
      breadcrumbs={CRUMBS}
      status={props.conflict ? <Alert kind="warning" title={props.conflict} /> : undefined}
    >
      {submission.isFlagged ? (
        <Alert kind="warning" title="iets leek op een naam">
          <p>De inzender zei dat het geen naam van een persoon is. Kijk dat na.</p>
        </Alert>
      ) : null}
      <SubmittedContent submission={submission} elementTitle={props.elementTitle} />
      {submission.state !== 'waiting' ? (
        <Alert kind="info" title="dit is al nagekeken">
          <p>
            <Link href="/praktijk/nakijken">Terug naar wat wacht</Link>
          </p>
        </Alert>
      ) : props.isOwn ? (
        <Alert kind="info" title="u stuurde dit zelf in">
          <p>Een collega kijkt het na.</p>
        </Alert>
      ) : (
        <>
          <Heading level={2}>Kan dit erin?</Heading>
          <Form frame={frame} action={`${path}/publiceren`} idempotencyKey={props.keys.publish} label="Publiceren">
            <HiddenField name="versie" value={String(submission.version)} />
            {submission.kind === 'practice' ? (
              <Checkbox
                name="nagekeken"
                label="Ik legde het naast de bron en het klopt"
                description="Laat u dit leeg, dan staat er «nog te verifiëren» bij."
                optional
                values={props.values}
                errors={props.errors}
              />
            ) : null}
            <SubmitButton>Publiceer</SubmitButton>
          </Form>
          <Heading level={2}>Moet het anders?</Heading>
          <Form frame={frame} action={`${path}/terugsturen`} idempotencyKey={props.keys.back} label="Terugsturen">
            <HiddenField name="versie" value={String(submission.version)} />
            <TextArea
              name="reden"
              label="Wat moet er anders?"
              description="De inzender leest dit, past het aan en stuurt het opnieuw in."
              rows={3}
              values={props.values}
              errors={props.errors}
            />
            <SubmitButton emphasis="secondary">Stuur terug</SubmitButton>
          </Form>
        </>
      )}
    </Page>
  );
}
