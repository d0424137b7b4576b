import type { CardTree } from './card-tree.ts';
import { DOCUMENT_FONT } from './document-tree.ts';
import { displayable, loadCompiler } from './write-pdf.ts';

/** How a card is printed: on one sheet of A4, or on one side of it so that two folds make a card of A6. */
export type CardFold = 'a4' | 'a6';

/**
 * The lay-out, in the language of Typst, and a constant: what people wrote comes in as data. Folded twice (the top backwards, then the
 * left side backwards) the lower right quarter is the front, the lower left the back, and the upper half, which stands on its head,
 * is the inside. `fit` sets a panel in the largest letters in which it fits, so that no role falls off its card.
 */
const LAYOUT = `
#let card = json(bytes(sys.inputs.card))
#let folded = sys.inputs.fold == "a6"
#let made = card.madeOn.split("-").map(int)
#set document(title: card.title, author: card.author, description: card.subject,
  date: datetime(year: made.at(0), month: made.at(1), day: made.at(2)))
#set text(font: "${DOCUMENT_FONT}", lang: "nl", region: "nl", hyphenate: true)
#set par(leading: 0.5em, spacing: 0.7em)
#set list(spacing: 0.65em, indent: 0pt, body-indent: 0.5em)
#show heading: set block(above: 0.9em, below: 0.6em)
#show heading: set text(hyphenate: false)
#show heading.where(level: 1): set text(1.5em)
#show heading.where(level: 2): set text(1.15em)

#let panel(side) = {
  heading(level: 2, side.heading)
  list(..side.items)
  if "note" in side { par(text(0.85em, side.note)) }
}
#let front = {
  if "mark" in card { par(strong(card.mark)) }
  heading(level: 1, card.title)
  par(card.lead)
  panel(card.front)
}
#let back = {
  panel(card.back)
  par(text(0.85em)[#card.author #card.madeOn.split("-").rev().join("-")])
}
#let sizes = (12, 11.5, 11, 10.5, 10, 9.5, 9, 8.5, 8, 7.5, 7, 6.5, 6)
#let fit(body) = layout(size => {
  let fitting = sizes.filter(each => measure(block(width: size.width, text(each * 1pt, body))).height <= size.height)
  block(width: size.width, text(fitting.at(0, default: 6) * 1pt, body))
})
#let quarter(body) = block(width: 105mm, height: 148.5mm, inset: 9mm, {
  set align(top + left)
  fit(body)
})

#if folded {
  set page(paper: "a4", margin: 0pt)
  place(bottom + right, quarter(front))
  place(top + left, rotate(180deg, block(width: 210mm, height: 148.5mm,
    stack(dir: ltr, quarter(panel(card.inside.at(0))), quarter(panel(card.inside.at(1)))))))
  place(bottom + left, quarter(back))
} else {
  set page(paper: "a4", margin: 1.8cm)
  block(height: 100%, fit({
    front
    // what goes on the back of a folded card has room beside the longest of the two
    grid(columns: (1fr, 1fr), gutter: 1.5em, panel(card.inside.at(0)), panel(card.inside.at(1)) + back)
  }))
}
`;

/**
 * Writes a card as tagged PDF on one page; who hears it read, hears front, inside and back in that order.
 * @throws when this platform has no typesetter, or on a card that breaks PDF/UA-1.
 */
export function writeCard(card: CardTree, fold: CardFold): Uint8Array {
  const compiler = loadCompiler();
  const typeset = (each: CardTree) =>
    compiler.pdf({ mainFileContent: LAYOUT, inputs: { card: JSON.stringify(each), fold } }, { pdfStandard: 'ua-1' });
  try {
    return typeset(card);
  } catch (error) {
    if (!String(error).includes('could not be displayed')) throw error;
    return typeset(displayable(card));
  }
}
