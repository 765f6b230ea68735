/** The paper of a report to save: set by the decree, its number and day still to be filled in where it has none. */
export function Papers({ href, what = 'Văn bản' }: { href: string; what?: string }) {
  const as = (format: 'docx' | 'pdf') => `${href}${href.includes('?') ? '&' : '?'}format=${format}`;
  return (
    <p className="row">
      <a className="btn small" href={as('docx')} download>
        {what} (.docx)
      </a>
      <a className="btn small" href={as('pdf')} download>
        {what} (.pdf)
      </a>
    </p>
  );
}
