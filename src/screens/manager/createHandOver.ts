// Handing one code over: every way there is, what was said about the last one, and whether it has left the tablet at all.

import { createSignal } from 'solid-js';
import type { LoginCode } from '../../app/manager/loginCodes';
import { showCode } from '../../domain/activationCode';
import { messageToHtml, messageToText } from '../../domain/codeMessage';
import type { HandOver } from '../../domain/employee';
import { sentence } from '../../i18n/failures';
import { codeMailLink, codeMessage, shareTroubles, handOverText as text } from '../../i18n/handOver';
import { writeEmailDraft } from '../../kernel/emailDraft';
import { ok, type Result } from '../../kernel/result';
import { useManagerApp } from '../../reactive/AppContext';
import { createCommand } from '../../reactive/createCommand';
import { createLiveQuery } from '../../reactive/createLiveQuery';
import { createCopying } from './createCopying';
import type { Told } from './Ways';

export type WayName = keyof typeof text.ways;

/** As what each way goes on record; printing sees to its own. */
const hows: Readonly<Record<Exclude<WayName, 'print'>, HandOver>> = {
  share: 'share',
  picture: 'copy',
  link: 'copy',
  code: 'copy',
  savePicture: 'copy',
  email: 'email',
  draft: 'draft',
};

export function createHandOver(code: LoginCode, onHandedOver: () => void) {
  const app = useManagerApp();
  const facts = createLiveQuery(() => code, app.readHandOver);
  const [last, setLast] = createSignal<{ readonly way: WayName; readonly told: Told }>();
  const [isPictureRefused, setIsPictureRefused] = createSignal(false);
  // Drawn within the press that needs it: browsers let a page share and copy for a moment after a press only.
  const png = () => app.qrCodePng(code.link);
  const known = async () => facts() ?? app.readHandOver(code);

  const record = createCommand((how: HandOver) => app.recordHandOver(code.employeeId, code.codeId, how));
  const onRecord = new Set<HandOver>();
  let recording = Promise.resolve();
  const left = (way: WayName) => {
    setLast({ way, told: { kind: 'done', words: text.handed[way] } });
    onHandedOver();
  };
  function handed(way: Exclude<WayName, 'print'>): void {
    left(way);
    const how = hows[way];
    // [G4] Once for each way.
    if (onRecord.has(how)) return;
    onRecord.add(how);
    // One after the other, for a command runs once at a time.
    recording = recording.then(async () => {
      const recorded = await record.run(how);
      if (recorded && !recorded.ok) refused(way, sentence(recorded.error));
    });
  }
  const refused = (way: WayName, words: string) => setLast({ way, told: { kind: 'danger', words } });

  const copying = createCopying(
    {
      code: () => app.copyText(showCode(code.code)),
      link: () => app.copyText(code.link),
      picture: () => app.copyPicture(png()),
    },
    { isSecret: true },
  );
  async function copy(thing: 'code' | 'link' | 'picture'): Promise<void> {
    if (await copying.copy(thing)) return handed(thing);
    const failure = copying.refusal();
    if (!failure) return;
    if (thing === 'picture') setIsPictureRefused(true);
    refused(thing, thing === 'picture' ? `${sentence(failure)} ${text.saveInstead}` : sentence(failure));
  }

  const sharing = createCommand(async () => {
    const { letter } = await known();
    const message = codeMessage(letter, 'beside');
    return app.share({
      title: message.subject,
      text: messageToText(message),
      textAlone: messageToText(codeMessage(letter, 'none')),
      picture: { name: text.pictureName, png: await png() },
    });
  });
  async function share(): Promise<void> {
    const shared = await sharing.run(undefined);
    if (shared?.ok && shared.value === 'shared') handed('share');
    if (shared && !shared.ok) refused('share', shareTroubles[shared.error.type]);
  }

  const saving = createCommand(async (thing: 'draft' | 'savePicture'): Promise<Result<void, never>> => {
    const picture = await png();
    if (thing === 'savePicture') app.saveFile(text.pictureName, picture);
    else app.saveFile(text.draftName(code.employeeId), await draft(picture), 'message/rfc822');
    return ok(undefined);
  });
  async function draft(picture: Blob): Promise<string> {
    const { letter, mailbox } = await known();
    const message = codeMessage(letter, 'inside');
    return writeEmailDraft({
      to: mailbox.status === 'own' ? mailbox.address : undefined,
      subject: message.subject,
      text: messageToText(message),
      html: messageToHtml(message),
      picture: { name: text.pictureName, png: new Uint8Array(await picture.arrayBuffer()) },
    });
  }
  async function save(thing: 'draft' | 'savePicture'): Promise<void> {
    if ((await saving.run(thing))?.ok) handed(thing);
  }

  function email(): void {
    const { letter, mailbox } = facts() ?? {};
    if (!letter || mailbox?.status !== 'own') return;
    app.openMail(codeMailLink(mailbox.address, letter));
    handed('email');
  }

  return {
    mailbox: () => facts()?.mailbox,
    /** What came of the last way taken, if it was this one. */
    told: (way: WayName) => (last()?.way === way ? last()?.told : undefined),
    isPictureRefused,
    copy,
    share,
    save,
    email,
    printed: () => left('print'),
  };
}
