import { CatchBoundary } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { overlays } from './rooms.ts';

const components = overlays.map(({ load, screen }) => ({
  screen,
  Overlay: lazy(async () => {
    const component = (await load())[screen];
    if (!component) throw new Error(`No export ${screen}`);
    return { default: component };
  }),
}));

const nothing = () => null;
const never = () => 'overlay';

/** What lies above all screens. One that fails is missing; it does not take the screens with it. */
export function Overlays() {
  return components.map(({ screen, Overlay }) => (
    <CatchBoundary
      key={screen}
      getResetKey={never}
      errorComponent={nothing}
      onCatch={(error) => console.error(screen, error)}
    >
      <Suspense fallback={null}>
        <Overlay />
      </Suspense>
    </CatchBoundary>
  ));
}
