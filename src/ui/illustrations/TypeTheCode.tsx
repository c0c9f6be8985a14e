// A card with a code on it, and a finger on the tablet's keys. It stands on the first screen of activating, so the drawing
// is a file of its own that the start does not wait for; its colours are those of the page around it.

import { Picture } from './Picture';
import drawing from './typeTheCode.svg';

/** "Type your Employee ID and the code." */
export const TypeTheCode = () => (
  <Picture>
    <use href={`${drawing}#drawing`} />
  </Picture>
);
