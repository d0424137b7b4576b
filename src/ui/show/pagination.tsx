/** Pages of a long list. `hrefOf` gives the address of a page, with the filters in it. */
export function Pagination(props: { page: number; pages: number; hrefOf: (page: number) => string }) {
  const { page, pages, hrefOf } = props;
  if (pages <= 1) return null;
  const near = [1, page - 1, page, page + 1, pages].filter((number) => number >= 1 && number <= pages);
  const shown = [...new Set(near)].sort((a, b) => a - b);
  return (
    <nav class="ib-pagination" aria-label="Pagina's">
      <ul>
        {page > 1 ? (
          <li>
            <a class="ib-pagination__link" href={hrefOf(page - 1)} rel="prev">
              Vorige
            </a>
          </li>
        ) : null}
        {shown.map((number, index) => (
          <li key={number} class={number - (shown[index - 1] ?? 0) > 1 ? 'ib-pagination__gap' : undefined}>
            <a
              class="ib-pagination__link"
              href={hrefOf(number)}
              aria-label={`Pagina ${number}`}
              aria-current={number === page ? 'page' : undefined}
            >
              {number}
            </a>
          </li>
        ))}
        {page < pages ? (
          <li>
            <a class="ib-pagination__link" href={hrefOf(page + 1)} rel="next">
              Volgende
            </a>
          </li>
        ) : null}
      </ul>
    </nav>
  );
}
