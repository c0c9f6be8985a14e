// A message with a login code in it, block by block, and how it becomes plain text, HTML, and a link that opens a filled
// email. What the blocks say is in i18n; names in them come from people and from lists, and are only ever text here.

import { PICTURE_ID } from '../kernel/emailDraft';

export type MessageBlock =
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'link'; readonly url: string }
  /** Where the QR code stands, if the medium can show it. */
  | { readonly kind: 'picture'; readonly label: string }
  | { readonly kind: 'facts'; readonly facts: readonly (readonly [name: string, value: string])[] };

export interface CodeMessage {
  readonly subject: string;
  readonly blocks: readonly MessageBlock[];
}

/** Windows hands a mail program no longer link than this. */
export const MAIL_LINK_LIMIT = 2_000;

const blockToText = (block: MessageBlock): string => {
  if (block.kind === 'link') return block.url;
  if (block.kind === 'facts') return block.facts.map(([name, value]) => `${name}: ${value}`).join('\n');
  return block.kind === 'words' ? block.text : '';
};

/** The message as plain text, a blank line between its blocks. */
export const messageToText = ({ blocks }: CodeMessage): string =>
  blocks
    .map(blockToText)
    .filter((text) => text !== '')
    .join('\n\n');

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => escapes[sign] ?? sign);

function blockToHtml(block: MessageBlock): string {
  switch (block.kind) {
    case 'words':
      return `<p dir="auto">${escapeHtml(block.text)}</p>`;
    case 'link':
      return `<p><a href="${escapeHtml(block.url)}">${escapeHtml(block.url)}</a></p>`;
    case 'picture':
      return `<p><img src="cid:${PICTURE_ID}" alt="${escapeHtml(block.label)}" width="280" height="280"></p>`;
    case 'facts': {
      const rows = block.facts.map(
        ([name, value]) =>
          `<tr><td>${escapeHtml(name)}&nbsp;&nbsp;</td><td><b>${escapeHtml(value)}</b></td></tr>`,
      );
      return `<table>${rows.join('')}</table>`;
    }
  }
}

/** The message as a page for an email whose picture comes along as `PICTURE_ID`. */
export const messageToHtml = ({ subject, blocks }: CodeMessage): string =>
  [
    `<!doctype html><html><head><meta charset="utf-8"><title>${escapeHtml(subject)}</title></head><body>`,
    ...blocks.map(blockToHtml),
    '</body></html>',
  ].join('\n');

/** A half of a character, as broken lists have them, has no place in a link. */
const encode = (text: string): string => encodeURIComponent(text.replace(/\p{Cs}/gu, '\ufffd'));

/** A link that opens an email to this address with the message in it; a mail link carries no picture. */
export function messageToMailLink(address: string, message: CodeMessage): string {
  const to = address.split('@').map(encode).join('@');
  const body = messageToText(message).replaceAll('\n', '\r\n');
  return `mailto:${to}?subject=${encode(message.subject)}&body=${encode(body)}`;
}
