import { Filters } from '../../../ui/forms/filters.tsx';
import { SelectField } from '../../../ui/forms/select-field.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { addressOf } from '../../../ui/public-pages.ts';
import { EmptyState } from '../../../ui/show/empty-state.tsx';
import { SITUATION_NAMES, type Situation, type WhoToCall } from '../domain/who-to-call.ts';
import { CallList } from './who-to-call.tsx';
import { CALL_TEXTS } from './who-to-call-texts.ts';

/** Whom to call, by what it is about and the hour it is. */
export function WhoToCallPage(props: { frame: PageFrame; advice: WhoToCall; situation: Situation | undefined }) {
  const { advice, situation, frame } = props;
  const texts = CALL_TEXTS[frame.lang];
  const address = addressOf('whoToCall', frame.lang);
  return (
    <Page frame={frame} title={texts.title} lead={texts.lead}>
      <Filters action={address} label={texts.filter} clearHref={situation ? address : undefined}>
        <SelectField
          name="situatie"
          label={texts.about}
          optional
          values={{ situatie: situation ?? '' }}
          placeholder={texts.everything}
          choices={Object.entries(SITUATION_NAMES[frame.lang]).map(([value, label]) => ({ value, label }))}
        />
      </Filters>
      {advice.now.length + advice.later.length === 0 ? (
        <EmptyState title={texts.noneTitle}>{texts.none}</EmptyState>
      ) : (
        <CallList advice={advice} level={2} />
      )}
      <p class="ib-soft">
        {texts.unverifiedNote} {texts.languageNote}
      </p>
    </Page>
  );
}
