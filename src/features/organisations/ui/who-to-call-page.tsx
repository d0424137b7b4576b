import { Filters } from '../../../ui/forms/filters.tsx';
import { SelectField } from '../../../ui/forms/select-field.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { EmptyState } from '../../../ui/show/empty-state.tsx';
import { SITUATION_NAMES, type Situation, type WhoToCall } from '../domain/who-to-call.ts';
import { CallList } from './who-to-call.tsx';

/** Whom to call, by what it is about and the hour it is. */
export function WhoToCallPage(props: { frame: PageFrame; advice: WhoToCall; situation: Situation | undefined }) {
  const { advice, situation } = props;
  const values = { situatie: situation ?? '' };
  return (
    <Page
      frame={props.frame}
      title="Wie belt u?"
      lead="Is iemand nu in gevaar? Bel 112. Hieronder staat wie u verder kunt bellen. Wie nu open is, staat bovenaan."
    >
      <Filters
        action="/netwerk/wie-belt-u"
        label="Waar gaat het over"
        clearHref={situation ? '/netwerk/wie-belt-u' : undefined}
      >
        <SelectField
          name="situatie"
          label="Waar gaat het over?"
          optional
          values={values}
          placeholder="Alle nummers"
          choices={Object.entries(SITUATION_NAMES).map(([value, label]) => ({ value, label }))}
        />
      </Filters>
      {advice.now.length + advice.later.length === 0 ? (
        <EmptyState title="De nummers zijn er nu niet">Is iemand nu in gevaar? Bel 112.</EmptyState>
      ) : (
        <CallList advice={advice} level={2} />
      )}
      <p class="ib-soft">
        Een nummer met «nog te verifiëren» is nooit of langer dan zes maanden geleden nagekeken. Zoek het dan op bij de
        organisatie zelf.
      </p>
    </Page>
  );
}
