/** Learning to recognise: paths, what somebody did of them, and who is trained. */
export { type Audience, type LearningPath, LINKABLE } from './domain/path.ts';
export { registerCourseRoutes } from './http/course-routes.tsx';
export { registerLessonRoutes } from './http/lesson-routes.tsx';
export { nationalShareSection } from './http/national-share-section.tsx';
export { registerRegisterRoutes } from './http/register-routes.tsx';
export { TRAINED_TREND } from './ui/trained-trend.ts';
export { logCampaign } from './use-cases/campaign.ts';
export { enterTrainings } from './use-cases/import-trainings.ts';
export { LEARNING_PATHS, LEARNING_SHARED, learningPath, learningPaths } from './use-cases/learning-content.ts';
export { LEARNING_ERASERS } from './use-cases/learning-erasers.ts';
export { tellOfRegister } from './use-cases/learning-facts.ts';
export { nextToLearn } from './use-cases/next-to-learn.ts';
export { passPath } from './use-cases/pass-path.ts';
export { RECOGNITION_VIGNETTES } from './use-cases/recognition-content.ts';
export { isAnybodyTrained, joinTeam, keepTeam } from './use-cases/register.ts';
export { LEARNING_TEXTS } from './use-cases/remind.ts';
