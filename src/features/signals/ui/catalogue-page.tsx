import { writeDate } from '../../../shared-kernel/plain-date.ts';
import { Filters } from '../../../ui/forms/filters.tsx';
import { SelectField } from '../../../ui/forms/select-field.tsx';
import { TextField } from '../../../ui/forms/text-field.tsx';
import { useLanguage } from '../../../ui/language.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { addressOf } from '../../../ui/public-pages.ts';
import { EmptyState } from '../../../ui/show/empty-state.tsx';
import { Pagination } from '../../../ui/show/pagination.tsx';
import { StatusBadge } from '../../../ui/show/status-badge.tsx';
import { ActionGroup, ButtonLink } from '../../../ui/text/button.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { BulletList, Paragraph } from '../../../ui/text/paragraph.tsx';
import { type CatalogueFilter, SIGNAL_ROLES, type Signal } from '../domain/catalogue.ts';
import {
  CATALOGUE_TEXTS,
  SIGNAL_CATEGORY_NAMES,
  SIGNAL_FORM_NAMES,
  SIGNAL_ROLE_NAMES,
  SIGNAL_STRENGTH_NAMES,
} from './catalogue-texts.ts';

/** What somebody asked of the catalogue, as it stands in the address. */
export interface CatalogueQuestion extends CatalogueFilter {
  readonly words: string;
}

/** The signals, to search in and to read: by words, work, form, kind and strength. */
export function CataloguePage(props: {
  frame: PageFrame;
  asked: CatalogueQuestion;
  /** The signals of this page of the list. */
  shown: readonly Signal[];
  /** How many fit, and how many there are. */
  matching: number;
  total: number;
  isGuess: boolean;
  page: number;
  pages: number;
}) {
  const { asked, frame } = props;
  const texts = CATALOGUE_TEXTS[frame.lang];
  const address = addressOf('signals', frame.lang);
  const values = {
    q: asked.words,
    rol: asked.role ?? '',
    vorm: asked.form ?? '',
    soort: asked.category ?? '',
    sterkte: asked.strength ?? '',
  };
  const filters = [
    { name: 'rol', label: texts.role, every: texts.everyRole, names: SIGNAL_ROLE_NAMES[frame.lang] },
    { name: 'vorm', label: texts.form, every: texts.everyForm, names: SIGNAL_FORM_NAMES[frame.lang] },
    { name: 'soort', label: texts.category, every: texts.everyCategory, names: SIGNAL_CATEGORY_NAMES[frame.lang] },
    { name: 'sterkte', label: texts.strength, every: texts.everyStrength, names: SIGNAL_STRENGTH_NAMES[frame.lang] },
  ];
  const query = Object.entries(values).filter(([, value]) => value !== '');
  const hrefOf = (page: number) => `${address}?${new URLSearchParams([...query, ['pagina', String(page)]])}`;
  return (
    <Page frame={frame} title={texts.title} lead={texts.lead}>
      <ActionGroup>
        <ButtonLink href={addressOf('signalCheck', frame.lang)} emphasis="primary">
          {texts.check}
        </ButtonLink>
        <ButtonLink href={addressOf('signalCards', frame.lang)}>{texts.cards}</ButtonLink>
        <ButtonLink href={addressOf('whoToCall', frame.lang)}>{texts.call}</ButtonLink>
      </ActionGroup>
      <Heading level={2}>{texts.rulesTitle}</Heading>
      <BulletList items={texts.rules} />
      <Paragraph kind="small">{texts.status}</Paragraph>
      <Filters action={address} label={texts.filter} clearHref={query.length > 0 ? address : undefined}>
        <TextField name="q" type="search" label={texts.words} optional values={values} />
        {filters.map(({ name, label, every, names }) => (
          <SelectField
            name={name}
            label={label}
            optional
            values={values}
            placeholder={every}
            choices={Object.entries(names).map(([value, text]) => ({ value, label: text }))}
            key={name}
          />
        ))}
      </Filters>
      {props.shown.length === 0 ? (
        <EmptyState title={texts.noneTitle} next={<ButtonLink href={address}>{texts.showAll}</ButtonLink>}>
          {texts.none}
        </EmptyState>
      ) : (
        <section class="ib-flow" aria-labelledby="gevonden">
          <Heading level={2} id="gevonden">
            {texts.count(props.matching, props.total)}
          </Heading>
          {props.isGuess ? <Paragraph>{texts.guess}</Paragraph> : null}
          <ul class="ib-tasks">
            {props.shown.map((signal) => (
              <SignalLine signal={signal} key={signal.id} />
            ))}
          </ul>
          <Pagination page={props.page} pages={props.pages} hrefOf={hrefOf} />
        </section>
      )}
    </Page>
  );
}

/** One signal, never without what else it can be and whether anybody validated it. */
function SignalLine({ signal }: { signal: Signal }) {
  const language = useLanguage();
  const texts = CATALOGUE_TEXTS[language];
  const isEverywhere = signal.roles.length === SIGNAL_ROLES.length;
  const roles = signal.roles.map((role) => SIGNAL_ROLE_NAMES[language][role]).join(', ');
  return (
    <li class="ib-task">
      <div class="ib-task__text">
        <p>
          <strong>{signal[language]}</strong>
        </p>
        <p>
          <strong>{texts.elsewise}</strong> {signal.elsewise[language]}
          {signal.elsewise.reviewedBy === null ? <span class="ib-soft"> ({texts.ownWords})</span> : null}
        </p>
        {signal.sexWorkIsLegal && !signal.elsewise[language].startsWith(texts.sexWork) ? <p>{texts.sexWork}</p> : null}
        <p class="ib-soft">
          {signal.id} · {SIGNAL_FORM_NAMES[language][signal.form]} · {SIGNAL_CATEGORY_NAMES[language][signal.category]}.{' '}
          {isEverywhere ? texts.inAll : texts.metBy(roles)}
        </p>
      </div>
      <div class="ib-task__state">
        <StatusBadge
          kind={signal.strength === 'strong' ? 'info' : 'neutral'}
          label={SIGNAL_STRENGTH_NAMES[language][signal.strength]}
        />
        {signal.validatedBy === null || signal.validatedOn === null ? (
          <StatusBadge kind="warning" label={texts.untested} />
        ) : (
          <StatusBadge kind="ok" label={texts.tested(signal.validatedBy, writeDate(signal.validatedOn, language))} />
        )}
      </div>
    </li>
  );
}
