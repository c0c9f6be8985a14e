// Where a checked code leads: to a password of one's own, or with a day pass straight into Self Service.

import { useNavigate } from '@solidjs/router';
import type { CheckedCode } from '../../app/activation';
import { useApp } from '../../reactive/AppContext';
import { paths } from '../paths';
import { useKiosk } from './KioskContext';

export function createGoOn(): (checked: CheckedCode) => Promise<void> {
  const app = useApp();
  const kiosk = useKiosk();
  const navigate = useNavigate();
  return async (checked) => {
    if (checked.opens === 'passwordStep') kiosk.goTo({ at: 'password', checked });
    else {
      const entered = await app.enterWithDayPass(checked);
      if (entered.ok) return navigate(paths.me);
      kiosk.goTo({ at: 'identify', refusal: entered.error });
    }
    navigate(paths.activate, { replace: true });
  };
}
