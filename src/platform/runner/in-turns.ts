import { setImmediate } from 'node:timers/promises';

/** So many are done before others get their turn. */
const TURN = 100;

/** Goes through things one by one, and lets requests that wait go first after every hundred: ten thousand at once hold nobody up. */
export async function* inTurns<Item>(items: Iterable<Item>): AsyncGenerator<Item> {
  let done = 0;
  for (const item of items) {
    if (done % TURN === TURN - 1) await setImmediate();
    done += 1;
    yield item;
  }
}

/** All of them, made in turns. */
export async function listInTurns<Item>(items: Iterable<Item>): Promise<readonly Item[]> {
  const list: Item[] = [];
  for await (const item of inTurns(items)) list.push(item);
  return list;
}
