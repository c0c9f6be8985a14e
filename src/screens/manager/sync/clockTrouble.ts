// From when on a tablet's clock is too wrong to be left alone.

/** Ten minutes: what lies further ahead of the server, other tablets set aside. */
export const CLOCK_LIMIT = 10 * 60_000;

/** `offset` is server minus tablet, in ms. */
export const clockTrouble = (offset: number): boolean => Math.abs(offset) >= CLOCK_LIMIT;
