// What the browser answered when it was asked to keep this tablet's data.

import { setUpText } from '../../i18n/setup';
import { Notice, type NoticeProps } from '../../ui/Notice';

const text = setUpText.done;

export type KeepingData = 'kept' | 'not promised' | 'unknown';

const answers: Readonly<Record<KeepingData, Pick<NoticeProps, 'kind' | 'title'> & { more: string }>> = {
  kept: { kind: 'done', title: text.kept, more: text.keptMore },
  'not promised': { kind: 'info', title: text.notPromised, more: text.notPromisedMore },
  unknown: { kind: 'info', title: text.unknown, more: text.unknownMore },
};

export const KeepingNotice = (props: { readonly keeping: KeepingData }) => (
  <Notice kind={answers[props.keeping].kind} title={answers[props.keeping].title}>
    {answers[props.keeping].more}
  </Notice>
);
