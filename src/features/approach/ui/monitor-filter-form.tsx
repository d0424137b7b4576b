import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import { Filters } from '../../../ui/forms/filters.tsx';
import { HiddenField } from '../../../ui/forms/hidden-field.tsx';
import { SelectField } from '../../../ui/forms/select-field.tsx';
import { TextField } from '../../../ui/forms/text-field.tsx';
import { Paragraph } from '../../../ui/text/paragraph.tsx';
import { ANCHORING_ELEMENT } from '../domain/anchoring.ts';
import {
  countChoices,
  type Filtered,
  MONITOR_REGIONS,
  type MonitorFilter,
  type MonitorRegion,
  UNKNOWN_REGION,
} from '../domain/monitor-filter.ts';
import { MONITOR_STATES } from '../domain/monitor-state.ts';
import {
  ANCHORED_NAMES,
  ANCHORED_VALUES,
  labelOf,
  type NamedElement,
  ORDERS,
  REGION_FIELDS,
  REGION_NAMES,
  STATE_VALUES,
} from './monitor-words.ts';

/** The regions of each kind that some municipality belongs to today, by name. */
export type KnownRegions = Readonly<Record<MonitorRegion, readonly { readonly code: string; readonly name: string }[]>>;

/** What to see of the country, in the address; each choice with how many municipalities it would show. */
export function MonitorFilterForm(props: {
  all: readonly Filtered[];
  regions: KnownRegions;
  elements: readonly NamedElement[];
  element: NamedElement;
  filter: MonitorFilter;
  values: FieldValues;
  errors: FieldErrors;
  clearHref: string | undefined;
  isSideBySide: boolean;
}) {
  const { all, filter, values, errors, element } = props;
  const states = countChoices(all, filter, 'state');
  const anchored = countChoices(all, filter, 'anchored');
  const noSource = MONITOR_REGIONS.filter((kind) => props.regions[kind].length === 0);
  return (
    <>
      <Filters action="/monitor" label="Filter kaart en tabel" clearHref={props.clearHref}>
        <SelectField
          name="onderdeel"
          label="Onderdeel"
          values={{ onderdeel: element.id }}
          errors={errors}
          placeholder={props.elements[0]!.title}
          choices={props.elements.slice(1).map(({ id, title }) => ({ value: id, label: title }))}
        />
        {MONITOR_REGIONS.filter((kind) => props.regions[kind].length > 0).map((kind) => (
          <RegionField key={kind} kind={kind} {...props} />
        ))}
        <SelectField
          name="stand"
          label="Stand"
          optional
          values={values}
          errors={errors}
          placeholder="Alle standen"
          choices={MONITOR_STATES.filter(
            (state) => states.has(state) || filter.state === state || element.id !== ANCHORING_ELEMENT,
          ).map((state) => ({
            value: STATE_VALUES[state],
            label: `${labelOf(element.id, state)} (${states.get(state) ?? 0})`,
          }))}
        />
        {element.id === ANCHORING_ELEMENT ? null : (
          <SelectField
            name="borging"
            label="Borging"
            optional
            values={values}
            errors={errors}
            placeholder="Geborgd of niet"
            choices={(['anchored', 'lapsed', 'not'] as const).map((state) => ({
              value: ANCHORED_VALUES[state],
              label: `${ANCHORED_NAMES[state]} (${anchored.get(state) ?? 0})`,
            }))}
          />
        )}
        <TextField name="naam" label="Naam van de gemeente" type="search" optional values={values} errors={errors} />
        <SelectField
          name="volgorde"
          label="Volgorde"
          optional
          values={values}
          errors={errors}
          placeholder={ORDERS.naam}
          choices={(['einddatum', 'oudste'] as const).map((order) => ({ value: order, label: ORDERS[order] }))}
        />
        {props.isSideBySide ? <HiddenField name="tabel" value="alle" /> : null}
      </Filters>
      {noSource.map((kind) => (
        <Paragraph kind="small" key={kind}>
          Bij welke {REGION_NAMES[kind].one} een gemeente hoort, is onbekend: wij hebben er geen bron voor. Daarom kunt
          u daar niet op filteren.
        </Paragraph>
      ))}
    </>
  );
}

function RegionField(props: {
  kind: MonitorRegion;
  all: readonly Filtered[];
  regions: KnownRegions;
  filter: MonitorFilter;
  values: FieldValues;
  errors: FieldErrors;
}) {
  const { kind } = props;
  const counts = countChoices(props.all, props.filter, kind);
  const someUnknown = props.all.some((each) => each.regions[kind] === undefined);
  const { one, all } = REGION_NAMES[kind];
  return (
    <SelectField
      name={REGION_FIELDS[kind]}
      label={`${one[0]!.toUpperCase()}${one.slice(1)}`}
      optional
      values={props.values}
      errors={props.errors}
      placeholder={all}
      choices={[...props.regions[kind], ...(someUnknown ? [{ code: UNKNOWN_REGION, name: 'Onbekend' }] : [])].map(
        ({ code, name }) => ({ value: code, label: `${name} (${counts.get(code) ?? 0})` }),
      )}
    />
  );
}
