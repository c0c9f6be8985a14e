// The sealed backup file, whatever is in it.
//
//   {"format":"gatehouse-backup","v":1,"salt":"…","rounds":600000}⏎
//   then chunks: the length of what follows (4 bytes, the highest first), the iv (12), AES-256-GCM(gzip(JSON))
//
// The key follows from a password that somebody types. The header line, a chunk's number and whether it is the last are
// bound into each seal, so that a file that was cut off, reordered or changed does not pass for a whole one.

import { fromBase64, toBase64 } from '../kernel/base64';
import { err, ok, type Result } from '../kernel/result';
import { deriveTypedKey, SALT_BYTES, TYPED_KEY_ROUNDS } from '../platform/pinSeal';
import type { Random } from '../platform/random';
import { IV_BYTES, openText, sealText } from '../platform/seal';

export type BackupTrouble =
  | { readonly type: 'notABackup' }
  /** A newer version of the app made it. */
  | { readonly type: 'backupNewer' }
  /** Another password, or its very beginning was changed: nobody can tell the two apart. */
  | { readonly type: 'backupPasswordNotAccepted' }
  | { readonly type: 'backupCutOff' }
  | { readonly type: 'backupDamaged' }
  /** The file is gone, or the browser may not read it. */
  | { readonly type: 'backupUnreadable' };

export interface BackupWriter {
  add(content: unknown): Promise<void>;
  /** The whole file; without this it is told to be cut off. */
  finish(): Promise<Blob>;
}

export interface BackupReader {
  /** What the first chunk holds. */
  readonly first: unknown;
  /** The others, one after the other, and how far into the file each reaches; it ends with the first trouble. */
  chunks(): AsyncGenerator<Result<{ readonly content: unknown; readonly readTo: number }, BackupTrouble>>;
}

/** A file, as far as it is needed here. */
export type BackupSource = Pick<Blob, 'size' | 'slice'>;

const FORMAT = 'gatehouse-backup';
const VERSION = 1;
const BEGINNING = `{"format":"${FORMAT}"`;
const HEADER_LIMIT = 512;
const LENGTH_BYTES = 4;
const TAG_BYTES = 16;
/** Far more than this app puts into one; more would only be there to fill the memory. */
const CHUNK_LIMIT = 256 * 1024 * 1024;
/** Sixteen times what is written; more would only be there to keep the tablet busy. */
const ROUNDS_LIMIT = 16 * TYPED_KEY_ROUNDS;

const aboutChunk = (header: string, number: number, isLast: boolean): string =>
  `${header}|${number}|${isLast ? 'last' : 'more'}`;

/** Begins a file that opens with this password. */
export async function writeBackup(
  password: string,
  random: Random,
  rounds = TYPED_KEY_ROUNDS,
): Promise<BackupWriter> {
  const salt = random.bytes(SALT_BYTES);
  const key = await deriveTypedKey(password, salt, rounds);
  const header = JSON.stringify({ format: FORMAT, v: VERSION, salt: toBase64(salt), rounds });
  // Each chunk is a blob of its own, which the browser may keep on the disk.
  const parts = [new Blob([`${header}\n`])];
  const addChunk = async (content: unknown, isLast: boolean) => {
    const iv = random.bytes(IV_BYTES);
    const about = aboutChunk(header, parts.length - 1, isLast);
    const sealed = await sealText(key, JSON.stringify(content), about, iv);
    const length = new DataView(new ArrayBuffer(LENGTH_BYTES));
    length.setUint32(0, IV_BYTES + sealed.length);
    parts.push(new Blob([length, new Uint8Array(iv), sealed]));
  };
  return {
    add: (content) => addChunk(content, false),
    async finish() {
      await addChunk(null, true);
      return new Blob(parts);
    },
  };
}

/** Opens a file as far as its first chunk. */
export async function openBackup(
  file: BackupSource,
  password: string,
): Promise<Result<BackupReader, BackupTrouble>> {
  const beginning = await read(file, 0, HEADER_LIMIT);
  if (!beginning) return err({ type: 'backupUnreadable' });
  const header = parseHeader(beginning);
  if (!header.ok) return header;
  const { text, salt, rounds } = header.value;
  const key = await deriveTypedKey(password, salt, rounds);
  const start = new TextEncoder().encode(text).length + 1;
  const first = await openChunk(file, key, text, 0, start);
  if (!first.ok)
    return first.error.type === 'backupDamaged' ? err({ type: 'backupPasswordNotAccepted' }) : first;
  return ok({
    first: first.value.content,
    async *chunks() {
      let at = first.value.readTo;
      for (let number = 1; at < file.size; number += 1) {
        const chunk = await openChunk(file, key, text, number, at);
        yield chunk;
        if (!chunk.ok) return;
        at = chunk.value.readTo;
      }
    },
  });
}

function parseHeader(
  bytes: Uint8Array,
): Result<{ readonly text: string; readonly salt: Uint8Array; readonly rounds: number }, BackupTrouble> {
  const all = new TextDecoder().decode(bytes);
  const end = all.indexOf('\n');
  const text = end === -1 ? all : all.slice(0, end);
  if (!text.startsWith(BEGINNING))
    return err({ type: text !== '' && BEGINNING.startsWith(all) ? 'backupCutOff' : 'notABackup' });
  if (end === -1) return err({ type: bytes.length < HEADER_LIMIT ? 'backupCutOff' : 'notABackup' });
  try {
    const { v, salt, rounds } = JSON.parse(text) as { v: unknown; salt: unknown; rounds: unknown };
    if (typeof v === 'number' && v > VERSION) return err({ type: 'backupNewer' });
    const saltBytes = typeof salt === 'string' ? fromBase64(salt) : undefined;
    const areRoundsRight = Number.isInteger(rounds) && Number(rounds) > 0 && Number(rounds) <= ROUNDS_LIMIT;
    if (v === VERSION && saltBytes?.length === SALT_BYTES && areRoundsRight)
      return ok({ text, salt: saltBytes, rounds: Number(rounds) });
  } catch {
    // Not one of ours: the same as a wrong form.
  }
  return err({ type: 'notABackup' });
}

async function openChunk(
  file: BackupSource,
  key: CryptoKey,
  header: string,
  number: number,
  at: number,
): Promise<Result<{ readonly content: unknown; readonly readTo: number }, BackupTrouble>> {
  const lengthBytes = await read(file, at, at + LENGTH_BYTES);
  if (!lengthBytes) return err({ type: 'backupUnreadable' });
  if (lengthBytes.length < LENGTH_BYTES) return err({ type: 'backupCutOff' });
  const length = new DataView(lengthBytes.buffer).getUint32(0);
  const begin = at + LENGTH_BYTES;
  const readTo = begin + length;
  if (length < IV_BYTES + TAG_BYTES || length > CHUNK_LIMIT) return err({ type: 'backupDamaged' });
  if (readTo > file.size) return err({ type: 'backupCutOff' });
  const bytes = await read(file, begin, readTo);
  if (!bytes) return err({ type: 'backupUnreadable' });
  const open = (isLast: boolean) =>
    openText(key, bytes.subarray(IV_BYTES), aboutChunk(header, number, isLast), bytes.subarray(0, IV_BYTES));
  const isAtEnd = readTo === file.size;
  const text = await open(isAtEnd);
  if (text !== undefined) return ok({ content: JSON.parse(text) as unknown, readTo });
  const isCutOff = isAtEnd && (await open(false)) !== undefined;
  return err({ type: isCutOff ? 'backupCutOff' : 'backupDamaged' });
}

/** The bytes from one place up to another, or to the end; nothing when the file cannot be read. */
const read = (file: BackupSource, from: number, to: number): Promise<Uint8Array<ArrayBuffer> | undefined> =>
  file
    .slice(from, to)
    .arrayBuffer()
    .then((buffer) => new Uint8Array(buffer))
    .catch(() => undefined);
