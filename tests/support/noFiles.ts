import type { CommandContext } from '#electron/ipc/handler.ts';

const none = () => Promise.reject(new Error('No handler of this harness works with files; use a whole core'));

/** For harnesses without a core: files go through the whole core only. */
export const noFiles: Pick<CommandContext, 'resolveFile' | 'storeFiles' | 'findContent' | 'lendContent'> = {
  resolveFile: () => null,
  storeFiles: none,
  findContent: none,
  lendContent: none,
};
