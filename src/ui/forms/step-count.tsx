/** Where one is in a form of one question a page: 'Stap 2 van 5'. Stands above the question. */
export function StepCount(props: { step: number; of: number }) {
  return (
    <p class="ib-step">
      Stap {props.step} van {props.of}
    </p>
  );
}
