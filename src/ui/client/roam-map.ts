/**
 * Makes a map of tiles one stop for the Tab key: the arrows go from tile to tile, to the nearest in that direction.
 * Without script every tile is a stop and a link above the map skips them.
 */
export function roamMaps(root: ParentNode): void {
  for (const map of root.querySelectorAll('svg[data-hex-map]')) {
    const tiles = [...map.querySelectorAll<SVGAElement>('a.ib-hex')].map((link) => {
      const use = link.querySelector('use');
      return { link, x: Number(use?.getAttribute('x')), y: Number(use?.getAttribute('y')) };
    });
    const first = tiles[0];
    if (!first) continue;
    showNames(map);
    for (const tile of tiles) tile.link.setAttribute('tabindex', tile === first ? '0' : '-1');
    map.addEventListener('keydown', (event) => {
      const [dx, dy] = DIRECTIONS[(event as KeyboardEvent).key] ?? [0, 0];
      const here = tiles.find((tile) => tile.link === root.querySelector('a.ib-hex:focus'));
      if (!here || (dx === 0 && dy === 0)) return;
      event.preventDefault();
      const ahead = tiles
        .map((tile) => {
          const along = (tile.x - here.x) * dx + (tile.y - here.y) * dy;
          const aside = Math.abs((tile.x - here.x) * dy) + Math.abs((tile.y - here.y) * dx);
          return { tile, along, cost: along + 2 * aside };
        })
        .filter(({ along }) => along > 1)
        .sort((a, b) => a.cost - b.cost)[0];
      if (!ahead) return;
      here.link.setAttribute('tabindex', '-1');
      ahead.tile.link.setAttribute('tabindex', '0');
      ahead.tile.link.focus();
    });
  }
}

/** Writes the name of the tile under the pointer or the focus beside the map, for eyes: a screen reader hears the link. */
function showNames(map: Element): void {
  const line = map.parentElement?.querySelector<HTMLElement>('[data-hex-name]');
  if (!line) return;
  const show = (event: Event) => {
    const name =
      event.target instanceof Element
        ? event.target.closest('.ib-hex')?.querySelector('title')?.textContent
        : undefined;
    if (name) line.textContent = name;
  };
  line.textContent = 'Wijs een gemeente aan.';
  line.hidden = false;
  map.addEventListener('pointerover', show);
  map.addEventListener('focusin', show);
}

const DIRECTIONS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};
