import { spawn } from 'node:child_process';

/** Opens an address in the person's browser if there is one and a display; says nothing when there is not. */
export function openBrowser(address, platform = process.platform, env = process.env) {
  const command = openCommand(address, platform, env);
  if (command === null) return;
  const [program, ...args] = command;
  const child = spawn(program, args, { stdio: 'ignore', detached: true, windowsHide: true });
  // Without a browser the printed address is there to be copied.
  child.on('error', () => {});
  child.unref();
}

/** The system's way to open an address; null without a display. */
export function openCommand(address, platform, env) {
  if (platform === 'darwin') return ['open', address];
  if (platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler', address];
  return env.DISPLAY || env.WAYLAND_DISPLAY ? ['xdg-open', address] : null;
}
