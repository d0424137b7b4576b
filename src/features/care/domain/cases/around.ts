import type { PlainDate } from '../../../../shared-kernel/plain-date.ts';

/** What somebody around the person is to her or him. */
export const AROUND_PARTS = ['parent', 'guardian', 'representative', 'family', 'lawyer', 'helper', 'other'] as const;
export type AroundPart = (typeof AROUND_PARTS)[number];

/** Whether contact with somebody is safe. Contested: told and asked nothing until it is cleared. Nobody is safe because nobody asked. */
export const STANDINGS = ['trusted', 'contested', 'unknown'] as const;
export type Standing = (typeof STANDINGS)[number];

/** Who has authority over somebody, or speaks for her or him: where that is contested, every consent of theirs is too. */
export const WITH_AUTHORITY: readonly AroundPart[] = ['parent', 'guardian', 'representative'];

/** Who it is, as it is written down. */
export interface AroundContent {
  readonly name: string;
  readonly reach: string;
  readonly note: string;
}

/** Somebody around the person. */
export interface Around {
  readonly id: string;
  readonly caseId: string;
  readonly dossierId: string;
  readonly part: AroundPart;
  readonly standing: Standing;
  readonly content: AroundContent | undefined;
  readonly recordedByName: string;
  readonly recordedOn: PlainDate;
  readonly endedOn: PlainDate | undefined;
  readonly version: number;
}

/** Whom nobody tells or asks anything: authority that is contested. */
export const contestedAuthority = <Each extends Pick<Around, 'part' | 'standing' | 'endedOn'>>(
  people: readonly Each[],
): readonly Each[] =>
  people.filter(
    ({ part, standing, endedOn }) => standing === 'contested' && endedOn === undefined && WITH_AUTHORITY.includes(part),
  );
