import type { ComponentChildren } from 'preact';
import { Checkboxes } from '../../../ui/forms/checkboxes.tsx';
import { type FieldErrors, type FieldValues, keptValue } from '../../../ui/forms/field.tsx';
import { HiddenField } from '../../../ui/forms/hidden-field.tsx';
import { Radios } from '../../../ui/forms/radios.tsx';
import { SelectField } from '../../../ui/forms/select-field.tsx';
import { SubmitButton } from '../../../ui/forms/submit-button.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { addressOf } from '../../../ui/public-pages.ts';
import { Emergency } from '../../../ui/show/emergency.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { Link } from '../../../ui/text/link.tsx';
import { Paragraph } from '../../../ui/text/paragraph.tsx';
import type { Signal, SignalCategory } from '../domain/catalogue.ts';
import { ANSWERS, ASKERS, BESIDE, KNOWN_BY } from '../domain/signal-check.ts';
import { SIGNAL_CATEGORY_NAMES, SIGNAL_ROLE_NAMES } from './catalogue-texts.ts';
import { CHECK_TEXTS } from './check-texts.ts';

const STEPS = 4;

interface StepProps {
  readonly frame: PageFrame;
  readonly values: FieldValues;
  readonly errors?: FieldErrors | undefined;
}

/** A page of the check: danger above all, one question or group of questions, and everything answered before carried along unseen. */
function StepPage(
  props: StepProps & {
    readonly step: number;
    readonly name: string;
    readonly carried: readonly string[];
    readonly button?: string | undefined;
    readonly children: ComponentChildren;
  },
) {
  const { frame, errors, values, step } = props;
  const texts = CHECK_TEXTS[frame.lang];
  const address = addressOf('signalCheck', frame.lang);
  const title = step === 1 ? texts.title : `${texts.step(step, STEPS)} – ${texts.title}`;
  return (
    <Page
      frame={frame}
      title={title}
      heading={texts.title}
      lead={step === 1 ? texts.lead : undefined}
      errors={errors}
      leave={step === 1 ? true : 'forgets'}
    >
      <Danger frame={frame} />
      <p class="ib-step">{texts.step(step, STEPS)}</p>
      <form class="ib-form" method="post" action={address} autocomplete="off" noValidate>
        {frame.csrf ? <HiddenField name="_csrf" value={frame.csrf} /> : null}
        <HiddenField name="stap" value={props.name} />
        {props.carried.map((name) => (
          <HiddenField name={name} value={keptValue(values, name)} key={name} />
        ))}
        {props.children}
        <SubmitButton>{props.button ?? texts.next}</SubmitButton>
      </form>
      {step > 1 ? (
        <p>
          <Link href={address}>{texts.again}</Link>
        </p>
      ) : null}
    </Page>
  );
}

/** 112 before anything else, on every page of the check. */
export function Danger({ frame }: { frame: PageFrame }) {
  const texts = CHECK_TEXTS[frame.lang];
  return (
    <Emergency>
      {texts.danger} <Link href="tel:112">{texts.call112}</Link>
    </Emergency>
  );
}

/** First who asks: that decides everything after it. */
export function CheckWhoPage(props: StepProps) {
  const texts = CHECK_TEXTS[props.frame.lang];
  return (
    <StepPage {...props} step={1} name="wie" carried={[]}>
      <Radios
        name="wie"
        label={texts.who}
        description={texts.whoWhy}
        {...props}
        choices={ASKERS.map((value) => ({
          value,
          label: texts.askers[value],
          description: texts.askerHelp[value],
        }))}
      />
    </StepPage>
  );
}

/** Is there danger, is it about a person or a place, in which work, and where. */
export function CheckSituationPage(
  props: StepProps & { readonly municipalities: readonly { readonly code: string; readonly name: string }[] },
) {
  const texts = CHECK_TEXTS[props.frame.lang];
  const { frame, values, errors } = props;
  return (
    <StepPage {...props} step={2} name="situatie" carried={['wie']}>
      <Radios
        name="gevaar"
        label={texts.isDanger}
        description={texts.isDangerWhy}
        values={values}
        errors={errors}
        choices={ANSWERS.map((value) => ({ value, label: texts.answers[value] }))}
      />
      <Radios
        name="over"
        label={texts.about}
        values={values}
        errors={errors}
        choices={[
          { value: 'person', label: texts.aboutPerson },
          { value: 'place', label: texts.aboutPlace },
        ]}
      />
      <SelectField
        name="rol"
        label={texts.role}
        optional
        values={values}
        placeholder={texts.otherRole}
        choices={Object.entries(SIGNAL_ROLE_NAMES[frame.lang]).map(([value, label]) => ({ value, label }))}
      />
      <SelectField
        name="gemeente"
        label={texts.municipality}
        optional
        searchable
        values={values}
        placeholder={texts.noMunicipality}
        choices={props.municipalities.map(({ code, name }) => ({ value: code, label: name }))}
      />
    </StepPage>
  );
}

/** What somebody noticed: the signals of one's work, by what they are about. */
export function CheckSignalsPage(props: StepProps & { readonly signals: readonly Signal[] }) {
  const { frame, signals } = props;
  const texts = CHECK_TEXTS[frame.lang];
  const names = SIGNAL_CATEGORY_NAMES[frame.lang];
  const categories = (Object.keys(names) as SignalCategory[]).filter((category) =>
    signals.some((signal) => signal.category === category),
  );
  return (
    <StepPage {...props} step={3} name="signalen" carried={['wie', 'over', 'rol', 'gemeente']}>
      <Heading level={2}>{texts.noticed}</Heading>
      <Paragraph>{texts.noticedWhy}</Paragraph>
      {categories.map((category) => (
        <Checkboxes
          key={category}
          name={`signalen-${category}`}
          label={names[category]}
          choices={signals
            .filter((signal) => signal.category === category)
            .map((signal) => ({ value: signal.id, label: signal[frame.lang] }))}
        />
      ))}
    </StepPage>
  );
}

/** How somebody knows each of them, and what it could be besides. */
export function CheckHowPage(props: StepProps & { readonly chosen: readonly Signal[]; readonly isPerson: boolean }) {
  const { frame, values, errors, chosen } = props;
  const texts = CHECK_TEXTS[frame.lang];
  const answers = ANSWERS.map((value) => ({ value, label: texts.answers[value] }));
  return (
    <StepPage
      {...props}
      step={4}
      name="hoe"
      carried={['wie', 'over', 'rol', 'gemeente', 'signalen']}
      button={texts.show}
    >
      {chosen.length > 0 ? (
        <>
          <Heading level={2}>{texts.how}</Heading>
          <Paragraph>{texts.howWhy}</Paragraph>
          {chosen.map((signal) => (
            <Radios
              key={signal.id}
              name={`hoe-${signal.id}`}
              label={signal[frame.lang]}
              values={values}
              errors={errors}
              choices={KNOWN_BY.filter((by) => props.isPerson || by !== 'said').map((value) => ({
                value,
                label: texts.knownBy[value],
              }))}
            />
          ))}
        </>
      ) : null}
      {props.isPerson ? (
        <>
          <Radios name="minderjarig" label={texts.minor} values={values} errors={errors} choices={answers} inline />
          <Radios name="beperking" label={texts.disability} values={values} errors={errors} choices={answers} inline />
        </>
      ) : null}
      <Checkboxes
        name="lijkt-op"
        label={texts.looksLike}
        description={texts.looksLikeWhy}
        optional
        values={values}
        choices={BESIDE.map((value) => ({ value, label: texts.besideChoices[value] }))}
      />
    </StepPage>
  );
}
