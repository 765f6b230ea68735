import { Button } from 'react-aria-components';
import { toProblem } from '../../problem.ts';
import { say } from '../../state/toasts.ts';
import { saveTable, type Table } from './tableFile.ts';

/** What stands on the screen, with its filters, on paper or as a file. */
export function ExportButtons({ table, name, sheet }: { table: () => Table; name: string; sheet?: string }) {
  const save = (format: 'csv' | 'xlsx') =>
    saveTable(table(), name, format, sheet).catch((error: unknown) => say(toProblem(error).message, { tone: 'late' }));
  return (
    <>
      <Button className="btn hide-phone" onPress={() => window.print()}>
        In
      </Button>
      <Button className="btn hide-phone" onPress={() => void save('csv')}>
        Xuất CSV
      </Button>
      <Button className="btn" onPress={() => void save('xlsx')}>
        Xuất Excel
      </Button>
    </>
  );
}
