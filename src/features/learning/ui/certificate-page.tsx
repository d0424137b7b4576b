import { type PlainDate, writeDate } from '../../../shared-kernel/plain-date.ts';
import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import { TextField } from '../../../ui/forms/text-field.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { Alert } from '../../../ui/show/alert.tsx';
import { Button } from '../../../ui/text/button.tsx';
import { Paragraph } from '../../../ui/text/paragraph.tsx';
import { CERTIFICATE_TEXTS } from './certificate-texts.ts';

/** What the number says; `found` is missing when there is no certificate of that number. */
export interface ShownAnswer {
  readonly number: string;
  readonly found: { readonly pathTitle: string; readonly validUntil: PlainDate; readonly isValid: boolean } | undefined;
}

/** Everybody checks the number of a certificate: whether it is valid, of which path and until when. Never whose it is. */
export function CertificatePage(props: {
  frame: PageFrame;
  values: FieldValues;
  errors?: FieldErrors | undefined;
  answer: ShownAnswer | undefined;
}) {
  const { frame, answer } = props;
  const { lang } = frame;
  const texts = CERTIFICATE_TEXTS[lang];
  return (
    <Page frame={frame} title={texts.title} lead={texts.lead} errors={props.errors}>
      {answer === undefined ? null : answer.found ? (
        <Alert
          kind={answer.found.isValid ? 'info' : 'warning'}
          title={answer.found.isValid ? texts.valid : texts.lapsed}
        >
          <p>
            {texts.of(answer.number)} <span lang="nl">{answer.found.pathTitle}</span>.{' '}
            {answer.found.isValid
              ? texts.until(writeDate(answer.found.validUntil, lang))
              : texts.was(writeDate(answer.found.validUntil, lang))}
          </p>
        </Alert>
      ) : (
        <Alert kind="warning" title={texts.unknown}>
          <p>{texts.lookAgain(answer.number)}</p>
        </Alert>
      )}
      <form class="ib-form" method="get" action={frame.path} aria-label={texts.title} noValidate>
        <TextField
          name="nummer"
          label={texts.number}
          description={texts.example}
          width="medium"
          autocomplete="off"
          spellcheck={false}
          values={props.values}
          errors={props.errors}
        />
        <Button type="submit" emphasis="primary">
          {texts.check}
        </Button>
      </form>
      <Paragraph>{texts.privacy}</Paragraph>
    </Page>
  );
}
