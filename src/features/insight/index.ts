/** What is known and what is not: registered and estimated figures, estimates of one's own, open data. */
export { type FeatureId, LOCAL_FEATURES } from './domain/local-feature.ts';
export type { OwnWork } from './domain/local-picture.ts';
export { registerInsightRoutes } from './http/routes.tsx';
export { CAPTURE_TABLES } from './use-cases/capture-table-content.ts';
export { IN_VIEW_FIGURES } from './use-cases/in-view-figures.ts';
export { type InInsight, layTrends } from './use-cases/lay-trends.ts';
export { presentFeatures } from './use-cases/local-picture.ts';
export { RELEASE_FIGURES } from './use-cases/release/release-figures.ts';
