import { Fragment } from 'preact';
import { dutchDay } from '../../../shared-kernel/plain-date.ts';
import { MomentText } from '../../../ui/format/date-text.tsx';
import { StatusBadge } from '../../../ui/show/status-badge.tsx';
import { type Column, Table } from '../../../ui/show/table.tsx';
import { Link } from '../../../ui/text/link.tsx';
import { BulletList } from '../../../ui/text/paragraph.tsx';
import { activityOf, type LoggedDeed, type OpenedPerson } from '../domain/logged-deed.ts';
import type { ProcessingRegister } from '../domain/processing-activity.ts';
import { ACTION_WORDS, CODE_WORDS, groundWords, shortPseudonym } from './log-words.ts';

export const INSIGHT_PATH = '/privacyloket/inzage';

/** What the pages of the log know besides the deeds. */
export interface LogContext {
  readonly register: ProcessingRegister;
  readonly roleLabel: (role: string) => string;
  /** What kind of data a column holds, in words. */
  readonly columnWords: (column: string) => string;
}

/** What may be searched for one person or one trace is a link, for who may search. */
function Mark({ of, text, isLink }: { of: string; text: string; isLink: boolean }) {
  return isLink ? <Link href={`${INSIGHT_PATH}?zoek=${of}`}>{text}</Link> : <span>{text}</span>;
}

/** A name of the code, which may break after its dots and slashes: it has no spaces, and a telephone is narrow. */
function CodeName({ name }: { name: string }) {
  return (
    <code>
      {name.split(/(?<=[./_])/).map((piece, index) => (
        <Fragment key={piece}>
          {index > 0 ? <wbr /> : null}
          {piece}
        </Fragment>
      ))}
    </code>
  );
}

/** Deeds as the three logs tell them together, a row each: when, who, what, why, on which ground, and how it ended. */
export function LogTable(props: {
  caption: string;
  deeds: readonly LoggedDeed[];
  context: LogContext;
  /** The reader may look into the log of one person: her marks are links. */
  maySearch: boolean;
}) {
  const { deeds, context, maySearch } = props;
  const columns: readonly Column<LoggedDeed>[] = [
    {
      header: 'Wanneer',
      kind: 'date',
      namesRow: true,
      cell: ({ at, traceId }) => (
        <span>
          <MomentText instant={at} />
          {maySearch ? (
            <>
              {' '}
              <Mark of={traceId} text="spoor" isLink />
            </>
          ) : null}
        </span>
      ),
    },
    { header: 'Wie', cell: (deed) => <Who deed={deed} context={context} /> },
    { header: 'Wat', cell: (deed) => <What deed={deed} context={context} maySearch={maySearch} /> },
    { header: 'Waarvoor, en op welke grond', cell: (deed) => <Why deed={deed} register={context.register} /> },
    { header: 'Uitkomst', cell: (deed) => <Outcome deed={deed} /> },
  ];
  return <Table caption={props.caption} columns={columns} rows={deeds} rowKey={({ key }) => key} />;
}

function Who({ deed, context }: { deed: LoggedDeed; context: LogContext }) {
  if (!deed.role) return <span class="ib-soft">staat in het logboek van een andere organisatie</span>;
  return (
    <div>
      {deed.personName ?? 'naam niet meer bekend'}
      <span class="ib-soft">, {deed.role === 'organisatie' ? 'organisatie' : context.roleLabel(deed.role)}</span>
    </div>
  );
}

function What({ deed, context, maySearch }: { deed: LoggedDeed; context: LogContext; maySearch: boolean }) {
  const words = ACTION_WORDS[deed.action];
  return (
    <div>
      <span>{words ?? <CodeName name={deed.action} />}</span>
      {deed.code === 'forbidden' && deed.route ? <CodeName name={` ${deed.route}`} /> : null}
      {deed.opened.length > 0 ? (
        <BulletList
          items={deed.opened.map((person) => (
            <Opened key={person.pseudonym} person={person} context={context} isLink={maySearch} />
          ))}
        />
      ) : null}
    </div>
  );
}

function Opened({ person, context, isLink }: { person: OpenedPerson; context: LogContext; isLink: boolean }) {
  const kinds = [...new Set(person.columns.map((column) => context.columnWords(column)))];
  return (
    <>
      van {person.kind} <Mark of={person.pseudonym} text={shortPseudonym(person.pseudonym)} isLink={isLink} />:{' '}
      {kinds.join('; ')}{' '}
      <span class="ib-soft">
        {person.columns.map((column, index) => (
          <Fragment key={column}>
            {index > 0 ? ', ' : ''}
            <CodeName name={column} />
          </Fragment>
        ))}
      </span>
      {person.elsewhere ? ` van of naar ${person.elsewhere}` : ''}
    </>
  );
}

function Why({ deed, register }: { deed: LoggedDeed; register: ProcessingRegister }) {
  const activity = activityOf(register, deed, dutchDay(deed.at));
  if (!activity) return <>{deed.activity === 'geen' ? 'geen verwerking van persoonsgegevens' : deed.activity}</>;
  return (
    <div>
      {activity.id} {activity.name}
      <span class="ib-soft">
        {' '}
        (versie {activity.version})<br />
        {activity.basis.join('; ') || 'geen grond nodig'}
        {activity.unverified.includes('basis') ? ' (nog te verifiëren)' : ''}
      </span>
      {activity.confidential ? <span> Vertrouwelijk: niet in het overzicht voor de betrokkene.</span> : null}
    </div>
  );
}

function Outcome({ deed }: { deed: LoggedDeed }) {
  if (deed.isAllowed) {
    const ground = groundWords(deed.ground);
    const glass = deed.ground?.startsWith('break-glass:') ? deed.ground.slice('break-glass:'.length) : undefined;
    return (
      <div>
        <StatusBadge kind="ok" label="Toegestaan" />
        {glass ? (
          <span>
            {' '}
            vanwege <Link href={`/privacyloket/noodtoegang/${glass}`}>{ground}</Link>
          </span>
        ) : ground ? (
          <span class="ib-soft"> vanwege {ground}</span>
        ) : null}
      </div>
    );
  }
  return (
    <div>
      <StatusBadge kind="warning" label="Geweigerd" />
      <span class="ib-soft"> {deed.code ? (CODE_WORDS[deed.code] ?? <CodeName name={deed.code} />) : ''}</span>
    </div>
  );
}
