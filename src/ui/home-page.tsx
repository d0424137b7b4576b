import type { ComponentChildren } from 'preact';
import { Page, type PageFrame, ROOMS_ID } from './page.tsx';
import { EmptyState } from './show/empty-state.tsx';
import { LinkCards } from './show/link-cards.tsx';
import { Pagination } from './show/pagination.tsx';
import { type Task, TaskList } from './show/task-list.tsx';
import { Heading } from './text/heading.tsx';
import { Link } from './text/link.tsx';

/** Home after signing in: what asks attention first, most urgent on top; the rooms second. */
export function HomePage(props: {
  frame: PageFrame;
  tasks: readonly Task[];
  total: number;
  page: number;
  pages: number;
  /** What to learn next, when there is something. */
  learn:
    | { readonly href: string; readonly title: string; readonly minutes: number; readonly hasBegun: boolean }
    | undefined;
  rooms: PageFrame['navigation'];
  /** What goes before everything else: somebody is on the telephone. */
  first?: { readonly title: string; readonly content: ComponentChildren } | undefined;
}) {
  const { tasks, total, learn } = props;
  return (
    <Page frame={props.frame} title="Overzicht">
      {props.first ? (
        <>
          <Heading level={2}>{props.first.title}</Heading>
          {props.first.content}
        </>
      ) : null}
      <Heading level={2}>Dit vraagt vandaag uw aandacht</Heading>
      {tasks.length > 0 ? (
        <>
          {total > tasks.length ? (
            <p>
              <data value={total}>{total.toLocaleString('nl-NL')}</data> zaken wachten op u. De dringendste staan
              bovenaan.
            </p>
          ) : null}
          <TaskList label="Wat vandaag aandacht vraagt" tasks={tasks} />
          <Pagination page={props.page} pages={props.pages} hrefOf={(page) => `/overzicht?pagina=${page}`} />
        </>
      ) : (
        <EmptyState title="U bent bij">
          Er wacht nu niets op u. Zodra iets verloopt of op u wacht, ziet u het hier. U krijgt dan ook een e-mail,
          zonder inhoud.
        </EmptyState>
      )}
      <p class="ib-soft">
        Op tijd horen dat er iets klaarstaat? <Link href="/voorkeuren">Kies wanneer u e-mail krijgt</Link>.
      </p>
      {learn ? (
        <>
          <Heading level={2}>Leer verder</Heading>
          <LinkCards
            label="Leer verder"
            cards={[
              {
                href: learn.href,
                title: learn.title,
                description: learn.hasBegun
                  ? 'U bent hiermee bezig. Ga verder waar u was.'
                  : `Ongeveer ${learn.minutes} minuten. Stoppen en later verdergaan kan altijd.`,
              },
            ]}
          />
        </>
      ) : null}
      <Heading level={2} id={ROOMS_ID}>
        Waar u naartoe kunt
      </Heading>
      <LinkCards
        label="Waar u naartoe kunt"
        cards={props.rooms.map(({ href, label, about }) => ({ href, title: label, description: about }))}
      />
    </Page>
  );
}
