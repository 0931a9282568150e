import {
  File,
  FileArchive,
  FileAudio,
  FileImage,
  FileSpreadsheet,
  FileText,
  FileVideo,
  type LucideIcon,
  Mail,
  Presentation,
} from 'lucide-react';

const byMime: readonly (readonly [RegExp, LucideIcon])[] = [
  [/^image\//, FileImage],
  [/^audio\//, FileAudio],
  [/^video\//, FileVideo],
  [/excel|spreadsheet|csv/, FileSpreadsheet],
  [/powerpoint|presentation/, Presentation],
  [/zip|rar/, FileArchive],
  [/rfc822|outlook/, Mail],
  [/pdf|word|text|works/, FileText],
];

/** The icon of a document's media type; what it is called says the rest. */
export const documentIcon = (mime: string): LucideIcon => byMime.find(([pattern]) => pattern.test(mime))?.[1] ?? File;
