import { CatchBoundary } from '@tanstack/react-router';
import { Suspense } from 'react';
import { lazyScreen } from './lazyScreen.ts';
import { overlays } from './rooms.ts';

const components = overlays.map((overlay) => ({ screen: overlay.screen, Overlay: lazyScreen(overlay) }));

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
