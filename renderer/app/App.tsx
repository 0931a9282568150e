import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useEffect } from 'react';
import { followChanges, queryClient } from '#renderer/platform/queries.ts';
import { KitProvider } from '#renderer/ui/KitProvider.tsx';
import { router } from './routes.tsx';
import { startKeyboard } from './keyboard.ts';

/** The whole page: what every screen stands on, and the router. */
export function App() {
  useEffect(() => followChanges(), []);
  useEffect(() => startKeyboard(), []);
  return (
    <QueryClientProvider client={queryClient}>
      <KitProvider>
        <RouterProvider router={router} />
      </KitProvider>
    </QueryClientProvider>
  );
}
