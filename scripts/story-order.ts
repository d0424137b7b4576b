import { readFileSync } from 'node:fs';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const MOVES_CLOCK = /\bmoveClock\(/;

/**
 * Test files in the order of their names, and in the browser those that move the clock of their product last: what a story finds
 * does not depend on sizes or on how long somebody else took.
 */
export class StoryOrder extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const keyOf = ({ project, moduleId }: TestSpecification) => {
      const isLast = project.name === 'e2e' && MOVES_CLOCK.test(readFileSync(moduleId, 'utf8'));
      return `${isLast ? 1 : 0}${moduleId}`;
    };
    return files.toSorted((one, other) => keyOf(one).localeCompare(keyOf(other)));
  }
}
