import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { Source } from '../../../ui/figures/source.tsx';
import { DateText } from '../../../ui/format/date-text.tsx';
import { NumberText } from '../../../ui/format/number-text.tsx';
import { Filters } from '../../../ui/forms/filters.tsx';
import { SelectField } from '../../../ui/forms/select-field.tsx';
import { TextField } from '../../../ui/forms/text-field.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { addressOf } from '../../../ui/public-pages.ts';
import { EmptyState } from '../../../ui/show/empty-state.tsx';
import { Table } from '../../../ui/show/table.tsx';
import { ButtonLink } from '../../../ui/text/button.tsx';
import { Link } from '../../../ui/text/link.tsx';
import { BulletList } from '../../../ui/text/paragraph.tsx';
import type { MunicipalityView } from './municipality-page.tsx';
import { LIST_TEXTS } from './municipality-texts.tsx';

/** All municipalities of today, to find one's own. */
export function MunicipalitiesPage(props: {
  frame: PageFrame;
  all: readonly MunicipalityView[];
  shown: readonly MunicipalityView[];
  /** No name held what was typed; these are written alike. */
  isGuess: boolean;
  /** Municipalities that are no more and were called so, with the one they belong to now. */
  former: readonly {
    readonly name: string;
    readonly onDate: PlainDate;
    readonly code: string;
    readonly successor: string;
  }[];
  name: string;
  province: string;
  /** False for a code that is no province: nothing is found, and the page says why. */
  isProvinceKnown: boolean;
}) {
  const { lang } = props.frame;
  const texts = LIST_TEXTS[lang];
  const list = addressOf('municipalities', lang);
  const linkTo = (code: string, name: string) => <Link href={addressOf('municipality', lang, code)}>{name}</Link>;
  const provinces = [...new Map(props.all.map((m) => [m.provinceCode, m.provinceName])).entries()].sort((a, b) =>
    a[1].localeCompare(b[1], 'nl'),
  );
  const values = { naam: props.name, provincie: props.province };
  const errors = props.isProvinceKnown ? {} : { provincie: texts.unknownProvince };
  return (
    <Page frame={props.frame} title={texts.title} wide lead={texts.lead(props.all.length)} errors={errors}>
      <Filters action={list} label={texts.search}>
        <TextField name="naam" label={texts.name} optional values={values} />
        <SelectField
          name="provincie"
          label={texts.province}
          optional
          values={values}
          errors={errors}
          placeholder={texts.everyProvince}
          choices={provinces.map(([value, label]) => ({ value, label }))}
        />
      </Filters>
      {props.former.length > 0 ? (
        <BulletList
          items={props.former.map((former) => (
            <span key={`${former.name} ${former.code}`}>
              {texts.belongs(former.name, <DateText date={former.onDate} />, linkTo(former.code, former.successor))}
            </span>
          ))}
        />
      ) : null}
      {props.isGuess && props.shown.length > 0 ? <p>{texts.guess(props.name, props.shown.length)}</p> : null}
      {props.shown.length === 0 ? (
        props.former.length > 0 ? null : (
          <EmptyState
            title={texts.nothing}
            next={
              <>
                {props.name && props.province ? (
                  <ButtonLink href={`${list}?naam=${encodeURIComponent(props.name)}`}>
                    {texts.searchEverywhere}
                  </ButtonLink>
                ) : null}
                <ButtonLink href={list}>{texts.showAll}</ButtonLink>
              </>
            }
          >
            {props.isProvinceKnown ? texts.nothingHelp : texts.unknownProvince}
          </EmptyState>
        )
      ) : (
        <Table
          caption={
            props.shown.length === props.all.length ? texts.all : texts.some(props.shown.length, props.all.length)
          }
          sortable
          rows={props.shown}
          rowKey={(m) => m.code}
          columns={[
            { header: texts.municipality, cell: (m) => linkTo(m.code, m.name) },
            { header: texts.province, cell: (m) => m.provinceName },
            { header: texts.population, kind: 'number', cell: (m) => <NumberText value={m.population} /> },
          ]}
        />
      )}
      {props.all[0] ? (
        <Source
          source="CBS"
          series={texts.series}
          date={props.all[0].populationOn}
          uncertainty={texts.certain}
          jsonHref="/api/v1/gemeenten?paginaGrootte=500"
        />
      ) : null}
    </Page>
  );
}
