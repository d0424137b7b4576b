import { day } from '../../shared-kernel/plain-date.ts';
import { DateText } from '../format/date-text.tsx';
import { NumberText } from '../format/number-text.tsx';
import { Filters } from '../forms/filters.tsx';
import { SelectField } from '../forms/select-field.tsx';
import { TextField } from '../forms/text-field.tsx';
import { Confirmation } from '../show/confirmation.tsx';
import { DataList } from '../show/data-list.tsx';
import { Disclosure } from '../show/disclosure.tsx';
import { Exact } from '../show/exact.tsx';
import { KeyFigures } from '../show/key-figures.tsx';
import { LinkCards } from '../show/link-cards.tsx';
import { MainAndAside } from '../show/main-and-aside.tsx';
import { Pagination } from '../show/pagination.tsx';
import { Sheet } from '../show/sheet.tsx';
import { StatusBadge } from '../show/status-badge.tsx';
import { Table } from '../show/table.tsx';
import { TaskList } from '../show/task-list.tsx';
import { Timeline } from '../show/timeline.tsx';
import { Link } from '../text/link.tsx';
import { MUNICIPALITIES } from './samples.ts';
import { Section } from './section.tsx';

/** Lists, steps and facts of somebody’s work. */
export function WorkSection() {
  return (
    <Section title="Werk">
      <TaskList
        label="Wat vraagt vandaag aandacht"
        tasks={[
          {
            href: '#taak-1',
            title: 'Stel de aanpak opnieuw vast',
            description: 'De borging van Voorbeeldgemeente 1 verloopt.',
            status: { kind: 'warning', label: 'Verloopt binnenkort' },
            dueOn: day('2027-03-01'),
          },
          { href: '#taak-2', title: 'Vul de scan aan', status: { kind: 'info', label: 'Bezig' } },
        ]}
      />
      <Timeline
        label="Geschiedenis"
        items={[
          {
            id: '2',
            at: new Date('2026-11-24T13:05:00Z'),
            title: 'Aanpak vastgesteld',
            by: 'Vera Voorbeeld, bestuurder',
          },
          { id: '1', at: day('2026-10-01'), title: 'Scan afgerond', by: 'Frits Fictief, beleidsmedewerker' },
        ]}
      />
      <KeyFigures
        figures={[
          { label: 'gemeenten met een geborgde aanpak', value: <NumberText value={142} />, note: 'van de 342' },
          { label: 'verlopen binnen een half jaar', value: <NumberText value={17} /> },
          { label: 'plekken vrij', value: <NumberText value={0} /> },
        ]}
      />
      <LinkCards
        label="Verder"
        cards={[
          { href: '#scan', title: 'Doe de scan', description: 'In een uur ziet u waar uw gemeente staat.' },
          { href: '#plan', title: 'Maak een plan', description: 'Met de stappen die bij uw gemeente passen.' },
          { href: '#leren', title: 'Leer herkennen', description: 'Korte lessen voor elk beroep.' },
        ]}
      />
      <Exact label="Voorstel, zoals het er staat" text={'{"aantal": 12, "jaar": 2026}'} />
      <Sheet id="vel" title="Brief aan de raad" mark="Voorbeeldgegevens, niet echt">
        <p>Een document op het scherm, zoals het op papier komt.</p>
      </Sheet>
      <MainAndAside
        asideLabel="Feiten"
        aside={
          <DataList
            facts={[
              { label: 'Behandelaar', value: 'Frits Fictief' },
              { label: 'Begonnen', value: <DateText date={day('2026-10-01')} /> },
            ]}
          />
        }
      >
        <Confirmation title="Uw melding is binnen" code="VB-7F3-91K">
          <p>Binnen een week belt iemand van uw gemeente u terug.</p>
        </Confirmation>
        <Disclosure summary="Wie leest mijn melding?">
          <p>Alleen de aandachtsfunctionaris van uw gemeente.</p>
        </Disclosure>
      </MainAndAside>
      <Filters action="#lijst" clearHref="#lijst">
        <TextField name="zoek" label="Naam van de gemeente" optional />
        <SelectField
          name="stand"
          label="Stand"
          placeholder="Alle standen"
          choices={[{ value: 'geborgd', label: 'Geborgd' }]}
        />
      </Filters>
      <Table
        id="lijst"
        caption="Gemeenten en hun aanpak"
        sortable
        filterable
        rowKey={(row) => row.value}
        rows={MUNICIPALITIES}
        columns={[
          { header: 'Gemeente', cell: (row) => <Link href={`#${row.value}`}>{row.label}</Link> },
          { header: 'Stand', cell: () => <StatusBadge kind="ok" label="Geborgd" /> },
          { header: 'Tot', kind: 'date', cell: () => <DateText date={day('2027-03-01')} /> },
          {
            header: 'Inwoners',
            kind: 'number',
            cell: (row) => <NumberText value={Number(row.value.slice(2)) * 731} />,
          },
        ]}
      />
      <Pagination page={4} pages={12} hrefOf={(page) => `?pagina=${page}`} />
    </Section>
  );
}
