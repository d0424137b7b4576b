import { MomentText, writeMoment } from '../../../ui/format/date-text.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { HiddenField } from '../../../ui/forms/hidden-field.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { Disclosure } from '../../../ui/show/disclosure.tsx';
import { EmptyState } from '../../../ui/show/empty-state.tsx';
import { Pagination } from '../../../ui/show/pagination.tsx';
import { Table } from '../../../ui/show/table.tsx';
import { Button, ButtonLink } from '../../../ui/text/button.tsx';
import { Link } from '../../../ui/text/link.tsx';

interface ShownLetter {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly link: string;
  readonly path: string;
  /** It says something of its own; all others say the same. */
  readonly hasWords: boolean;
  readonly sentAt: Date;
  /** As whom it is opened; undefined when the address does not say. */
  readonly recipient: { readonly role: string; readonly number: string; readonly organisation: string } | undefined;
}

/** Signs in as whoever the letter is for and opens what it is about; by its link, as from a real mailbox, when that is not known. */
function Opened({ frame, letter }: { frame: PageFrame; letter: ShownLetter }) {
  const { recipient, id, path, link } = letter;
  if (!recipient) return <Link href={link}>Open na inloggen</Link>;
  return (
    <Form frame={frame} action="/demo/aanmelden" idempotencyKey={`post-${id}`}>
      <HiddenField name="rol" value={recipient.role} />
      <HiddenField name="organisatie" value={recipient.organisation} />
      <HiddenField name="nummer" value={recipient.number} />
      <HiddenField name="terug" value={path} />
      <Button type="submit" emphasis="subtle">
        Open als de ontvanger
      </Button>
    </Form>
  );
}

/** A letter as it is read, line by line. */
function Words({ text }: { text: string }) {
  return (
    <>
      {text
        .trim()
        .split('\n\n')
        .map((part) => (
          <p>{part.split('\n').flatMap((line, index) => (index === 0 ? [line] : [<br />, line]))}</p>
        ))}
    </>
  );
}

/** What a letter is about, with its words when it has any of its own. */
function Subject({ letter }: { letter: ShownLetter }) {
  if (!letter.hasWords) return <>{letter.subject}</>;
  return (
    <Disclosure summary={letter.subject}>
      <Words text={letter.text} />
    </Disclosure>
  );
}

/** The mail of the demo: nothing leaves it, so it is read here. */
export function DemoPostPage(props: {
  frame: PageFrame;
  letters: readonly ShownLetter[];
  now: Date;
  page: number;
  pages: number;
  total: number;
}) {
  const usual = props.letters.find((letter) => !letter.hasWords);
  const isAlike = props.letters.every((letter) => !letter.hasWords);
  return (
    <Page
      frame={props.frame}
      title="De post van dit voorbeeld"
      breadcrumbs={[{ href: '/demo', label: 'Voorbeeld' }]}
      wide
      lead="Een voorbeeld verstuurt geen e-mail. Hier ziet u wat er anders was verstuurd, de nieuwste bovenaan."
    >
      {props.letters.length > 0 ? (
        <>
          {usual && (
            <Disclosure summary={isAlike ? 'Zo ziet elke e-mail eruit' : 'Zo ziet elke andere e-mail eruit'}>
              <p>
                <strong>{usual.subject}</strong>
              </p>
              <Words text={usual.text} />
            </Disclosure>
          )}
          <Table
            caption={`E-mail tot ${writeMoment(props.now, 'nl')}`}
            rows={props.letters}
            rowKey={(row) => row.id}
            columns={[
              { header: 'Aan', cell: (row) => row.to },
              { header: 'Onderwerp', cell: (row) => <Subject letter={row} /> },
              { header: 'Verstuurd', kind: 'date', cell: (row) => <MomentText instant={row.sentAt} /> },
              { header: 'Link', sortable: false, cell: (row) => <Opened frame={props.frame} letter={row} /> },
            ]}
          />
        </>
      ) : (
        <EmptyState title="Er is nog geen post" next={<ButtonLink href="/demo">Naar de klok en de rollen</ButtonLink>}>
          Zet de klok van het voorbeeld vooruit. Wat dan verloopt, brengt post.
        </EmptyState>
      )}
      <Pagination page={props.page} pages={props.pages} hrefOf={(page) => `/demo/post?pagina=${page}`} />
    </Page>
  );
}
