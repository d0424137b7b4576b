/** Moves the focus to the summary of errors, so that it is read first. Without script it is still first in main. */
export function focusErrorSummary(root: ParentNode): void {
  root.querySelector<HTMLElement>('[data-error-summary]')?.focus();
}
