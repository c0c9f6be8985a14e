// Where things stand on paper, in mm: one letter to a page, cards to be cut apart, labels to be peeled off. The label sheets
// are those of Avery L7163 on A4 and Avery 5163 on US Letter, which other makers copy.

import type { Paper } from '../../../domain/paper';

export type Layout = 'letter' | 'card' | 'label';

interface Size {
  readonly width: number;
  readonly height: number;
}
export interface Sheet {
  readonly page: Size;
  readonly across: number;
  readonly down: number;
  /** One letter, card or label. */
  readonly item: Size;
  /** From the edge of one to the same edge of the next. */
  readonly pitch: Size;
  /** Where the first one begins. */
  readonly start: Size;
  /** How wide the QR code is drawn, its quiet zone included. */
  readonly qrCode: number;
  /** The gaps between them are cut, so the sheet shows where. */
  readonly isCut: boolean;
}

const INCH = 25.4;
const pages: Readonly<Record<Paper, Size>> = {
  a4: { width: 210, height: 297 },
  usLetter: { width: 8.5 * INCH, height: 11 * INCH },
};
/** A bank card, ISO/IEC 7810 ID-1. */
const card: Size = { width: 85.6, height: 54 };

const letter = (paper: Paper): Sheet => ({
  page: pages[paper],
  across: 1,
  down: 1,
  item: pages[paper],
  pitch: pages[paper],
  start: { width: 0, height: 0 },
  qrCode: 58,
  isCut: false,
});

/** Cards in the middle of the page, edge to edge: one cut parts two of them. */
function cards(paper: Paper, down: number): Sheet {
  const page = pages[paper];
  const across = 2;
  const start = {
    width: (page.width - across * card.width) / 2,
    height: (page.height - down * card.height) / 2,
  };
  return { page, across, down, item: card, pitch: card, start, qrCode: 36, isCut: true };
}

const sheets: Readonly<Record<Layout, Readonly<Record<Paper, Sheet>>>> = {
  letter: { a4: letter('a4'), usLetter: letter('usLetter') },
  // Five rows on US Letter would leave no printer room for the cut marks.
  card: { a4: cards('a4', 5), usLetter: cards('usLetter', 4) },
  label: {
    a4: {
      page: pages.a4,
      across: 2,
      down: 7,
      item: { width: 99.1, height: 38.1 },
      pitch: { width: 101.6, height: 38.1 },
      start: { width: 4.65, height: 15.15 },
      qrCode: 34,
      isCut: false,
    },
    usLetter: {
      page: pages.usLetter,
      across: 2,
      down: 5,
      item: { width: 4 * INCH, height: 2 * INCH },
      pitch: { width: (4 + 3 / 16) * INCH, height: 2 * INCH },
      start: { width: (5 / 32) * INCH, height: 0.5 * INCH },
      qrCode: 38,
      isCut: false,
    },
  },
};

export const sheetOf = (layout: Layout, paper: Paper): Sheet => sheets[layout][paper];
export const placesOn = ({ across, down }: Sheet): number => across * down;

/** Where the item at this place (from 0, row by row) begins. */
export const placeToPoint = ({ across, pitch, start }: Sheet, place: number): Size => ({
  width: start.width + (place % across) * pitch.width,
  height: start.height + Math.floor(place / across) * pitch.height,
});

/** How many pages so many items take; `skip`: places at the beginning of the first page that are used up already. */
export const countPages = (sheet: Sheet, items: number, skip: number): number =>
  Math.ceil((items + skip) / placesOn(sheet));

/** Which items stand on a page (from 0), and at which place the first of them. */
export function itemsOn(
  sheet: Sheet,
  page: number,
  skip: number,
): { readonly from: number; readonly to: number; readonly firstPlace: number } {
  const places = placesOn(sheet);
  const from = Math.max(0, page * places - skip);
  return { from, to: (page + 1) * places - skip, firstPlace: page === 0 ? skip : 0 };
}
