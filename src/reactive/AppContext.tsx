// The app, handed to every screen, and the links that arrive with the page.

import { createContext, type JSX, useContext } from 'solid-js';
import type { App } from '../app/app';
import type { ManagerApp } from '../app/manager/managerApp';
import type { ArrivedLinks } from './arrivedLinks';

const AppContext = createContext<App>();
const LinksContext = createContext<ArrivedLinks>();
const ManagerContext = createContext<ManagerApp>();

export const AppProvider = (props: {
  readonly app: App;
  readonly links: ArrivedLinks;
  readonly children: JSX.Element;
}) => (
  <AppContext.Provider value={props.app}>
    <LinksContext.Provider value={props.links}>{props.children}</LinksContext.Provider>
  </AppContext.Provider>
);

export const ManagerProvider = (props: { readonly app: ManagerApp; readonly children: JSX.Element }) => (
  <ManagerContext.Provider value={props.app}>{props.children}</ManagerContext.Provider>
);

export function useApp(): App {
  const app = useContext(AppContext);
  if (!app) throw new Error('There is no app around this screen');
  return app;
}

export function useArrivedLinks(): ArrivedLinks {
  const links = useContext(LinksContext);
  if (!links) throw new Error('Nobody catches links around this screen');
  return links;
}

/** What the manager who is signed in may do; only inside the manager area. */
export function useManagerApp(): ManagerApp {
  const app = useContext(ManagerContext);
  if (!app) throw new Error('This screen is outside the manager area');
  return app;
}
