import type { ComponentChildren } from 'preact';
import { writePeriod } from '../../../shared-kernel/period-words.ts';
import { DateText } from '../../../ui/format/date-text.tsx';
import { In } from '../../../ui/language.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { addressOf } from '../../../ui/public-pages.ts';
import { Alert } from '../../../ui/show/alert.tsx';
import { DataList } from '../../../ui/show/data-list.tsx';
import { Disclosure } from '../../../ui/show/disclosure.tsx';
import { StatusBadge } from '../../../ui/show/status-badge.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { Link } from '../../../ui/text/link.tsx';
import { BulletList, Paragraph } from '../../../ui/text/paragraph.tsx';
import type { ProcessingActivity, ProcessingRegister, Unverified } from '../domain/processing-activity.ts';
import { REGISTER_TEXTS } from './register-texts.ts';

/** The processing register, for everybody: why data is used, whose, how long, who gets it. */
export function RegisterPage(props: {
  frame: PageFrame;
  register: ProcessingRegister;
  /** Activities that a part of the product is built for. */
  inUse: ReadonlySet<string>;
  jsonHref: string;
}) {
  const { frame, register, inUse } = props;
  const { lang } = frame;
  const texts = REGISTER_TEXTS[lang];
  const nameOf = (activity: ProcessingActivity) => (lang === 'nl' ? activity.name : activity.nameEn);
  return (
    <Page
      frame={frame}
      title={texts.title}
      lead={texts.lead}
      breadcrumbs={[{ href: addressOf('privacy', lang), label: 'Privacy' }]}
    >
      <Alert kind="info">
        <p>{texts.proposal}</p>
      </Alert>
      <Heading level={2}>{texts.contents}</Heading>
      <BulletList
        items={register.activities.map((activity) => (
          <>
            <Link href={`#${activity.id.toLowerCase()}`}>{`${activity.id} ${nameOf(activity)}`}</Link>
            {inUse.has(activity.id) ? null : <span class="ib-soft"> ({texts.notInUse.toLowerCase()})</span>}
          </>
        ))}
      />
      <Paragraph>
        <Link href={props.jsonHref}>{texts.download}</Link>
      </Paragraph>
      {register.activities.map((activity) => (
        <section class="ib-flow" key={activity.id} aria-labelledby={activity.id.toLowerCase()}>
          <Heading level={2} id={activity.id.toLowerCase()}>
            {`${activity.id} ${nameOf(activity)}`}
          </Heading>
          <Paragraph>{activity.plain[lang]}</Paragraph>
          <Activity activity={activity} register={register} isInUse={inUse.has(activity.id)} lang={lang} />
        </section>
      ))}
      <Heading level={2}>{texts.rightsTitle}</Heading>
      <Paragraph>{texts.rights}</Paragraph>
    </Page>
  );
}

function Activity(props: {
  activity: ProcessingActivity;
  register: ProcessingRegister;
  isInUse: boolean;
  lang: PageFrame['lang'];
}) {
  const { activity, register, isInUse, lang } = props;
  const texts = REGISTER_TEXTS[lang];
  const doubt = (what: Unverified) =>
    activity.unverified.includes(what) ? <span class="ib-soft"> ({texts.unverified})</span> : null;
  const dutch = (content: ComponentChildren) => <In language="nl">{content}</In>;
  const lines = (items: readonly string[], none: string) => (items.length === 0 ? none : dutch(items.join('; ')));
  const measures = register.measures.filter(({ id }) => activity.measures.includes(id));
  return (
    <>
      <p>
        <State activity={activity} isInUse={isInUse} lang={lang} /> {texts.version(activity.version)}{' '}
        <DateText date={activity.validFrom} />
      </p>
      <Disclosure summary={texts.all(activity.id)}>
        <DataList
          facts={[
            { label: texts.controller, value: dutch(activity.controller) },
            ...(activity.joint.length > 0 ? [{ label: texts.joint, value: lines(activity.joint, texts.none) }] : []),
            {
              label: texts.basis,
              value: (
                <>
                  {lines(activity.basis, texts.noBasis)}
                  {doubt('basis')}
                </>
              ),
            },
            { label: texts.subjects, value: lines(activity.dataSubjects, texts.none) },
            {
              label: texts.data,
              value: (
                <>
                  {dutch(activity.dataClasses.map((each) => `${register.dataClasses[each]} (${each})`).join('; '))}
                  {activity.dataNote ? dutch(`: ${activity.dataNote}`) : null}
                  {doubt('dataClasses')}
                </>
              ),
            },
            {
              label: texts.retention,
              value: (
                <>
                  {activity.retention.map(({ what, period, from }, index) => (
                    <span key={what}>
                      {index > 0 ? '; ' : ''}
                      {dutch(what)}: {period ? writePeriod(period, lang) : texts.noTerm} (
                      {period ? `${texts.from} ` : ''}
                      {dutch(from)})
                    </span>
                  ))}
                  {doubt('retention')}
                </>
              ),
            },
            { label: texts.seenBy, value: lines(activity.seenBy, texts.none) },
            { label: texts.sharedWith, value: lines(activity.sharedWith, texts.none) },
            { label: texts.transfer, value: dutch(activity.transfer) },
            ...(activity.confidential
              ? [
                  {
                    label: texts.confidential,
                    value: (
                      <>
                        {dutch(
                          REGISTER_TEXTS.nl.confidentialUntil(activity.confidential.why, activity.confidential.until),
                        )}
                        {doubt('confidentiality')}
                      </>
                    ),
                  },
                ]
              : []),
            {
              label: texts.dpia,
              value: dutch(`${activity.dpia.needed ? texts.dpiaNeeded : texts.dpiaNotNeeded}${activity.dpia.why}`),
            },
          ]}
        />
        {measures.length > 0 ? (
          <>
            <Heading level={3}>{isInUse ? texts.measures : texts.measuresLater}</Heading>
            <BulletList items={measures.map(({ text, textEn }) => (lang === 'nl' ? text : textEn))} />
          </>
        ) : null}
      </Disclosure>
    </>
  );
}

function State(props: { activity: ProcessingActivity; isInUse: boolean; lang: PageFrame['lang'] }) {
  const texts = REGISTER_TEXTS[props.lang];
  const { state } = props.activity;
  if (state === 'off') return <StatusBadge kind="neutral" label={texts.off} />;
  if (state === 'planned') return <StatusBadge kind="neutral" label={texts.planned} />;
  return props.isInUse ? (
    <StatusBadge kind="ok" label={texts.inUse} />
  ) : (
    <StatusBadge kind="neutral" label={texts.notInUse} />
  );
}
