import type { TemplateKindView } from '../../../src/publish/template/views.ts';

const sorts = {
  text: 'Chữ',
  lines: 'Nhiều dòng: đoạn chứa trường được lặp cho từng dòng',
  blocks: 'Nhiều đoạn: đứng một mình trong một đoạn',
  rows: 'Phần lặp',
} as const;

/** The fields a template of the kind may hold, as they are typed. */
export const FieldTable = ({ view: { fields } }: { view: TemplateKindView }) => (
  <section className="card template-fields" aria-labelledby="template-fields">
    <h2 id="template-fields">Các trường dùng được</h2>
    <p className="muted">
      Gõ tên trường trong dấu ngoặc nhọn, có dấu hay không dấu đều được; gõ chữ in hoa thì in ra chữ in hoa. Đoạn chỉ có
      trường mà không có gì để điền thì tự bỏ.
    </p>
    <div className="table-scroll">
      <table>
        <thead>
          <tr>
            <th scope="col">Trường</th>
            <th scope="col">Nội dung</th>
            <th scope="col">Cách điền</th>
          </tr>
        </thead>
        <tbody>
          {fields.map(({ typed, says, sort, within, needed }) => (
            <tr key={`${within ?? ''} ${typed}`}>
              <th scope="row">
                <code>{typed}</code>
              </th>
              <td>
                {says}
                {needed && <b> (bắt buộc)</b>}
              </td>
              <td>
                {sorts[sort]}
                {within !== null && `; bên trong {#${within}} … {/${within}}`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  </section>
);
