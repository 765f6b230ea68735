import { describe, expect, it, test } from 'vitest';
import { thang, thangApart } from './testing.ts';

const run = (...args: string[]) => thang('units', ...args);

describe('thang units', () => {
  it('shows the unit a code meant on a day', async () => {
    const { status, stdout } = await thangApart(['units', 'show', '00004', '--on', '2025-06-30', '--json']);
    expect([status, JSON.parse(stdout)]).toEqual([
      0,
      {
        code: '00004',
        name: 'Phường Trúc Bạch',
        level: 'commune',
        parent: '001',
        validFrom: '2025-03-01',
        validTo: '2025-06-30',
      },
    ]);
  });

  it('lists what a unit became, with resolution and clause', async () => {
    const { stdout } = await run('successors', '00004', '--on', '30/06/2025', '--json');
    const how = { share: 'whole', resolution: '1656/NQ-UBTVQH15', clause: '3' };
    expect(JSON.parse(stdout)).toEqual([{ code: '00004', name: 'Phường Ba Đình', validFrom: '2025-07-01', ...how }]);
  });

  it('lists what a unit was formed from, today where no day is given', async () => {
    const { stdout } = await run('predecessors', '00004', '--json');
    const codes = JSON.parse(stdout).map(({ code, share }: { code: string; share: string }) => `${code} ${share}`);
    expect(codes).toContain('00004 whole');
    expect(codes).toContain('00016 part');
    expect(codes.length).toBe(10);
  });

  it('says in words what the data cannot tell', async () => {
    expect((await run('show', '00004', '--on', '2019-01-01')).stdout).toContain('trả lời theo danh mục đầu năm 2025');
    expect((await run('successors', '00859', '--on', '2025-06-30')).stdout).toContain('chưa có căn cứ trong dữ liệu');
  });

  test.each([
    [['show', '00001', '--on', '2025-07-01'], 'Phường Phúc Xá'],
    [['show', '12'.repeat(4)], 'Không có đơn vị hành chính nào mang mã'],
    [['successors', '00004', '--on', '31/02/2025'], 'không phải là một ngày'],
    [['show', '00004', '--on', '2025-00-10'], 'không phải là một ngày'],
    [['show', '00004', '--on', '2300-01-01'], 'từ năm 1900 đến năm 2199'],
    [['show', '00004', '--on', '01/01/1850'], 'từ năm 1900 đến năm 2199'],
  ])('tells what to do where %j cannot be answered', async (args, told) => {
    const { status, stdout, stderr } = await run(...args);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(told);
  });
});

describe('thang units resolve', () => {
  it('tells whom a printed name means, without a server or a tenant', async () => {
    const { status, stdout } = await run(
      'resolve',
      'Sở TN&MT',
      '--province',
      'Quảng Nam',
      '--on',
      '2023-05-25',
      '--json',
    );
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      to: 'agencies',
      agencies: [{ name: 'Sở Tài nguyên và Môi trường', within: ['Ủy ban nhân dân tỉnh Quảng Nam'] }],
      note: expect.stringContaining('danh mục đầu năm 2025'),
    });
  });

  it('sees a town’s plan from the town', async () => {
    const issuer = ['--issuer', 'UBND thị xã Ba Đồn'];
    const { stdout } = await run(
      'resolve',
      'UBND các xã, phường',
      '--province',
      'Quảng Bình',
      '--on',
      '2024-01-10',
      '--json',
      ...issuer,
    );
    const { to, members } = JSON.parse(stdout);
    expect([to, members.length]).toEqual(['group', 16]);
  });

  it('queues what it does not know, with suggestions', async () => {
    const { stdout } = await run('resolve', 'Sở Nội vụ và Lao động', '--province', 'Quảng Nam', '--on', '2024-01-10');
    expect(stdout).toContain('chờ người xem');
    expect(stdout).toContain('Sở Nội vụ');
  });

  it('knows a province by the name it had that day', async () => {
    const asked = (name: string, on: string) =>
      run('resolve', name, '--province', 'Thừa Thiên Huế', '--on', on, '--json');
    expect(JSON.parse((await asked('UBND tỉnh', '2024-12-31')).stdout)).toMatchObject({
      to: 'agencies',
      agencies: [{ name: 'Ủy ban nhân dân tỉnh Thừa Thiên Huế' }],
      note: expect.stringContaining('175/2024/QH15'),
    });
    // The city of before was a district's; it is not the province.
    expect(JSON.parse((await asked('UBND thành phố Huế', '2024-01-01')).stdout).to).toBe('queue');
    const { status, stderr } = await asked('UBND tỉnh', '2025-01-01');
    expect([status, stderr]).toEqual([2, expect.stringContaining('từ 01/01/2025 là Thành phố Huế')]);
  });

  it('says by which resolution a unit went where', async () => {
    const asked = ['resolve', 'UBND phường Trúc Bạch', '--province', 'Hà Nội', '--on', '2025-07-01'];
    const { to, candidates } = JSON.parse((await run(...asked, '--json')).stdout);
    expect([to, candidates]).toEqual([
      'queue',
      [
        expect.objectContaining({
          name: 'Ủy ban nhân dân phường Ba Đình',
          why: expect.stringContaining('Nghị quyết 1656/NQ-UBTVQH15, khoản 3'),
        }),
      ],
    ]);
    expect((await run(...asked)).stdout).toContain('nhập toàn bộ vào Phường Ba Đình từ 01/07/2025');
  });

  it('takes a province by its short name', async () => {
    const { stdout } = await run('resolve', 'UBND TP Thủ Đức', '--province', 'TP.HCM', '--on', '2024-01-10', '--json');
    const within = ['Ủy ban nhân dân thành phố Hồ Chí Minh'];
    expect(JSON.parse(stdout)).toMatchObject({
      to: 'agencies',
      agencies: [{ name: 'Ủy ban nhân dân thành phố Thủ Đức', within }],
    });
  });

  test.each([
    [['  ', '--province', 'Quảng Nam'], 'Chưa có tên cần tra'],
    [['Sở Nội vụ', '--province', 'Quảng Nam', '--on', '2010-01-01'], 'bắt đầu từ ngày 20/05/2014'],
  ])('tells what to do where %j cannot be answered', async (args, told) => {
    const { status, stdout, stderr } = await run('resolve', ...args);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(told);
  });

  it('tells what to do where the province is not there that day', async () => {
    const { status, stderr } = await run('resolve', 'Sở Nội vụ', '--province', 'Quảng Nam', '--on', '2026-01-10');
    expect(status).toBe(2);
    expect(stderr).toContain('từ 01/07/2025 là Thành phố Đà Nẵng');
  });
});
