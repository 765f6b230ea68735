import { assignmentRoutes } from './assignments.ts';
import { difficultyRoutes } from './difficulties.ts';
import { eventDateRoutes } from './event-dates.ts';
import { extensionRoutes } from './extensions.ts';
import { followRoutes } from './follow.ts';
import { issueRoutes } from './issue.ts';
import { issueSupersedeRoutes } from './issue-supersede.ts';
import { issueWithdrawRoutes } from './issue-withdraw.ts';
import { itemLinkRoutes } from './item-links.ts';
import { myWorkRoutes } from './my-work.ts';

/** Everything about issued plans: issuing, duplicates, my work, following, assignments, difficulties. */
export const workRoutes = [
  issueRoutes,
  issueSupersedeRoutes,
  issueWithdrawRoutes,
  itemLinkRoutes,
  myWorkRoutes,
  followRoutes,
  assignmentRoutes,
  eventDateRoutes,
  extensionRoutes,
  difficultyRoutes,
];
