import { Page, type PageFrame } from '../page.tsx';
import { Alert } from '../show/alert.tsx';
import { FigureSection } from './figure-section.tsx';
import { FormSection, TableSection } from './form-section.tsx';
import { ERRORS } from './samples.ts';
import { TextSections } from './text-sections.tsx';
import { WorkSection } from './work-section.tsx';

/** Every component once in every state, for the checks on accessibility and for the eye. */
export function GalleryPage({ frame }: { frame: PageFrame }) {
  return (
    <Page
      frame={frame}
      title="Alle onderdelen"
      lead="Elk onderdeel van de schermen staat hier één keer, in elke toestand. Alles op deze pagina is verzonnen."
      errors={ERRORS}
      breadcrumbs={[
        { href: '/', label: 'Start' },
        { href: '/demo', label: 'Rollen' },
      ]}
      status={<Alert kind="ok" title="uw wijziging is opgeslagen" />}
      wide
    >
      <TextSections />

      <WorkSection />

      <FormSection frame={frame} />

      <TableSection frame={frame} />

      <FigureSection />
    </Page>
  );
}
