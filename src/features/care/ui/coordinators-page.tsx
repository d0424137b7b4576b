import { type PlainDate, writeDutchDate } from '../../../shared-kernel/plain-date.ts';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { EmptyState } from '../../../ui/show/empty-state.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { Link } from '../../../ui/text/link.tsx';
import { BulletList, Paragraph } from '../../../ui/text/paragraph.tsx';
import { PhoneLink } from '../../../ui/text/phone-link.tsx';

/** Somebody who coordinates care in one of the organisations of a municipality, by name. */
export interface ShownCoordinator {
  readonly organisationId: string;
  readonly organisationName: string;
  readonly name: string;
  readonly mobile: string | undefined;
  readonly awayUntil: PlainDate | undefined;
  readonly standsIn: string | undefined;
}

/** Who coordinates care for a municipality, by name: only of organisations with which the reader handles a case. */
export function CoordinatorsPage(props: {
  frame: PageFrame;
  municipality: { readonly code: string; readonly name: string };
  coordinators: readonly ShownCoordinator[];
}) {
  const { municipality, coordinators } = props;
  const path = `/netwerk/dekking/${municipality.code}`;
  return (
    <Page
      frame={props.frame}
      title={`Zorgcoördinatoren voor ${municipality.name}`}
      breadcrumbs={[
        { href: '/netwerk/dekking', label: 'Dekking' },
        { href: path, label: municipality.name },
      ]}
      lead="U ziet alleen namen en nummers bij organisaties waarmee u dit jaar samen iemand helpt of hielp."
    >
      {coordinators.length === 0 ? (
        <EmptyState title="Hier staan voor u geen namen" next={<Link href={path}>Kijk wie hier werkt</Link>}>
          U hebt met geen organisatie voor deze gemeente een aangenomen verwijzing of signaal. Bel het nummer van de
          organisatie.
        </EmptyState>
      ) : (
        [...Map.groupBy(coordinators, ({ organisationId }) => organisationId)].map(([id, all]) => (
          <section class="ib-flow" key={id} aria-label={all[0]!.organisationName}>
            <Heading level={2}>{all[0]!.organisationName}</Heading>
            <CoordinatorNames coordinators={all} />
          </section>
        ))
      )}
      <Paragraph kind="small">
        Een mobiel nummer staat er als iemand het zelf invulde. Geef het niet door: anderen bellen de organisatie.
      </Paragraph>
    </Page>
  );
}

/** Who they are, and on which number each can be called herself; of who is away, who stands in. */
export function CoordinatorNames(props: {
  coordinators: readonly Omit<ShownCoordinator, 'organisationId' | 'organisationName'>[];
}) {
  return (
    <BulletList
      items={props.coordinators.map(({ name, mobile, awayUntil, standsIn }) =>
        awayUntil ? (
          `${name}, afwezig tot en met ${writeDutchDate(awayUntil)}. ${standsIn ?? 'Iemand anders'} vervangt.`
        ) : mobile ? (
          <>
            {name}, <PhoneLink number={mobile} isSure />
          </>
        ) : (
          `${name}, geen mobiel nummer ingevuld`
        ),
      )}
    />
  );
}
