// A field for a password or a passcode, with the words of its button.

import { sharedText } from '../i18n/shared';
import { PasswordField, type PasswordFieldProps } from '../ui/PasswordField';

export const SecretField = (props: Omit<PasswordFieldProps, 'showWord' | 'hideWord'>) => (
  <PasswordField {...props} showWord={sharedText.show} hideWord={sharedText.hide} />
);
