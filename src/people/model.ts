/** Who acts, and on whose behalf: every query is bounded by the tenant. */
export type Actor = { tenantId: string; officerId: string };

/** An officer as the product knows them while they work. */
export type Officer = Actor & { name: string; unit: string; tenant: string };
