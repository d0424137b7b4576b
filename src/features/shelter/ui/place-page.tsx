import { MomentText } from '../../../ui/format/date-text.tsx';
import { DateField } from '../../../ui/forms/date-field.tsx';
import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { HiddenField } from '../../../ui/forms/hidden-field.tsx';
import { SubmitButton } from '../../../ui/forms/submit-button.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { Alert } from '../../../ui/show/alert.tsx';
import { Table } from '../../../ui/show/table.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { BulletList } from '../../../ui/text/paragraph.tsx';
import type { Place, PlaceDays, PlaceFeatures } from '../domain/place.ts';
import { dayFacts, featureFacts, PlaceDayFields, PlaceFields } from './place-fields.tsx';

const CHANGE_WORDS: Readonly<Record<string, string>> = {
  added: 'Vastgelegd',
  changed: 'Gewijzigd',
  taken: 'Bezet gemeld',
  freed: 'Vrij gemeld',
};

type Offered = PlaceFeatures & PlaceDays;

/** What each change made different, in words: what stood there until then, and what stood there after it. The newest come first. */
function differencesIn(
  place: Place,
  changes: readonly { readonly id: string; readonly before: Offered | undefined }[],
): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  let after: Offered = place;
  for (const { id, before } of changes) {
    if (!before) continue;
    const now = [...featureFacts(after), ...dayFacts(after)];
    const then = [...featureFacts(before), ...dayFacts(before)];
    found.set(
      id,
      then.flatMap(({ label, value }, index) =>
        value === now[index]!.value ? [] : [`${label}: ${value} → ${now[index]!.value}`],
      ),
    );
    after = before;
  }
  return found;
}

function Differences({ changes }: { changes: readonly string[] }) {
  return changes.length > 0 ? <BulletList items={changes} /> : null;
}

/** One place for the people of its shelter: what it offers, when it can be used, and what was said of it. */
export function PlacePage(props: {
  frame: PageFrame;
  place: Place;
  unitName: string;
  changes: readonly {
    readonly id: string;
    readonly kind: string;
    readonly changedAt: Date;
    readonly changedByName: string;
    readonly before: Offered | undefined;
  }[];
  formKey: string;
  values: FieldValues;
  errors: FieldErrors;
  isSaved: boolean;
}) {
  const { frame, place, values, errors } = props;
  const field = { values, errors };
  const differences = differencesIn(place, props.changes);
  return (
    <Page
      frame={frame}
      title={`${props.unitName}, plek ${place.number}`}
      errors={errors}
      breadcrumbs={[{ href: '/opvang', label: 'Onze plekken' }]}
      status={
        props.isSaved ? (
          <Alert kind="ok" title="bewaard">
            <p>Wie plaatst, ziet de plek nu zo.</p>
          </Alert>
        ) : undefined
      }
    >
      <Form frame={frame} action={`/opvang/plekken/${place.id}`} idempotencyKey={props.formKey} label="Wijzig de plek">
        <HiddenField name="versie" value={String(values.versie ?? place.version)} />
        <PlaceFields {...field} />
        <PlaceDayFields {...field} />
        <DateField {...field} name="buitenVanaf" label="Buiten gebruik vanaf" optional />
        <DateField {...field} name="buitenTot" label="Weer te gebruiken op" optional="alleen bij buiten gebruik" />
        <SubmitButton>Bewaar</SubmitButton>
      </Form>
      <Heading level={2}>Wat er is gemeld</Heading>
      <Table
        caption="De laatste meldingen over deze plek"
        rows={props.changes}
        rowKey={({ id }) => id}
        columns={[
          {
            header: 'Wat',
            cell: ({ id, kind }) => (
              <>
                {CHANGE_WORDS[kind] ?? kind}
                <Differences changes={differences.get(id) ?? []} />
              </>
            ),
          },
          { header: 'Wanneer', kind: 'date', cell: ({ changedAt }) => <MomentText instant={changedAt} /> },
          { header: 'Door', cell: ({ changedByName }) => changedByName },
        ]}
      />
    </Page>
  );
}
