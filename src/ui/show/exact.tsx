/** Data as they stand, to the letter, for whoever must see exactly what she agrees with. Wraps on a narrow screen. */
export function Exact(props: { label: string; text: string }) {
  return (
    <figure class="ib-exact">
      <figcaption class="ib-hidden">{props.label}</figcaption>
      <pre class="ib-exact__text">{props.text}</pre>
    </figure>
  );
}
