import { expect, it } from 'vitest';
import { MESSAGE_KINDS } from './message-kinds.ts';
import { PROCESSING_ACTIVITIES } from './processing-activities.ts';

it.each(MESSAGE_KINDS)('$kind says which classes of data are in it, all of them of its activity', ({
  activity,
  data,
}) => {
  const { dataClasses } = PROCESSING_ACTIVITIES.find(({ id }) => id === activity)!;
  expect(data.length).toBeGreaterThan(0);
  expect(data.filter((each) => !(dataClasses as readonly string[]).includes(each))).toEqual([]);
});
