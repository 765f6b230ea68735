type Props = { href: string; what?: string /** whether it prints tables, to save as a workbook */; tables?: boolean };

const formats = ['docx', 'pdf', 'xlsx'] as const;

/** A paper to save: set by the decree or the province's template, its number and day still to be filled in where it has none. */
export function Papers({ href, what = 'Văn bản', tables = false }: Props) {
  return (
    <p className="row">
      {formats
        .filter((format) => tables || format !== 'xlsx')
        .map((format) => (
          <a
            key={format}
            className="btn small"
            href={`${href}${href.includes('?') ? '&' : '?'}format=${format}`}
            download
          >
            {format === 'xlsx' ? 'Bảng tính' : what} (.{format})
          </a>
        ))}
    </p>
  );
}
