// A page of the manager area: names the tab after itself and takes the focus to its heading when it opens.

import { Page, type PageProps } from '../../ui/Page';
import { createHeading } from '../createHeading';

/** Page, with the manners every page of the area shares. */
export function ManagerPage(props: Omit<PageProps, 'titleRef'>) {
  const heading = createHeading(() => props.title);
  return <Page {...props} titleRef={heading} />;
}
