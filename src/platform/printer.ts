// The browser's own way to the printer.

/**
 * Opens the browser's print dialog; resolves when the browser is done with it. It does not tell whether anything came out.
 * What is to be printed must stay in the page a while longer: some browsers draw it again when the paper is changed.
 */
export function printWindow(): Promise<void> {
  return new Promise((resolve) => {
    window.addEventListener('afterprint', () => resolve(), { once: true });
    window.print();
  });
}
