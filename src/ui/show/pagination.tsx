import type { Translated } from '../../shared-kernel/language.ts';
import { useLanguage } from '../language.tsx';

const NL = { pages: 'Pagina’s', page: 'Pagina', previous: 'Vorige', next: 'Volgende' };
const WORDS: Translated<typeof NL> = {
  nl: NL,
  en: { pages: 'Pages', page: 'Page', previous: 'Previous', next: 'Next' },
};

/** Pages of a long list. `hrefOf` gives the address of a page, with the filters in it. */
export function Pagination(props: { page: number; pages: number; hrefOf: (page: number) => string }) {
  const { page, pages, hrefOf } = props;
  const words = WORDS[useLanguage()];
  if (pages <= 1) return null;
  const near = [1, page - 1, page, page + 1, pages].filter((number) => number >= 1 && number <= pages);
  const shown = [...new Set(near)].sort((a, b) => a - b);
  return (
    <nav class="ib-pagination" aria-label={words.pages}>
      <ul>
        {page > 1 ? (
          <li>
            <a class="ib-pagination__link" href={hrefOf(page - 1)} rel="prev">
              {words.previous}
            </a>
          </li>
        ) : null}
        {shown.map((number, index) => (
          <li key={number} class={number - (shown[index - 1] ?? 0) > 1 ? 'ib-pagination__gap' : undefined}>
            <a
              class="ib-pagination__link"
              href={hrefOf(number)}
              aria-label={`${words.page} ${number}`}
              aria-current={number === page ? 'page' : undefined}
            >
              {number}
            </a>
          </li>
        ))}
        {page < pages ? (
          <li>
            <a class="ib-pagination__link" href={hrefOf(page + 1)} rel="next">
              {words.next}
            </a>
          </li>
        ) : null}
      </ul>
    </nav>
  );
}
