import { readdirSync, readFileSync } from 'node:fs';

export interface Running {
  readonly pid: number;
  readonly parent: number;
  readonly command: string;
}

/** Every process of this machine that is alive (Linux: `/proc`). One that only waits to be collected is not. */
export function running(): Running[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
        const [state, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
        const command = readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
        return state === 'Z' ? [] : [{ pid: Number(name), parent: Number(parent), command }];
      } catch {
        return []; // ended while we looked
      }
    });
}

/** `pid`, its children, and theirs. A server in a session of its own still has its starter as parent. */
export function familyOf(pid: number): Running[] {
  const everyone = running();
  const family = everyone.filter((each) => each.pid === pid);
  for (const member of family) family.push(...everyone.filter(({ parent }) => parent === member.pid));
  return family;
}
