import { assignmentRoutes } from './assignments.ts';
import { difficultyRoutes } from './difficulties.ts';
import { extensionRoutes } from './extensions.ts';
import { followRoutes } from './follow.ts';
import { issueRoutes } from './issue.ts';
import { myWorkRoutes } from './my-work.ts';

/** Everything about issued plans: issuing, my work, following, assignments, difficulties. */
export const workRoutes = [
  issueRoutes,
  myWorkRoutes,
  followRoutes,
  assignmentRoutes,
  extensionRoutes,
  difficultyRoutes,
];
