import type { SamplePlan } from '../model.ts';
import { honSuong2026 } from './hon-suong-2026.ts';
import { minhChau2024 } from './minh-chau-2024.ts';
import { minhChau2026 } from './minh-chau-2026.ts';
import { minhHa2025 } from './minh-ha-2025.ts';
import { minhHa2026 } from './minh-ha-2026.ts';

/** Two plans from before July 2025, with districts, and three from after, with two levels. */
export const samplePlans: SamplePlan[] = [minhChau2024, minhHa2025, minhHa2026, honSuong2026, minhChau2026];
