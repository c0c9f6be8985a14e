// Why there is no picture from the camera, what helps, and the camera once more.

import RefreshCw from 'lucide-solid/icons/refresh-cw';
import { Show } from 'solid-js';
import { cameraHelp, scanText as text } from '../../i18n/scan';
import { scanSentence } from '../../i18n/scanFailures';
import type { CameraTrouble } from '../../reactive/createScanner';
import { Button } from '../../ui/Button';
import { Notice } from '../../ui/Notice';

export function CameraTroubleNotice(props: {
  readonly trouble: CameraTrouble | undefined;
  readonly onAgain: () => void;
}) {
  return (
    <Show when={props.trouble}>
      {(trouble) => (
        <Notice
          kind="danger"
          title={scanSentence(trouble())}
          actions={
            <Button icon={<RefreshCw />} onPress={props.onAgain}>
              {text.again}
            </Button>
          }
        >
          <p>{cameraHelp[trouble().type]()}</p>
        </Notice>
      )}
    </Show>
  );
}
