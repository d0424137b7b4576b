import type { DomainTime, Done, Tx } from '../../../platform/db/transact.ts';
import type { Block, DocumentTree } from '../../../platform/documents/document-tree.ts';
import { writeDutchDate } from '../../../shared-kernel/plain-date.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import type { Channel, HandedPart } from '../domain/handover.ts';
import { mayLeave } from '../domain/leaving.ts';
import type { Form, Sector, SignalContent, SignalReport, YesNoUnknown } from '../domain/signal-report.ts';
import { statusOf, stepFrom } from '../domain/signal-status.ts';
import { type HeldAnswers, lastAnswers } from '../persistence/leaving-store.ts';
import { openContent } from '../persistence/report-store.ts';
import { type ChannelTerms, channelsToday } from './channel-content.ts';
import type { HandOverTables } from './handover-tables.ts';
import { type Asking, type NotThere, readableReport } from './held-report.ts';
import { REPORT_SUBJECT } from './signal-names.ts';

/** The words of the closed lists, which the pages know too. */
export interface DocumentWords {
  readonly forms: Readonly<Record<Form, string>>;
  readonly sectors: Readonly<Record<Sector, string>>;
  readonly minor: Readonly<Record<YesNoUnknown, string>>;
}

export interface MadeDocument extends Done {
  readonly tree: DocumentTree;
}

export type DocumentRefusal = NotThere | { readonly code: 'may-not-leave' };

/**
 * The document that goes with a hand-over: only what this receiver may be sent, statements apart from what was seen, never who passed
 * it on, never an identity and never an interpretation. Refused as long as the signal may not leave.
 */
export async function makeHandoverDocument(
  tx: Tx<HandOverTables>,
  asking: Asking,
  asked: {
    readonly code: string;
    readonly channel: Channel;
    readonly words: DocumentWords;
    readonly mark: string | undefined;
  },
  time: DomainTime,
): Promise<Result<MadeDocument, DocumentRefusal>> {
  const { actor } = asking;
  const found = await readableReport(tx, asking, asked.code, time);
  if (!found.ok) return found;
  const report = found.value;
  const answers = report.kind === 'person' ? await lastAnswers(tx, actor.organisationId, report.id) : undefined;
  const leaves = mayLeave(report, answers, answers?.advisedOn);
  if (!leaves.ok || !stepFrom(statusOf(report), 'receive-receipt').ok) return err({ code: 'may-not-leave' });
  const tree = await writeHandover(tx, asking, report, { ...asked, answers }, time);
  return tree ? ok({ subject: { kind: REPORT_SUBJECT, id: report.id }, tree }) : err({ code: 'not-found' });
}

/** Writes it, for a file and for a message alike; undefined when the content was erased. Whether it may leave is asked before. */
export async function writeHandover(
  tx: Tx<HandOverTables>,
  { actor }: Asking,
  report: SignalReport,
  asked: {
    readonly channel: Channel;
    readonly words: DocumentWords;
    readonly mark: string | undefined;
    readonly answers: Pick<HeldAnswers, 'reporterAgrees'> | undefined;
  },
  time: DomainTime,
): Promise<DocumentTree | undefined> {
  const { body } = await channelsToday(tx, time.today);
  const channel = body.channels.find(({ id }) => id === asked.channel)!;
  const content = await openContent(tx, actor.organisationId, report);
  return (
    content && {
      title: `Signaal ${report.code}`,
      subject: `Overdracht aan: ${channel.name}`,
      author: actor.organisationName,
      language: 'nl-NL',
      madeOn: time.today,
      mark: asked.mark,
      blocks: [
        ...opening(report, channel, actor.organisationName),
        ...partsOf(channel, report, content, asked.words),
        ...closing(channel, asked.answers?.reporterAgrees ?? false),
      ],
    }
  );
}

const heading = (text: string): Block => ({ kind: 'heading', level: 2, text });
const paragraph = (text: string): Block => ({ kind: 'paragraph', text });

function opening(report: SignalReport, channel: ChannelTerms, municipality: string): readonly Block[] {
  return [
    paragraph(
      `${municipality} draagt dit signaal over aan: ${channel.name}. Het is ontvangen op ${writeDutchDate(report.receivedOn)}. Een signaal is geen bewijs: er kan een andere verklaring zijn.`,
    ),
    paragraph('Bevestig aan de aandachtsfunctionaris mensenhandel dat u het oppakt. Noem daarbij het kenmerk.'),
  ];
}

const TITLES: Readonly<Record<HandedPart, string>> = {
  form: 'Waar het op kan wijzen',
  sector: 'Soort plek of werk',
  minor: 'Is iemand jonger dan 18?',
  place: 'Waar',
  observation: 'Wat is gezien',
  'said-by-person': 'Wat de persoon zelf zei',
  'said-by-other': 'Wat een ander zei',
};

/** In the order of the list, only what this receiver may be sent and what is known. */
function partsOf(
  channel: ChannelTerms,
  report: SignalReport,
  content: SignalContent,
  words: DocumentWords,
): readonly Block[] {
  const texts: Readonly<Record<HandedPart, string | undefined>> = {
    // what nobody knows is left out, except whether somebody is a child
    form: report.form === 'unknown' ? undefined : words.forms[report.form],
    sector: report.sector === 'unknown' ? undefined : words.sectors[report.sector],
    minor: report.kind === 'person' ? words.minor[report.isMinor] : undefined,
    place: content.place,
    observation: content.observation,
    'said-by-person': content.saidByPerson,
    'said-by-other': content.saidByOther,
  };
  return channel.maySend.flatMap((part) => {
    const text = texts[part];
    return text ? [heading(TITLES[part]), ...text.split(/\n+/).map(paragraph)] : [];
  });
}

function closing(channel: ChannelTerms, reporterAgrees: boolean): readonly Block[] {
  return [
    heading('Over dit document'),
    paragraph(
      reporterAgrees
        ? 'Wie het signaal doorgaf, staat hier niet in. Die vindt het goed dat u het hoort: vraag het de aandachtsfunctionaris.'
        : 'Wie het signaal doorgaf, staat hier niet in en blijft binnen de gemeente.',
    ),
    paragraph(
      `Waarop dit steunt: ${channel.basis}${channel.verifiedOn ? ` Nagekeken op ${channel.verifiedOn}.` : ' Deze grondslag is nog te verifiëren.'}`,
    ),
  ];
}
