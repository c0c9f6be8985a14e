// What stands in the address after the question mark was typed by anyone: a name that is there twice means nothing.

export const oneParam = (value: string | string[] | undefined): string =>
  typeof value === 'string' ? value : '';
