import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { Source } from '../../../ui/figures/source.tsx';
import { NumberText } from '../../../ui/format/number-text.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { Paragraph } from '../../../ui/text/paragraph.tsx';
import type { NationalShare } from '../domain/published-share.ts';

/** On the monitor: how many people are trained, in the municipalities that keep a register. */
export function NationalShareSection(props: { readonly share: NationalShare | undefined; readonly today: PlainDate }) {
  const { share, today } = props;
  return (
    <section class="ib-flow" aria-labelledby="getraind">
      <Heading level={2} id="getraind">
        {share ? (
          <>
            Ongeveer <NumberText value={Math.round((100 * share.trained) / share.people)} />% van de mensen is getraind
          </>
        ) : (
          'Hoeveel mensen zijn getraind?'
        )}
      </Heading>
      {share ? (
        <>
          <Paragraph>
            In <NumberText value={share.municipalities} /> gemeenten met een trainingsregister zijn ongeveer{' '}
            <NumberText value={share.trained} /> van de <NumberText value={share.people} /> mensen de laatste 24 maanden
            getraind. Over andere gemeenten zegt dit niets.
          </Paragraph>
          <Source
            source="In Beeld, trainingsregisters van gemeenten"
            date={today}
            uncertainty="aantallen zijn per gemeente naar beneden afgerond op vijf"
          />
        </>
      ) : (
        <Paragraph>
          Dat staat hier als tien gemeenten of meer een trainingsregister van ten minste tien mensen bijhouden, en geen
          van hen meer dan de helft van de mensen heeft.
        </Paragraph>
      )}
    </section>
  );
}
