import { Link } from '@tanstack/react-router';
import { createContext, useContext } from 'react';
import type { ConsolidationView } from '../../../src/report/views.ts';

/** Whether whoever looks may open the reports a figure is made of; a lead sees of others what its own tasks need. */
export const Opens = createContext(true);

type Props = { sources: ConsolidationView['counted']; names: ReadonlyMap<string, string> };

/** The reports something is made of, by the units that sent them. */
export function SourceLinks({ sources, names }: Props) {
  const opens = useContext(Opens);
  return (
    <span className="role">
      {sources.map(({ agencyId, reportId }, at) => (
        <span key={reportId}>
          {at > 0 && '; '}
          {opens ? (
            <Link to="/bao-cao/$id" params={{ id: reportId }}>
              {names.get(agencyId)}
            </Link>
          ) : (
            names.get(agencyId)
          )}
        </span>
      ))}
    </span>
  );
}
