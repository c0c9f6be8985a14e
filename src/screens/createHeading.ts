// A screen, or a step of one, begins with its heading: the window takes its name, and the focus goes to it, so that it is
// read out and the Tab key starts from there.

import { type Accessor, createEffect, onMount } from 'solid-js';
import { sharedText } from '../i18n/shared';

/** Gives the `ref` for the h1. */
export function createHeading(title: Accessor<string>): (heading: HTMLElement) => void {
  let heading: HTMLElement | undefined;
  createEffect(() => {
    document.title = sharedText.documentTitle(title());
  });
  onMount(() => heading?.focus());
  return (element) => {
    heading = element;
  };
}
