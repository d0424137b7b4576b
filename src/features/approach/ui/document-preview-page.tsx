import { Page, type PageFrame } from '../../../ui/page.tsx';
import { DataList } from '../../../ui/show/data-list.tsx';
import { ActionGroup, ButtonLink } from '../../../ui/text/button.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { Link } from '../../../ui/text/link.tsx';
import { BulletList } from '../../../ui/text/paragraph.tsx';
import { DocumentSheet, type DocumentView } from './document-sheet.tsx';

interface Props {
  readonly frame: PageFrame;
  readonly document: {
    readonly slug: string;
    readonly title: string;
    readonly description: string;
    readonly namesColleagues: boolean;
    readonly byHand: readonly string[];
  };
  readonly sheet: DocumentView;
  readonly recorded: readonly { readonly title: string; readonly what: string }[];
  readonly missing: readonly {
    readonly what: string;
    readonly mend: { readonly href: string; readonly label: string };
  }[];
  readonly lastYear: string;
  /** May record what is missing. */
  readonly mayWrite: boolean;
}

/** A document to read before it is downloaded: what it is made of, what is missing, and the document itself. */
export function DocumentPreviewPage(props: Props) {
  const { document, recorded, lastYear } = props;
  return (
    <Page
      frame={props.frame}
      title={document.title}
      breadcrumbs={[
        { href: '/aanpak', label: 'Aanpak' },
        { href: '/aanpak/documenten', label: 'Documenten' },
      ]}
      lead={document.description}
    >
      {document.namesColleagues ? <p>Er staan namen van collega’s in: deel het alleen binnen de gemeente.</p> : null}
      <ActionGroup>
        <ButtonLink href={`/aanpak/documenten/word/${document.slug}`} emphasis="primary">
          Download als Word
        </ButtonLink>
        <ButtonLink href={`/aanpak/documenten/pdf/${document.slug}`}>Download als PDF</ButtonLink>
      </ActionGroup>
      {props.sheet.isOneSheet ? <DocumentSheet document={props.sheet} /> : null}
      <Missing {...props} />
      <Heading level={2}>Waarvan is dit gemaakt?</Heading>
      <DataList
        facts={[
          ...recorded.map(({ title, what }) => ({ label: title, value: what })),
          { label: 'Een jaar geleden', value: lastYear },
        ]}
      />
      {props.sheet.isOneSheet ? null : <DocumentSheet document={props.sheet} />}
    </Page>
  );
}

function Missing({ document, missing, mayWrite }: Props) {
  return (
    <>
      <Heading level={2}>Wat mist er nog?</Heading>
      {missing.length === 0 ? (
        <p>Alles wat dit document nodig heeft, is vastgelegd.</p>
      ) : (
        <>
          <p>Dit staat in het document als ‘nog in te vullen’, of het ontbreekt.</p>
          <BulletList
            items={missing.map(({ what, mend }) => (
              <>
                {what} {mayWrite ? <Link href={mend.href}>{mend.label}</Link> : null}
              </>
            ))}
          />
        </>
      )}
      {document.byHand.length > 0 ? (
        <p>{`In Beeld vraagt niet naar ${inWords(document.byHand)}. Vul dat zelf in, in het Word-document.`}</p>
      ) : null}
    </>
  );
}

function inWords(words: readonly string[]): string {
  return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} en ${words.at(-1)}`;
}
