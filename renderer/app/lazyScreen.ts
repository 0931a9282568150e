import { lazyPart } from '#renderer/platform/lazyPart.ts';
import type { Room } from './rooms.ts';

/** The component of a room or an overlay, loaded when it is first needed. */
export const lazyScreen = ({ load, screen }: Pick<Room, 'load' | 'screen'>) =>
  lazyPart(async () => {
    const component = (await load())[screen];
    if (!component) throw new Error(`No export ${screen}`);
    return component;
  });
