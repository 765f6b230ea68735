/**
 * What a file may cost before we stop reading it. A real plan stays far below each; a file made to exhaust the machine
 * does not.
 */
export const limits = {
  /** bytes of the file itself */
  fileBytes: 50 * 1_048_576,
  /** entries of a ZIP directory; a Word file with hundreds of pictures has hundreds */
  zipEntries: 10_000,
  /** declared bytes of an entry we may never read, where it also shrinks `ratio` times; and of all entries together */
  zipEntryBytes: 256 * 1_048_576,
  zipTotalBytes: 2048 * 1_048_576,
  /** inflated bytes of one part we read; the text of a 1,000-page document is about 30 MB of XML */
  partBytes: 64 * 1_048_576,
  /** inflated bytes of all parts we read together */
  totalPartBytes: 128 * 1_048_576,
  /** XML deflates 5–30 times; DEFLATE reaches 1,032. Checked once a part is larger than `ratioFloor`. */
  ratio: 200,
  ratioFloor: 8 * 1_048_576,
  /** elements of a part kept as a tree (styles, numbering, relationships); Word writes some 30,000 at most */
  treeNodes: 150_000,
  /** elements inside one another */
  depth: 400,
  /** characters of text: some 3,000 pages */
  characters: 10_000_000,
  /** paragraphs of a document, those in cells included */
  paragraphs: 80_000,
  /** lines of a text file */
  lines: 200_000,
  /** nodes of an HTML page; one of 500 paragraphs has some 5,000 */
  htmlNodes: 200_000,
  /** attributes of one XML element */
  attributes: 500,
  /** places of all table grids together */
  gridPlaces: 160_000,
  /** Word allows 63 columns, HTML 1,000 */
  colSpan: 1_000,
  rowSpan: 65_534,
  /** pages of a PDF; the longest plans with all appendices have some 300 */
  pdfPages: 1_000,
  /** words of a PDF: 1,000 full pages */
  pdfWords: 700_000,
  /** streams of a PDF: drawings, fonts and pictures */
  pdfStreams: 200_000,
  /** inflated bytes of one stream of a PDF other than a picture; the drawing of a dense map has some 20 MB, a font 15 */
  pdfStreamBytes: 48 * 1_048_576,
  /** inflated bytes of all streams of a PDF together, pictures apart: five times the largest file */
  pdfUnpackedBytes: 256 * 1_048_576,
  /** numbers of one function given by samples; a table of colours in print has some 100,000 */
  pdfSamples: 4_000_000,
  /** points of one shade given by a mesh */
  pdfMeshPoints: 1_000_000,
  /** drawing operations of one page; a full page of a table has some 5,000 */
  pdfOperations: 600_000,
  /** seconds for one page of a PDF; a full page takes 0.01 */
  pdfPageSeconds: 8,
  /** seconds for all pages of a PDF together, recognition apart; 400 pages take 3 */
  pdfSeconds: 40,
  /** pixels of one picture in a PDF; A3 at 400 dpi has 31 million */
  pdfPixels: 70_000_000,
} as const;
