import { Page, type PageFrame } from './page.tsx';
import { EmptyState } from './show/empty-state.tsx';
import { type Task, TaskList } from './show/task-list.tsx';
import { Heading } from './text/heading.tsx';
import { Link } from './text/link.tsx';
import { BulletList } from './text/paragraph.tsx';

/** Home after signing in: what asks attention first, the rooms second. */
export function HomePage(props: {
  frame: PageFrame;
  tasks: readonly Task[];
  rooms: readonly { readonly href: string; readonly label: string }[];
}) {
  return (
    <Page frame={props.frame} title="Overzicht">
      <Heading level={2}>Dit vraagt vandaag uw aandacht</Heading>
      {props.tasks.length > 0 ? (
        <TaskList label="Wat vandaag aandacht vraagt" tasks={props.tasks} />
      ) : (
        <EmptyState title="Er staat niets voor u klaar">
          Zodra iets verloopt of op u wacht, ziet u het hier en krijgt u bericht.
        </EmptyState>
      )}
      <Heading level={2}>Waar u naartoe kunt</Heading>
      <BulletList
        items={props.rooms.map((room) => (
          <Link href={room.href} key={room.href}>
            {room.label}
          </Link>
        ))}
      />
    </Page>
  );
}
