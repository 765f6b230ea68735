import { expect, it } from 'vitest';
import { hearStrayRejections } from './stray.ts';

it('lets promises pass that the parser loses, and nothing else', () => {
  const before = process.listeners('unhandledRejection');
  hearStrayRejections();
  hearStrayRejections();
  const added = process.listeners('unhandledRejection').filter((one) => !before.includes(one));
  expect(added).toHaveLength(1);
  const hear = (reason: unknown) => () => added[0]?.(reason, Promise.resolve());
  expect(hear({ name: 'XRefEntryException', message: 'Bad entry' })).not.toThrow();
  expect(hear(new TypeError('x is not a function'))).toThrow('not a function');
  expect(hear(undefined)).toThrow();
  for (const one of added) process.off('unhandledRejection', one);
});
