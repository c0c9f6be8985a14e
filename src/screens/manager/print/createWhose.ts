// What is the same on everything that is printed here: whose it is, and where the tablet stands.

import type { Accessor } from 'solid-js';
import { type Paper, usualPaper } from '../../../domain/paper';
import { printText as text } from '../../../i18n/print';
import { useApp } from '../../../reactive/AppContext';
import { createLoaded } from '../../../reactive/createLoaded';

export interface Whose {
  readonly organisation: string;
  readonly companyCode: string;
  /** The paper to begin with. */
  readonly paper: Paper;
  readonly where: string;
}

/** `undefined` until it has been looked up. */
export function createWhose(): Accessor<Whose | undefined> {
  const { queries } = useApp();
  return createLoaded(
    () => undefined,
    async () => {
      const [organisation, tablet] = await Promise.all([queries.organisation(), queries.tablet()]);
      if (organisation.status !== 'founded' || tablet.status !== 'added')
        throw new Error('A manager is signed in, but the tablet is not set up');
      const site = organisation.sites.find(({ siteId }) => siteId === tablet.siteId);
      return {
        organisation: organisation.name,
        companyCode: organisation.companyCode,
        paper: usualPaper(organisation.country),
        where: text.whereAt(site?.name ?? '', tablet.name),
      };
    },
  );
}
