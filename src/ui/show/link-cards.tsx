import type { ComponentChildren } from 'preact';

export interface LinkCard {
  readonly href: string;
  readonly title: string;
  readonly description?: ComponentChildren;
}

/** Where one can go from here, for a home page: three to nine ways on, each with a sentence. */
export function LinkCards(props: { cards: readonly LinkCard[]; label?: string | undefined }) {
  return (
    <ul class="ib-cards" aria-label={props.label}>
      {props.cards.map((card) => (
        <li class="ib-card" key={card.href}>
          <a class="utrecht-link utrecht-link--html-a ib-card__link" href={card.href}>
            {card.title}
          </a>
          {card.description ? <p>{card.description}</p> : null}
        </li>
      ))}
    </ul>
  );
}
