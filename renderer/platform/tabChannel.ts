/** Messages between the tabs of this page; the sender does not hear itself. */
export interface TabChannel<Message> {
  send(message: Message): void;
  /** Listens until the returned function is called. */
  listen(listener: (message: Message) => void): () => void;
}

/** Opens the channel of this name. Tabs of other programs cannot join: their address differs at least by the port. */
export function openTabChannel<Message>(name: string): TabChannel<Message> {
  const channel = new BroadcastChannel(name);
  return {
    send(message) {
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has no target, unlike a window
      channel.postMessage(message);
    },
    listen(listener) {
      const hear = (event: MessageEvent<Message>): void => listener(event.data);
      channel.addEventListener('message', hear);
      return () => channel.removeEventListener('message', hear);
    },
  };
}
