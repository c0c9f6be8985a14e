// The two ways that need no camera, always there and side by side.

import ImageIcon from 'lucide-solid/icons/image';
import Keyboard from 'lucide-solid/icons/keyboard';
import { scanText as text } from '../../i18n/scan';
import { Button } from '../../ui/Button';
import { FileButton } from '../../ui/FileButton';
import styles from './ScanScreen.module.css';

export function ScanWays(props: {
  /** The camera does not work: then one of these is the way on. */
  readonly isTroubled: boolean;
  readonly isReading: boolean;
  readonly onType: () => void;
  readonly onPicture: (file: File) => void;
}) {
  return (
    <div class={styles.ways}>
      <Button
        variant={props.isTroubled ? 'primary' : 'secondary'}
        size="kiosk"
        wide
        icon={<Keyboard />}
        onPress={props.onType}
      >
        {text.type}
      </Button>
      <FileButton
        label={text.picture}
        accept="image/*"
        size="kiosk"
        wide
        icon={<ImageIcon />}
        busy={props.isReading ? text.readingPicture : undefined}
        onFile={props.onPicture}
      />
    </div>
  );
}
