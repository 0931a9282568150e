import { cn2024 } from './cn-2024.ts';
import { cn2025 } from './cn-2025.ts';
import { cn2026 } from './cn-2026.ts';
import { cn2027 } from './cn-2027.ts';
import type { HolidayYear } from './holidayYear.ts';

/** Every known year of mainland China's public holidays, oldest first. Years outside count weekends only. */
export const chinaHolidays: readonly HolidayYear[] = [cn2024, cn2025, cn2026, cn2027];
