// Is this password one of those that everybody uses? The list is loaded when first asked for, and works offline.
//
// commonPasswords.txt is taken from `@zxcvbn-ts/language-common` (MIT; passwords of public breaches, the most used
// first): of its first 20,000 those with eight characters or more, since shorter ones are refused anyway; lower case,
// sorted. 7,348 passwords, 26 kB on the wire. The unit test makes the list anew and compares (`vitest -u` writes it).

let list: Promise<ReadonlySet<string>> | undefined;

async function load(): Promise<ReadonlySet<string>> {
  const { default: text } = await import('./commonPasswords.txt?raw');
  return new Set(text.trimEnd().split('\n'));
}

/** Whether a password, upper or lower case, is among the most common ones of eight characters and more. */
export async function isCommonPassword(password: string): Promise<boolean> {
  list ??= load();
  try {
    return (await list).has(password.normalize('NFC').toLowerCase());
  } catch (failure) {
    list = undefined; // the next question tries to load it again
    throw failure;
  }
}
