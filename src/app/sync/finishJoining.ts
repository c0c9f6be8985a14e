// The last step of joining, however the events came here.

import { deviceStream } from '../../domain/streams';
import { tabletDecider } from '../../domain/tabletDecider';
import type { Replication } from '../../store/replication';
import type { AppDeps } from '../deps';
import { keepSecrets, type SiteSecrets } from './siteSecrets';

/** [Y9] A tablet that has received everything puts itself on the list; gives whether it has. Doing it again changes nothing. */
export async function finishJoining(
  { store, replication }: Pick<AppDeps, 'store'> & { readonly replication: Replication },
  { joining, ...secrets }: SiteSecrets,
): Promise<boolean> {
  // The tablet that showed the pairing code may not have sent anything yet.
  if (!joining || (await store.queries.organisation()).status === 'unfounded') return false;
  const { tabletName: name, siteId } = joining;
  const added = await store.log.append(
    { kind: 'kiosk' },
    {
      stream: deviceStream(store.device),
      decide: (state) => tabletDecider.decide({ type: 'AddTablet', name, siteId }, state),
    },
  );
  if (!added.ok && added.error.type === 'thisTabletRevoked') return false;
  await keepSecrets({ replication }, secrets);
  return true;
}
