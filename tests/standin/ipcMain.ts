import { EventEmitter } from 'node:events';
import type { WebContents } from './webContents.ts';

type Handler = (event: object, ...args: unknown[]) => unknown;

class IpcMain extends EventEmitter {
  readonly #handlers = new Map<string, Handler>();

  handle(channel: string, handler: Handler): void {
    if (this.#handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
    this.#handlers.set(channel, handler);
  }
  removeHandler(channel: string): void {
    this.#handlers.delete(channel);
  }

  /** Runs a handler as for a message from a frame; failures become text with Electron's prefix. */
  async dispatch(
    sender: WebContents,
    senderFrame: object,
    message: { channel: string; args: unknown[]; type: string },
  ): Promise<{ value?: unknown; error?: string }> {
    const event = { sender, senderFrame, processId: 0, frameId: 0 };
    if (message.type === 'send') {
      this.emit(message.channel, event, ...message.args);
      return {};
    }
    const handler = this.#handlers.get(message.channel);
    if (handler === undefined) {
      return {
        error: `Error invoking remote method '${message.channel}': Error: No handler registered for '${message.channel}'`,
      };
    }
    try {
      return { value: await handler(event, ...message.args) };
    } catch (error) {
      return { error: `Error invoking remote method '${message.channel}': ${String(error)}` };
    }
  }
}

/** Electron's `ipcMain`. */
export const ipcMain = new IpcMain();
