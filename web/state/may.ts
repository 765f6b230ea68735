import { useQuery } from '@tanstack/react-query';
import { currentSession } from '../queries.ts';

/**
 * Whether whoever is here may do what a sentence of src/people/permissions.ts says, somewhere: what they may not is not
 * offered. The server decides again for each thing.
 */
export function useMay(): (sentence: string) => boolean {
  const { data } = useQuery(currentSession());
  return (sentence) => data?.may.includes(sentence) ?? false;
}
