import { withinSentence } from '../../../shared-kernel/within-sentence.ts';
import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { HiddenField } from '../../../ui/forms/hidden-field.tsx';
import { Radios } from '../../../ui/forms/radios.tsx';
import { SelectField } from '../../../ui/forms/select-field.tsx';
import { SubmitButton } from '../../../ui/forms/submit-button.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { Alert } from '../../../ui/show/alert.tsx';
import { DataList } from '../../../ui/show/data-list.tsx';
import { Disclosure } from '../../../ui/show/disclosure.tsx';
import { ButtonLink } from '../../../ui/text/button.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { Link } from '../../../ui/text/link.tsx';
import { BulletList } from '../../../ui/text/paragraph.tsx';
import { ELEMENT_STATES, type Fact } from '../domain/fact.ts';
import type { FrameworkElement, Plateau, Theme } from '../domain/framework.ts';
import type { Answer, Known, Missing } from '../domain/scan.ts';
import { SCAN_CRUMBS } from './scan-page.tsx';
import { MISSING_WORDS, STATE_WORDS, sayDuty } from './scan-words.ts';

/** The names of the fields of one element. */
export interface ThemeFields {
  readonly state: string;
  readonly evidence: string;
  readonly version: string;
}

/** One theme on one page: each element with its answers; what is known is shown and not asked. */
export function ScanThemePage(props: {
  frame: PageFrame;
  theme: Theme;
  plateau: Plateau;
  elements: readonly FrameworkElement[];
  known: ReadonlyMap<string, Known>;
  earlier: ReadonlyMap<string, Fact>;
  own: ReadonlyMap<string, Answer>;
  /** Names of documents that were mentioned before. */
  documents: readonly string[];
  fieldsOf: (element: string) => ThemeFields;
  /** What answers that were saved still miss. */
  missing: readonly { readonly element: FrameworkElement; readonly missing: Missing }[];
  values: FieldValues;
  errors?: FieldErrors;
  formKey: string;
  saved?: boolean;
  conflict?: FrameworkElement | undefined;
  next: { readonly href: string; readonly label: string };
}) {
  const { frame, theme, plateau, errors } = props;
  const asked = props.elements.filter(({ id }) => !props.known.has(id));
  const known = props.elements.filter(({ id }) => props.known.has(id));
  const path = `/aanpak/scan/thema/${theme.id}${plateau === 'verdieping' ? '/verdieping' : ''}`;
  const title = `Thema ${theme.id}: ${theme.title}${plateau === 'verdieping' ? ', verdieping' : ''}`;
  return (
    <Page
      frame={frame}
      title={title}
      errors={errors}
      breadcrumbs={[SCAN_CRUMBS[1]]}
      status={
        props.conflict ? (
          <Alert kind="warning" title="u wijzigde dit intussen op een ander apparaat">
            <p>
              Bij {props.conflict.id} {props.conflict.title} staat nu een ander antwoord. Deze pagina is nog niet
              opgeslagen. Kijk uw antwoorden na en bewaar opnieuw.
            </p>
          </Alert>
        ) : props.saved ? (
          <Saved missing={props.missing} next={props.next} />
        ) : undefined
      }
      lead={
        theme.source === 'kader-2021'
          ? 'Thema volgens het Kader (2021). Kies bij elk onderdeel wat nu het beste past.'
          : 'Dit onderdeel gaat over alle thema’s heen. Kies wat nu het beste past.'
      }
    >
      {known.length > 0 ? (
        <section class="ib-flow" aria-labelledby="bekend">
          <Heading level={2} id="bekend">
            Dit weten wij al
          </Heading>
          <DataList
            facts={known.map(({ id, title: label }) => {
              const { state, statement } = props.known.get(id)!;
              return {
                label: `${id} ${label}`,
                value: (
                  <>
                    {STATE_WORDS[state].label}. {statement}{' '}
                    <Link href={`/aanpak/scan/onderdeel/${id}`}>
                      Ziet u dit anders<span class="ib-hidden"> bij {id}</span>?
                    </Link>
                  </>
                ),
              };
            })}
          />
        </section>
      ) : null}
      {asked.length > 0 ? (
        <Form frame={frame} action={path} idempotencyKey={props.formKey} autocomplete="off" label={title}>
          {asked.map((element) => (
            <ElementQuestion key={element.id} {...props} element={element} />
          ))}
          <SubmitButton>Bewaar deze pagina</SubmitButton>
        </Form>
      ) : (
        <>
          <p>Op deze pagina hoeft u niets in te vullen.</p>
          <ButtonLink href={props.next.href}>{props.next.label}</ButtonLink>
        </>
      )}
    </Page>
  );
}

function Saved(props: {
  missing: readonly { readonly element: FrameworkElement; readonly missing: Missing }[];
  next: { readonly href: string; readonly label: string };
}) {
  return (
    <Alert kind="ok" title="bewaard">
      {props.missing.length > 0 ? (
        <>
          <p>Dit kunt u nog aanvullen. Zonder bewijs telt een onderdeel nog niet mee voor niveau 2.</p>
          <BulletList
            items={props.missing.map(({ element, missing }) => (
              <Link href={`/aanpak/scan/onderdeel/${element.id}`} key={element.id}>
                {`${element.id} ${element.title}: ${MISSING_WORDS[missing]}`}
              </Link>
            ))}
          />
        </>
      ) : null}
      <p>
        <Link href={props.next.href}>{props.next.label}</Link>
      </p>
    </Alert>
  );
}

function ElementQuestion(
  props: Pick<
    Parameters<typeof ScanThemePage>[0],
    'own' | 'earlier' | 'documents' | 'fieldsOf' | 'values' | 'errors'
  > & { readonly element: FrameworkElement },
) {
  const { element, values, errors } = props;
  const { id, title, question, evidenceAsked } = element;
  const fields = props.fieldsOf(id);
  const before = props.earlier.get(id);
  const own = props.own.get(id);
  return (
    <section class="ib-flow" aria-labelledby={`kop-${id}`}>
      <Heading level={2} id={`kop-${id}`}>{`${id} ${title}`}</Heading>
      <HiddenField name={fields.version} value={String(own?.version ?? 0)} />
      <Radios
        name={fields.state}
        label={question}
        description={before ? `Vorige scan: ${withinSentence(STATE_WORDS[before.state].label)}.` : undefined}
        values={values}
        errors={errors}
        inline
        choices={ELEMENT_STATES.map((state) => ({
          value: STATE_WORDS[state].value,
          label: STATE_WORDS[state].label,
        }))}
      />
      {props.documents.length > 0 ? (
        <SelectField
          name={fields.evidence}
          label="Bewijs"
          description={`${evidenceAsked}. Staat het er niet bij? Dan voegt u het na het bewaren toe.`}
          optional
          placeholder="Nog geen bewijs"
          values={values}
          errors={errors}
          choices={props.documents.map((document) => ({ value: document, label: document }))}
        />
      ) : (
        <p class="ib-soft">Bewijs: {evidenceAsked}. Dat voegt u na het bewaren toe.</p>
      )}
      <Disclosure summary="Waar komt dit vandaan?">
        <p>{sayDuty(element)}.</p>
        <p>
          <Link href={`/aanpak/scan/onderdeel/${id}`}>
            Alles over dit onderdeel invullen<span class="ib-hidden"> ({id})</span>
          </Link>
        </p>
      </Disclosure>
    </section>
  );
}
