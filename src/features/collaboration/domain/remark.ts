/** A remark as a page shows it. */
export interface ShownRemark {
  readonly id: string;
  readonly isOwn: boolean;
  /** Who wrote it, and for which organisation. */
  readonly from: string;
  readonly at: Date;
  readonly text: string | undefined;
  readonly isWithdrawn: boolean;
}
