import { Page, type PageFrame } from '../../../ui/page.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { Link } from '../../../ui/text/link.tsx';
import { BulletList } from '../../../ui/text/paragraph.tsx';

interface DocumentView {
  readonly slug: string;
  readonly title: string;
  readonly description: string;
  readonly namesColleagues: boolean;
}

/** Every document that can be made now, as Word or PDF. */
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
        Het Word-document kunt u aanpassen. De PDF is toegankelijk: een schermlezer leest de koppen, tabellen en figuren
        voor. Opmerkingen uit de scan en aantekeningen bij acties staan er nooit in.
      </p>
      {props.documents.map(({ slug, title, description, namesColleagues }) => (
        <section key={slug} class="ib-flow" aria-labelledby={slug}>
          <Heading level={2} id={slug}>
            {title}
          </Heading>
          <p>
            {description}
            {namesColleagues ? ' Er staan namen van collega’s in: deel het alleen binnen de gemeente.' : ''}
          </p>
          <BulletList
            items={[
              <Link key="word" href={`/aanpak/documenten/word/${slug}`}>
                {`${title} als Word-document`}
              </Link>,
              <Link key="pdf" href={`/aanpak/documenten/pdf/${slug}`}>
                {`${title} als PDF`}
              </Link>,
            ]}
          />
        </section>
      ))}
      <p class="ib-soft">{`${props.source.charAt(0).toUpperCase()}${props.source.slice(1)}.`}</p>
    </Page>
  );
}
