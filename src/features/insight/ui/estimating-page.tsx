import type { Language } from '../../../shared-kernel/language.ts';
import { NumberText } from '../../../ui/format/number-text.tsx';
import { In } from '../../../ui/language.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { addressOf } from '../../../ui/public-pages.ts';
import { Alert } from '../../../ui/show/alert.tsx';
import { DataList } from '../../../ui/show/data-list.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { Link } from '../../../ui/text/link.tsx';
import { BulletList, Paragraph } from '../../../ui/text/paragraph.tsx';
import type { Study } from '../domain/study.ts';
import { ESTIMATING_TEXTS } from './estimating-texts.tsx';
import { SourceName, writeYears } from './figure-words.tsx';
import type { StudyFrame } from './study-frame.tsx';
import { OverlapParts, ResultParts } from './study-parts.tsx';

/** How one estimates what one cannot see, shown on the published Dutch table. `study` is absent while it is being computed. */
export function EstimatingPage(props: {
  frame: PageFrame;
  title: string;
  source: string;
  /** The language of title and source. */
  language: Language;
  years: readonly number[];
  hash: string;
  study: Study | 'busy' | 'failed';
  shown: StudyFrame;
}) {
  const { frame, study, shown } = props;
  const texts = ESTIMATING_TEXTS[frame.lang];
  const address = addressOf('estimating', frame.lang);
  const figures = addressOf('figures', frame.lang);
  return (
    <Page frame={frame} title={texts.title} breadcrumbs={[{ href: figures, label: texts.figures }]} wide>
      <Paragraph kind="lead">{texts.lead}</Paragraph>
      <Heading level={2}>{texts.why}</Heading>
      <Paragraph>{texts.example}</Paragraph>
      <Paragraph>{texts.onlyIf}</Paragraph>
      <Heading level={2}>{texts.table}</Heading>
      <Paragraph>
        <In language={props.language}>{props.title}</In>. {texts.source}:{' '}
        <SourceName language={props.language}>{props.source}</SourceName>.
      </Paragraph>
      {study === 'busy' ? (
        <Alert kind="info" title={texts.busy}>
          <p>{texts.busyMore}</p>
        </Alert>
      ) : study === 'failed' ? (
        <Alert kind="warning" title={texts.failed}>
          <p>
            {texts.failedMore(
              (words) => (
                <Link href={address}>{words}</Link>
              ),
              (words) => (
                <Link href={figures}>{words}</Link>
              ),
            )}
          </p>
        </Alert>
      ) : (
        <>
          <OverlapParts study={study} frame={shown} />
          <ResultParts study={study} frame={shown} />
        </>
      )}
      <Heading level={2}>{texts.refuse}</Heading>
      <BulletList items={texts.refuseWhen} />
      <Heading level={2}>{texts.differs}</Heading>
      <Paragraph>{texts.differsMore}</Paragraph>
      {typeof study === 'object' ? (
        <>
          <Heading level={2}>{texts.repeat}</Heading>
          <DataList
            facts={[
              { label: texts.years, value: writeYears(props.years, frame.lang) },
              { label: texts.tableHash, value: <code>{props.hash.slice(0, 23)}…</code> },
              { label: texts.seed, value: <NumberText value={study.options.seed} /> },
              { label: texts.repetitions, value: <NumberText value={study.options.bootstrap} /> },
              { label: texts.version, value: <code>{study.version}</code> },
              { label: texts.everything, value: <Link href={`${address}.json`}>JSON</Link> },
            ]}
          />
        </>
      ) : null}
    </Page>
  );
}
