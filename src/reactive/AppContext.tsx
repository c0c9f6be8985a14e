// The app, handed to every screen.

import { createContext, type JSX, useContext } from 'solid-js';
import type { App } from '../app/app';
import type { ManagerApp } from '../app/manager/managerApp';

const AppContext = createContext<App>();
const ManagerContext = createContext<ManagerApp>();

export const AppProvider = (props: { readonly app: App; readonly children: JSX.Element }) => (
  <AppContext.Provider value={props.app}>{props.children}</AppContext.Provider>
);

export const ManagerProvider = (props: { readonly app: ManagerApp; readonly children: JSX.Element }) => (
  <ManagerContext.Provider value={props.app}>{props.children}</ManagerContext.Provider>
);

export function useApp(): App {
  const app = useContext(AppContext);
  if (!app) throw new Error('There is no app around this screen');
  return app;
}

/** What the manager who is signed in may do; only inside the manager area. */
export function useManagerApp(): ManagerApp {
  const app = useContext(ManagerContext);
  if (!app) throw new Error('This screen is outside the manager area');
  return app;
}
