// Deliberately wrong: a use case knows Electron.
import { BrowserWindow } from 'electron';
import { openWindow } from '../shell/openWindow.ts';

export const wrong = [BrowserWindow, openWindow];
