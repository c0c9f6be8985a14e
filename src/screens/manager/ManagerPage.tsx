// A page of the manager area: names the tab after itself and takes the focus to its heading when it opens.

import { Page, type PageProps } from '../../ui/Page';
import { createHeading } from '../createHeading';

export interface ManagerPageProps extends Omit<PageProps, 'titleRef'> {
  /** Where the page is named after a person: what the window says instead, for it stands in the browser's history. */
  readonly windowTitle?: string | undefined;
}

/** Page, with the manners every page of the area shares. */
export function ManagerPage(props: ManagerPageProps) {
  const heading = createHeading(() => props.windowTitle ?? props.title);
  return <Page {...props} titleRef={heading} />;
}
