import { Page, type PageFrame } from '../../../ui/page.tsx';
import { Table } from '../../../ui/show/table.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { Link } from '../../../ui/text/link.tsx';
import { BulletList, Paragraph } from '../../../ui/text/paragraph.tsx';
import type { LearningPath } from '../domain/path.ts';
import { LEARNING, UNTESTED } from './learning-words.ts';

export const PACKAGES = `${LEARNING}/pakketten`;
const KIND_NAMES = { scorm12: 'SCORM 1.2', cmi5: 'cmi5' } as const;

/** Where a package stands. */
export const packageHref = (path: string, kind: keyof typeof KIND_NAMES): string => `${PACKAGES}/${path}.${kind}.zip`;

/** Every path as a package for the learning platform of the municipality. */
export function PackagesPage(props: { readonly frame: PageFrame; readonly paths: readonly LearningPath[] }) {
  return (
    <Page
      frame={props.frame}
      title="Leerpaden voor uw eigen leersysteem"
      lead="Heeft uw gemeente een eigen leersysteem? Download een leerpad en zet het daarin."
      breadcrumbs={[{ href: LEARNING, label: 'Leren' }]}
    >
      <Heading level={2}>Goed om te weten</Heading>
      <BulletList
        items={[
          'Vraag de beheerder van uw leersysteem welke soort past. SCORM 1.2 past bijna altijd.',
          'Uw leersysteem bewaart wie wat deed. In Beeld krijgt daar niets van te zien.',
          'Het pakket haalt niets op van buiten. Het werkt alleen met JavaScript.',
          'De meldroute van uw gemeente staat niet in het pakket. Het pakket verwijst ernaar.',
          'Komt er een nieuwe uitgave? Download het pakket dan opnieuw.',
        ]}
      />
      <Paragraph kind="small">{UNTESTED}.</Paragraph>
      <Table
        caption="Leerpaden als pakket"
        rows={props.paths}
        rowKey={({ id }) => id}
        columns={[
          { header: 'Leerpad', cell: ({ title }) => title.nl },
          { header: 'Uitgave', cell: ({ version }) => String(version) },
          ...(['scorm12', 'cmi5'] as const).map((kind) => ({
            header: KIND_NAMES[kind],
            cell: ({ id, title }: LearningPath) => (
              <Link href={packageHref(id, kind)}>
                {KIND_NAMES[kind]} <span class="ib-hidden">van {title.nl}</span>
              </Link>
            ),
          })),
        ]}
      />
    </Page>
  );
}
