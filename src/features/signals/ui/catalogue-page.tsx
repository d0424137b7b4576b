import { Filters } from '../../../ui/forms/filters.tsx';
import { SelectField } from '../../../ui/forms/select-field.tsx';
import { TextField } from '../../../ui/forms/text-field.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { addressOf } from '../../../ui/public-pages.ts';
import { Alert } from '../../../ui/show/alert.tsx';
import { EmptyState } from '../../../ui/show/empty-state.tsx';
import { Pagination } from '../../../ui/show/pagination.tsx';
import { ActionGroup, ButtonLink } from '../../../ui/text/button.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { Link } from '../../../ui/text/link.tsx';
import { BulletList, Paragraph } from '../../../ui/text/paragraph.tsx';
import type { CatalogueFilter, Signal } from '../domain/catalogue.ts';
import {
  CATALOGUE_TEXTS,
  SIGNAL_CATEGORY_NAMES,
  SIGNAL_FORM_NAMES,
  SIGNAL_ROLE_NAMES,
  SIGNAL_STRENGTH_NAMES,
} from './catalogue-texts.ts';
import { OWN_SIGNALS_PATH, OWN_SIGNALS_TITLE } from './own-signal-words.ts';
import { SignalLine } from './signal-line.tsx';

/** Where a search leads to: on a telephone the questions fill the screen. */
const RESULT = 'gevonden';

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
  /** What to say about how it was searched. */
  notes: { readonly isGuess: boolean; readonly isWider: boolean; readonly isNeverOne: boolean };
  page: number;
  pages: number;
  /** For who works at a municipality, which may have signals of its own. */
  leadsToOwn: boolean;
}) {
  const { asked, frame, notes } = props;
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
      {props.leadsToOwn ? (
        <Paragraph>
          Uw gemeente kan zelf signalen toevoegen:{' '}
          <Link href={OWN_SIGNALS_PATH}>{OWN_SIGNALS_TITLE.toLowerCase()}</Link>.
        </Paragraph>
      ) : null}
      <Filters action={`${address}#${RESULT}`} label={texts.filter} clearHref={query.length > 0 ? address : undefined}>
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
      <section class="ib-flow" id={RESULT} aria-label={texts.result}>
        {notes.isNeverOne ? (
          <Alert kind="info" title={texts.neverTitle}>
            <Paragraph>{texts.never}</Paragraph>
          </Alert>
        ) : null}
        {props.shown.length === 0 ? (
          <EmptyState
            title={texts.noneTitle}
            next={
              <>
                <ButtonLink href={address} emphasis="primary">
                  {texts.showAll}
                </ButtonLink>
                <ButtonLink href={addressOf('signalCheck', frame.lang)}>{texts.check}</ButtonLink>
              </>
            }
          >
            {texts.none}
          </EmptyState>
        ) : (
          <>
            <Heading level={2}>{texts.count(props.matching, props.total)}</Heading>
            {notes.isGuess ? <Paragraph>{texts.guess}</Paragraph> : null}
            {notes.isWider ? <Paragraph kind="small">{texts.wider}</Paragraph> : null}
            <ul class="ib-tasks">
              {props.shown.map((signal) => (
                <SignalLine signal={signal} key={signal.id} />
              ))}
            </ul>
            <Pagination page={props.page} pages={props.pages} hrefOf={hrefOf} />
          </>
        )}
      </section>
    </Page>
  );
}
