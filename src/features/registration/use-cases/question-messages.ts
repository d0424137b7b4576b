import { z } from 'zod';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { type Answer, ASKABLE_PARTS, type AskablePart } from '../domain/question.ts';
import { MessageContent } from './message-content.ts';

/** What travels from the register: about which registration, which parts, and until when an answer is of use. */
export interface QuestionMessage {
  readonly code: string;
  readonly parts: readonly AskablePart[];
  readonly note: string;
  readonly answerBy: PlainDate;
}

/** What travels back. */
export interface AnswerMessage {
  /** The message that asked. */
  readonly question: string;
  readonly answer: Answer;
}

const Question = z.object({
  code: z.string().regex(/^[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}$/),
  parts: z.array(z.enum(ASKABLE_PARTS)).min(1).max(ASKABLE_PARTS.length),
  note: z.string().max(300),
  answerBy: z.iso.date().transform((text) => text as PlainDate),
});
const { ageGroup, gender, nationalities, forms, exploitedIn, identifiedOn } = MessageContent.shape;
const AnswerBody = z.object({
  question: z.uuid(),
  answer: z.object({ ageGroup, gender, nationalities, forms, exploitedIn, identifiedOn }).partial(),
});

/** What a message of another organisation says, as far as it is one of ours; undefined when it is not. */
function read<T>(schema: z.ZodType<T>, bytes: Buffer): T | undefined {
  try {
    return schema.safeParse(JSON.parse(bytes.toString('utf8'))).data;
  } catch {
    return undefined;
  }
}

export const readQuestion = (bytes: Buffer): QuestionMessage | undefined => read(Question, bytes);

export function readAnswer(bytes: Buffer): AnswerMessage | undefined {
  const said = read(AnswerBody, bytes);
  return said && { question: said.question, answer: said.answer as Answer };
}
