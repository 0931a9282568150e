import { readFile } from 'node:fs/promises';
import { type CustomScheme, protocol, type Session } from 'electron';
import { createRendererFiles } from '#electron/host/rendererFiles.ts';
import { securityHeaders } from '#electron/host/securityHeaders.ts';

/** The address of the page in the desktop program. */
export const appOrigin = 'app://kongdan';

const scheme: CustomScheme = {
  scheme: 'app',
  privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true },
};

/** Tells Chromium about `app:`; must be called before the program is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([scheme]);
}

/** Serves the built page under `app://kongdan/`, with the same rules and headers as the browser host. */
export function serveApp(session: Session, rendererFolder: string): void {
  const files = createRendererFiles(rendererFolder);
  session.protocol.handle('app', async (request) => {
    const address = new URL(request.url);
    const path = address.host === 'kongdan' && request.method === 'GET' ? decodePath(address.pathname) : null;
    const found = path === null ? null : files.find(path);
    if (found === null) return new Response(null, { status: 404, headers: securityHeaders });
    const headers = { ...securityHeaders, 'content-type': found.mediaType };
    return new Response(await readFile(found.file), { status: 200, headers });
  });
}

function decodePath(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
}
