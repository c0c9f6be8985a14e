// What came of something, in the place of the form that had the focus: it takes the focus, and is read.

import { Notice, type NoticeProps } from '../../ui/Notice';

/** A `ref` for what appears; it needs `tabindex="-1"`. */
export const takeFocus = (element: HTMLElement): void => queueMicrotask(() => element.focus());

export function ResultNotice(props: Omit<NoticeProps, 'announce'>) {
  return (
    <section ref={takeFocus} aria-label={props.title} tabindex="-1">
      <Notice {...props} announce="off" />
    </section>
  );
}
