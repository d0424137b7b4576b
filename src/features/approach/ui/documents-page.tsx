import { Page, type PageFrame } from '../../../ui/page.tsx';
import { LinkCards } from '../../../ui/show/link-cards.tsx';

interface DocumentView {
  readonly slug: string;
  readonly title: string;
  readonly description: string;
  readonly namesColleagues: boolean;
}

/** Every document that can be made now. */
export function DocumentsPage(props: {
  readonly frame: PageFrame;
  readonly documents: readonly DocumentView[];
  readonly source: string;
}) {
  return (
    <Page
      frame={props.frame}
      title="Documenten"
      breadcrumbs={[{ href: '/aanpak', label: 'Aanpak' }]}
      lead="Gemaakt van wat uw gemeente heeft vastgelegd. U hoeft niets over te typen. Wat wij niet weten, staat er als ‘nog in te vullen’."
    >
      <p>
        Lees een document eerst op het scherm; daar staat ook wat er nog mist. Download het dan als Word, om aan te
        passen, of als toegankelijke PDF. Opmerkingen uit de scan en aantekeningen bij acties staan er nooit in.
      </p>
      <LinkCards
        label="Documenten"
        cards={props.documents.map(({ slug, title, description, namesColleagues }) => ({
          href: `/aanpak/documenten/${slug}`,
          title,
          description: `${description}${namesColleagues ? ' Er staan namen van collega’s in: deel het alleen binnen de gemeente.' : ''}`,
        }))}
      />
      <p class="ib-soft">{`${props.source.charAt(0).toUpperCase()}${props.source.slice(1)}.`}</p>
    </Page>
  );
}
