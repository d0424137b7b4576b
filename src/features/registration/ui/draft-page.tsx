import { Checkbox } from '../../../ui/forms/checkboxes.tsx';
import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { HiddenField } from '../../../ui/forms/hidden-field.tsx';
import { SubmitButton } from '../../../ui/forms/submit-button.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { addressOf } from '../../../ui/public-pages.ts';
import { Alert } from '../../../ui/show/alert.tsx';
import { LinkCards } from '../../../ui/show/link-cards.tsx';
import { Link } from '../../../ui/text/link.tsx';
import { Paragraph } from '../../../ui/text/paragraph.tsx';
import type { ReporterType, Route } from '../domain/reporting-guide.ts';
import { ContentFields, NameFields } from './content-fields.tsx';
import { GUIDE_PATH, GUIDE_TITLE } from './guide-words.ts';
import { OWN_PATH, OWN_TITLE, ROUTE_WORDS } from './registration-words.ts';
import { ReportsAs } from './reports-as.tsx';

const BACK = [{ href: OWN_PATH, label: OWN_TITLE }];

/** By which way: the three of them, those that are open to this person. */
export function ChooseRoutePage(props: { frame: PageFrame; routes: readonly Route[]; kinds: readonly ReporterType[] }) {
  return (
    <Page
      frame={props.frame}
      title="Meld iemand aan"
      breadcrumbs={BACK}
      lead="Hoe wilt u aanmelden? Zonder naam kan altijd, en een naam kan later."
    >
      {props.routes.length === 0 ? (
        <Alert kind="warning" title="als wat u aanmeldt, staat nog niet vast">
          <p>
            CoMensha legt vast voor wat voor soort organisatie u aanmeldt.{' '}
            <Link href={addressOf('whoToCall', 'nl')}>Bel CoMensha</Link>. Zij kan de aanmelding ook aan de telefoon
            opnemen.
          </p>
        </Alert>
      ) : (
        <>
          <LinkCards
            label="Wegen om aan te melden"
            cards={props.routes.map((route) => ({
              href: `${OWN_PATH}/nieuw/${route}`,
              title: ROUTE_WORDS[route].label,
              description: ROUTE_WORDS[route].about,
            }))}
          />
          <ReportsAs kinds={props.kinds} />
        </>
      )}
      <Paragraph>
        Twijfelt u? <Link href={GUIDE_PATH}>{GUIDE_TITLE}</Link>
      </Paragraph>
    </Page>
  );
}

/** A registration as it is written, new or once more. Nothing is sent from here. */
export function DraftPage(props: {
  frame: PageFrame;
  action: string;
  route: Route;
  reporters: readonly ReporterType[];
  formKey: string;
  /** Undefined for a new one. */
  code?: string | undefined;
  values: FieldValues;
  errors?: FieldErrors | undefined;
}) {
  const { frame, route, values, errors, code } = props;
  const title = code ? `Wijzig aanmelding ${code}` : `Meld aan: ${ROUTE_WORDS[route].label.toLowerCase()}`;
  return (
    <Page
      frame={frame}
      title={title}
      breadcrumbs={code ? [...BACK, { href: `${OWN_PATH}/${code}`, label: `Aanmelding ${code}` }] : BACK}
      errors={errors}
      lead="Vul in wat u weet. Onbekend mag overal. U bewaart eerst; versturen doet u daarna."
    >
      <Form frame={frame} action={props.action} idempotencyKey={props.formKey} autocomplete="off" label={title}>
        {code ? <HiddenField name="versie" value={String(values.versie ?? '')} /> : null}
        {route === 'nameless' ? null : <NameFields values={values} errors={errors} />}
        <ContentFields values={values} errors={errors} reporters={props.reporters} />
        {code ? null : (
          <Checkbox
            values={values}
            errors={errors}
            name="hulp"
            label="Ook een hulpvraag"
            description="U bewaart deze aanmelding en gaat door naar de hulpvraag. Wat u hier invult, staat daar al in."
          />
        )}
        <SubmitButton>Bewaar</SubmitButton>
      </Form>
      <Paragraph kind="small">
        Wij vragen geen adres en geen verblijfspositie. Wat u invult, is verzegeld. Alleen u ziet het, en wat u
        verstuurt ziet CoMensha.
      </Paragraph>
    </Page>
  );
}
