import { endingOf } from './mediaTypeOf.ts';

/** Endings whose programs show and do not run what they are given. Office files with macros are not among them. */
const SHOWN: ReadonlySet<string> = new Set([
  'pdf',
  'docx',
  'xlsx',
  'pptx',
  'doc',
  'xls',
  'ppt',
  'wps',
  'et',
  'dps',
  'odt',
  'ods',
  'odp',
  'ofd',
  'csv',
  'txt',
  'md',
  'png',
  'jpg',
  'jpeg',
  'gif',
  'webp',
  'heic',
  'bmp',
  'tif',
  'tiff',
  'mp3',
  'm4a',
  'wav',
  'mp4',
  'mov',
  'eml',
  'dwg',
]);

/** Tells whether a file may be handed to the system to be opened by its ending; whatever could run is only saved. */
export const mayOpenOutside = (name: string): boolean => SHOWN.has(endingOf(name));
