import { PageBar } from '#renderer/ui/PageBar.tsx';

/** Every piece of the ui folder on one screen, for looking at; only in development builds. */
export function GalleryScreen() {
  return <PageBar title="Gallery" />;
}
