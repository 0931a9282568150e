import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react';
import { moveDay } from './timeScale.ts';

interface CloseDrag {
  readonly day: string;
  /** Width of one day, pixels; asked when a drag begins. */
  readonly dayWidth: () => number;
  /** Called once with the new day when the bar is let go or the keys rest. */
  readonly onCommit: (day: string) => Promise<{ readonly ok: boolean }>;
}

/** After the last arrow key this long passes before the date is saved, milliseconds. */
const REST = 700;

/** Days that an arrow key moves, and with Shift. */
const STEP = 1;
const LEAP = 7;

/** Moving a deal's expected close by pointer or arrow keys: where it is now, and what the handle must listen to. */
export function useCloseDrag({ day, dayWidth, onCommit }: CloseDrag) {
  const [moved, setMoved] = useState<string | null>(null);
  const [seen, setSeen] = useState(day);
  // Once the core tells another day, by this move or by its undo, that one is shown.
  if (seen !== day) {
    setSeen(day);
    setMoved(null);
  }
  const grip = useRef<{ readonly x: number; readonly width: number; readonly day: string } | null>(null);
  /** On its way to the core: leaving the handle must not send it twice. */
  const sent = useRef<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef(moved);
  useEffect(() => {
    latest.current = moved;
  });
  useEffect(() => () => clearTimeout(timer.current), []);
  const send = async (next: string) => {
    sent.current = next;
    const { ok } = await onCommit(next);
    sent.current = null;
    if (!ok) setMoved(null);
  };
  const commit = () => {
    clearTimeout(timer.current);
    const next = latest.current;
    if (next !== null && next !== day && next !== sent.current) void send(next);
  };
  const handle = {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0) return;
      event.preventDefault();
      event.currentTarget.focus();
      event.currentTarget.setPointerCapture(event.pointerId);
      grip.current = { x: event.clientX, width: dayWidth(), day: moved ?? day };
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      if (!grip.current) return;
      const days = Math.round((event.clientX - grip.current.x) / grip.current.width);
      const next = moveDay(grip.current.day, days);
      latest.current = next;
      setMoved(next);
    },
    onPointerUp: () => {
      if (!grip.current) return;
      grip.current = null;
      commit();
    },
    onPointerCancel: () => {
      grip.current = null;
      setMoved(null);
    },
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
      const step =
        (event.shiftKey ? LEAP : STEP) * (event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : 0);
      if (step !== 0) {
        event.preventDefault();
        const next = moveDay(latest.current ?? day, step);
        latest.current = next;
        setMoved(next);
        clearTimeout(timer.current);
        timer.current = setTimeout(commit, REST);
      } else if (event.key === 'Escape' && moved !== null) {
        event.stopPropagation();
        clearTimeout(timer.current);
        setMoved(null);
      }
    },
    onBlur: commit,
  };
  return { shown: moved ?? day, moving: moved !== null && moved !== day, handle };
}
