import { Alert } from '../../../ui/show/alert.tsx';
import { Disclosure } from '../../../ui/show/disclosure.tsx';
import { Link } from '../../../ui/text/link.tsx';
import { BulletList } from '../../../ui/text/paragraph.tsx';
import { isArranged } from '../domain/fact.ts';
import { FOCAL_POINT_ELEMENT } from '../domain/focal-point.ts';
import type { Framework, FrameworkElement } from '../domain/framework.ts';
import { type Answer, hasEvidence, isPublishable } from '../domain/scan.ts';

/** Before a scan is settled: what is said to be there without showing it, and what the country will not see yet, each with its way to mend. */
export function ScanUnproven({ framework, answers }: { framework: Framework; answers: readonly Answer[] }) {
  const byElement = Map.groupBy(answers, ({ element }) => element);
  const ofElement = (id: string) => byElement.get(id) ?? [];
  const arranged = (id: string) => ofElement(id).filter(({ state }) => isArranged(state));
  const isShown = (id: string) => arranged(id).some(({ evidence }) => hasEvidence(evidence));
  const unproven = framework.elements.filter(({ id }) => arranged(id).length > 0 && !isShown(id));
  const unseen = framework.elements.filter(
    ({ id, isIbp }) => isIbp && id !== FOCAL_POINT_ELEMENT && isShown(id) && !arranged(id).some(isPublishable),
  );
  if (unproven.length + unseen.length === 0) return null;
  return (
    <Alert kind="warning" title="niet alles is te laten zien">
      {unproven.length > 0 ? (
        <>
          <p>
            {`Bij ${unproven.length} ${unproven.length === 1 ? 'onderdeel' : 'onderdelen'} staat dat het er is, maar zonder bewijs. Dat telt niet mee voor de borging, en het land ziet het niet. `}
            <Link href="/aanpak/scan/wat-is-er-al">Voeg een document toe</Link>, ook voor meer onderdelen tegelijk.
          </p>
          <Elements summary="Onderdelen zonder bewijs" elements={unproven} />
        </>
      ) : null}
      {unseen.length > 0 ? (
        <>
          <p>
            Het land ziet een onderdeel pas als bekend is sinds wanneer en tot wanneer het geldt, en bij beleid ook wie
            in uw gemeente het vaststelde. Bij deze onderdelen mist daar iets van.
          </p>
          <Elements summary="Onderdelen die het land niet ziet" elements={unseen} />
        </>
      ) : null}
    </Alert>
  );
}

function Elements({ summary, elements }: { summary: string; elements: readonly FrameworkElement[] }) {
  return (
    <Disclosure summary={summary}>
      <BulletList
        items={elements.map(({ id, title }) => <Link href={`/aanpak/scan/onderdeel/${id}`}>{`${id} ${title}`}</Link>)}
      />
    </Disclosure>
  );
}
