// Names have any length, paper has not: a text that would not fit is set smaller, step by step, and what is too long even
// for the last step ends in an ellipsis. The width is estimated, for ten thousand names cannot all be laid out beforehand.

/** A size in points, and how many lines of it there is room for. */
export interface TextStep {
  readonly points: number;
  readonly lines: number;
}

const POINT = 25.4 / 72;
/** In ems, a little more than Atkinson Hyperlegible has on average. */
const widths: readonly (readonly [RegExp, number])[] = [
  [/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}]/u, 1.05],
  [/\p{M}/u, 0],
  [/[WMQÆŒ@m%]/u, 0.92],
  [/\p{Lu}/u, 0.68],
  [/[ijlIt.,:;'’|()\s-]/u, 0.34],
];
const OTHER_WIDTH = 0.57;
/** What is lost at the end of a line where a word does not fit any more. */
const RAGGED = 0.86;

const widthOf = (sign: string): number => widths.find(([kind]) => kind.test(sign))?.[1] ?? OTHER_WIDTH;

/** The first of the steps at which the text has room in so many mm, else the last. */
export function fitText(
  text: string,
  millimetres: number,
  steps: readonly [TextStep, ...TextStep[]],
): TextStep {
  const ems = [...text].reduce((sum, sign) => sum + widthOf(sign), 0);
  const fits = ({ points, lines }: TextStep) => {
    const usable = lines === 1 ? millimetres : millimetres * lines * RAGGED;
    return ems * points * POINT <= usable;
  };
  return steps.find(fits) ?? steps[steps.length - 1] ?? steps[0];
}
