import { Heading } from '../../../ui/text/heading.tsx';
import { Paragraph } from '../../../ui/text/paragraph.tsx';
import type { NationalShare } from '../domain/published-share.ts';

const written = (count: number) => count.toLocaleString('nl-NL');

/** On the monitor: how many people are trained, in the municipalities that keep a register. */
export function NationalShareSection({ share }: { readonly share: NationalShare | undefined }) {
  return (
    <section class="ib-flow" aria-labelledby="getraind">
      <Heading level={2} id="getraind">
        {share
          ? `Ongeveer ${Math.round((100 * share.trained) / share.people)}% van de mensen is getraind`
          : 'Hoeveel mensen zijn getraind?'}
      </Heading>
      <Paragraph>
        {share
          ? `In ${share.municipalities} gemeenten met een trainingsregister zijn ongeveer ${written(share.trained)} van de ${written(share.people)} mensen de laatste 24 maanden getraind. Aantallen zijn per gemeente naar beneden afgerond op vijf. Over andere gemeenten zegt dit niets.`
          : 'Dat staat hier als tien gemeenten of meer een trainingsregister van ten minste tien mensen bijhouden, en geen van hen meer dan de helft van de mensen heeft.'}
      </Paragraph>
    </section>
  );
}
