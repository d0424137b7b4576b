/** A value that travels along unseen. Never a secret and never trusted. */
export function HiddenField(props: { name: string; value: string }) {
  return <input type="hidden" name={props.name} value={props.value} />;
}
