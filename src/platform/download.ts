// Hands a file to the person at the tablet, made here, with no server involved.

const KEEP_FOR_MS = 60_000; // some browsers read the file only after the click has returned

/** Saves a text or a blob under a file name, through the browser's own download. */
export function saveFile(name: string, content: string | Blob, type = 'text/plain;charset=utf-8'): void {
  const blob = typeof content === 'string' ? new Blob([content], { type }) : content;
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.hidden = true;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), KEEP_FOR_MS);
}
