/*
 * HOW TO ADD A ROOM: see rooms.ts; this file only turns the list of rooms into routes.
 */
import { createRootRoute, createRoute, createRouter, redirect } from '@tanstack/react-router';
import { lazyPart } from '#renderer/platform/lazyPart.ts';
import { history } from '#renderer/platform/navigation.ts';
import { paths } from '#renderer/platform/paths.ts';
import { CrashScreen } from './CrashScreen.tsx';
import { Frame } from './Frame.tsx';
import { MissingScreen } from './MissingScreen.tsx';
import { lazyScreen } from './lazyScreen.ts';
import { homePath, rooms } from './rooms.ts';
import { Shell } from './Shell.tsx';

const rootRoute = createRootRoute({ component: Shell, notFoundComponent: MissingScreen });

const startRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: paths.start(),
  component: lazyPart(async () => (await import('#renderer/features/start/StartScreen.tsx')).StartScreen),
  errorComponent: CrashScreen,
});

const frameRoute = createRoute({ getParentRoute: () => rootRoute, id: 'frame', component: Frame });

const homeRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/',
  beforeLoad: () => {
    // oxlint-disable-next-line typescript/only-throw-error -- how the router is told to go elsewhere
    throw redirect({ to: homePath, replace: true });
  },
});

const roomRoutes = rooms.map(({ path, load, screen }) =>
  createRoute({
    getParentRoute: () => frameRoute,
    path,
    component: lazyScreen({ load, screen }),
    errorComponent: CrashScreen,
  }),
);

/** The router of the page. */
export const router = createRouter({
  routeTree: rootRoute.addChildren([startRoute, frameRoute.addChildren([homeRoute, ...roomRoutes])]),
  history,
  scrollRestoration: true,
  defaultErrorComponent: CrashScreen,
  // A room's code arrives from this machine within a frame or two: nothing is gained by a screen in between.
  defaultPendingMs: 300,
});
