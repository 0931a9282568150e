import { app, type Session, shell, type WebContents } from 'electron';
import { appOrigin } from './appProtocol.ts';

/**
 * Takes from every page what none of ours needs: permissions, downloads, other addresses, further windows, plug-ins.
 * Links to the web open in the person's browser.
 */
export function lockDown(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => event.preventDefault());
  app.on('web-contents-created', (_event, contents) => guard(contents));
}

function guard(contents: WebContents): void {
  contents.on('will-navigate', (event) => {
    if (!isOurs(event.url)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => {
    if (!isOurs(event.url)) event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    void openOutside(url);
    return { action: 'deny' };
  });
}

/** Whether an address is a screen of this program. */
export function isOurs(address: string): boolean {
  return address === appOrigin || address.startsWith(`${appOrigin}/`);
}

/** Opens a web or mail address in the person's own program; anything else is refused with false. */
export async function openOutside(address: string): Promise<boolean> {
  const scheme = URL.canParse(address) ? new URL(address).protocol : '';
  if (scheme !== 'https:' && scheme !== 'mailto:') return false;
  await shell.openExternal(address);
  return true;
}
