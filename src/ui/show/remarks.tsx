import { MomentText } from '../format/date-text.tsx';
import { Link } from '../text/link.tsx';

/** Something that one of two organisations said about what both know. */
export interface ShownRemark {
  readonly id: string;
  readonly isOwn: boolean;
  readonly from: string;
  readonly at: Date;
  readonly text: string | undefined;
  readonly isWithdrawn: boolean;
}

/** What a remark says, or why it says nothing any more. */
export const remarkText = ({ text, isWithdrawn, isOwn }: ShownRemark) =>
  isWithdrawn
    ? 'Ingetrokken. Niemand kan het nog lezen.'
    : (text ??
      (isOwn
        ? 'Niet meer te lezen.'
        : 'Nog niet te lezen: de afspraak om uit te wisselen geldt niet. Bel de afzender.'));

/** The remarks on the thing itself, and the way to add one. */
export function Remarks(props: { about: string; href: string; remarks: readonly ShownRemark[] }) {
  const { about, href, remarks } = props;
  return (
    <div class="ib-flow">
      {remarks.length > 0 ? (
        <ul class="utrecht-unordered-list">
          {remarks.map((remark) => (
            <li key={remark.id}>
              {remark.from}, <MomentText instant={remark.at} />: {remarkText(remark)}
            </li>
          ))}
        </ul>
      ) : null}
      <p>
        <Link href={href}>
          {remarks.length > 0 ? 'Antwoord of trek in' : 'Zet er een opmerking bij'}
          <span class="ib-hidden">: {about}</span>
        </Link>
      </p>
    </div>
  );
}
