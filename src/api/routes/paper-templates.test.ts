import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readDocument } from '../../document/read.ts';
import type { TemplateKindView, TemplatesView } from '../../publish/template/views.ts';
import { officerHolding, otherTenant, type TestBrowser, type TestServer, testServer } from '../testing.ts';

let server: TestServer;
let focal: TestBrowser;
let officer: TestBrowser;
beforeAll(async () => {
  server = await testServer();
  await server.signIn();
  focal = await officerHolding(server, [{ role: 'focal', agencies: 'all' }]);
  officer = await officerHolding(server, [{ role: 'officer', agencies: 'all' }]);
});
afterAll(() => server.close());

const at = '/api/paper-templates/late-list';
const kind = async (who: TestBrowser) => (await who.get(at)).json<TemplateKindView>();
const builtIn = async () => new Uint8Array((await focal.get(`${at}/file`)).rawPayload);
const changed = async (change: (xml: string) => string) => {
  const files = unzipSync(await builtIn());
  files['word/document.xml'] = strToU8(change(strFromU8(files['word/document.xml'] ?? new Uint8Array())));
  return zipSync(files);
};
const textOf = async (bytes: Uint8Array) =>
  (await readDocument(bytes)).blocks.map((block) => (block.kind === 'paragraph' ? block.text : '')).join('\n');

describe('templates of papers', () => {
  it('are downloaded, changed, checked, put to use and taken back', async () => {
    const own = await changed((xml) =>
      xml.replace('thực hiện./.', 'thực hiện./.').replace('{ket_luan}', 'Kính báo để biết./.'),
    );
    const sent = await focal.upload('mau tinh.docx', own, at);
    expect(sent.json()).toMatchObject({ check: { passes: true }, kept: { templates: [{ used: false }] } });
    const id: string = sent.json().id;
    const used = await focal.send('PUT', `${at}/use`, { template: id });
    expect(used.json()).toMatchObject({
      templates: [{ id, name: 'mau tinh.docx', used: true }],
      uses: [{ templateId: id }],
    });
    const { kinds, changes } = (await focal.get('/api/paper-templates')).json<TemplatesView>();
    expect([kinds.find((one) => one.kind === 'late-list')?.used, changes]).toEqual(['mau tinh.docx', true]);
    expect(await textOf((await focal.get(`${at}/sample?template=${id}`)).rawPayload)).toContain('Kính báo để biết./.');
    await focal.send('PUT', `${at}/use`, { template: null });
    const after = await kind(focal);
    expect([after.templates[0]?.used, after.uses.map(({ templateId }) => templateId)]).toEqual([false, [null, id]]);
  });

  it('with mistakes are not kept, and say what to mend', async () => {
    const before = (await kind(focal)).templates.length;
    const sent = await focal.upload('sai.docx', await changed((xml) => xml.replace('{ket_luan}', '{ket_loan}')), at);
    expect(sent.json()).toMatchObject({
      id: null,
      check: { passes: false, findings: [{ rule: 'unknown', message: expect.stringContaining('{ket_luan}') }] },
    });
    expect((await kind(focal)).templates).toHaveLength(before);
  });

  it('that may do harm are refused', async () => {
    const files = unzipSync(await builtIn());
    const bad = zipSync({ ...files, 'word/vbaProject.bin': strToU8('x') });
    expect((await focal.upload('a.docx', bad, at)).json().code).toBe('template-unsafe');
    expect((await focal.upload('a.docx', 'chữ', at)).json().code).toBe('file-not-docx');
  });

  it('are changed by the focal office alone, and are each tenant’s own', async () => {
    expect((await officer.upload('a.docx', await builtIn(), at)).json().code).toBe('permission-refused');
    expect((await officer.get('/api/paper-templates')).json().changes).toBe(false);
    const other = await otherTenant(server);
    expect((await kind(other)).templates).toEqual([]);
    const [mine] = (await kind(focal)).templates;
    const taken = await other.send('PUT', `${at}/use`, { template: mine?.id });
    expect(taken.json().code).toBe('not-found');
  });

  it('of each kind list their fields', async () => {
    const { fields } = await kind(officer);
    expect(fields.find(({ typed }) => typed === '{ten_don_vi}')).toMatchObject({ within: 'danh_sach' });
    expect(fields.find(({ typed }) => typed === '{trich_yeu}')).toMatchObject({ needed: true, within: null });
  });
});
