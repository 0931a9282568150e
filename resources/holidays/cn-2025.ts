import type { HolidayYear } from './holidayYear.ts';

/** State Council notice of 12 November 2024 (国办发明电〔2024〕12号). */
export const cn2025: HolidayYear = {
  year: 2025,
  daysOff: [
    '2025-01-01',
    '2025-01-28..2025-02-04',
    '2025-04-04..2025-04-06',
    '2025-05-01..2025-05-05',
    '2025-05-31..2025-06-02',
    '2025-10-01..2025-10-08',
  ],
  workedWeekends: ['2025-01-26', '2025-02-08', '2025-04-27', '2025-09-28', '2025-10-11'],
  assumed: false,
};
