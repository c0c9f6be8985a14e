// Long work on the page's own thread lets the browser draw and listen in between.

/** Resolves after the browser has had its turn. */
export const breathe = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));
