import { type Kind, Shape } from './shape.tsx';

const CLASSES: Record<Kind, string> = {
  info: 'active',
  ok: 'safe',
  warning: 'warning',
  error: 'danger',
  neutral: 'neutral',
};

/** The state of something in one or two words, with the shape of its kind. */
export function StatusBadge(props: { kind: Kind; label: string }) {
  return (
    <span class={`utrecht-status-badge utrecht-status-badge--${CLASSES[props.kind]}`}>
      <Shape kind={props.kind} />
      {props.label}
    </span>
  );
}
