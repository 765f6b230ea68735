import { afterEach, describe, expect, it } from 'vitest';
import { findMailSettings, openMailer } from './mail.ts';
import { bodyOf, type MailSink, openMailSink } from './testing.ts';

let sink: MailSink | undefined;
afterEach(() => sink?.close());
const openSink = async (...options: Parameters<typeof openMailSink>) => (sink = await openMailSink(...options));

const from = 'Thang <thang@minhha.example>';
const letter = { to: 'mai@minhha.example', subject: 'Đặt lại mật khẩu', text: 'Kính gửi Trần Thị Mai' };

describe('a letter', () => {
  it('arrives with its address, its subject and its Vietnamese text', async () => {
    const { url, letters } = await openSink();
    const mailer = openMailer({ url, from });
    await mailer.send(letter);
    mailer.close();
    expect(letters).toHaveLength(1);
    expect(letters[0]).toMatch(/^From: Thang <thang@minhha.example>\r\nTo: mai@minhha.example\r\nSubject: =\?UTF-8\?/m);
    expect(bodyOf(letters[0])).toContain('Kính gửi Trần Thị Mai');
  });

  it('goes to one address alone, whatever stands in it', async () => {
    const { url, letters } = await openSink();
    const mailer = openMailer({ url, from });
    await mailer.send({ ...letter, to: 'mai@minhha.example\r\nBcc: ai@do.example' }).catch(() => {});
    mailer.close();
    expect(letters.join()).not.toMatch(/^Bcc:/im);
  });

  it('is sent with the name and password of the settings, as they are written in an address', async () => {
    const { url, logins } = await openSink({}, 'thang:m%E1%BA%ADt%40kh%E1%BA%A9u@');
    const mailer = openMailer({ url, from });
    await mailer.send(letter);
    mailer.close();
    expect(logins).toEqual(['thang mật@khẩu']);
  });

  it('that the server refuses is a failure, not silence', async () => {
    const { url } = await openSink({ onRcptTo: (_address, _session, done) => done(new Error('không có hộp thư này')) });
    const mailer = openMailer({ url, from });
    await expect(mailer.send(letter)).rejects.toThrow();
    mailer.close();
  });
});

describe('mail settings', () => {
  it('are those of the environment, or none', () => {
    expect(findMailSettings({})).toBeUndefined();
    const env = { THANG_SMTP_URL: 'smtps://a:b@mail.example:465', THANG_MAIL_FROM: from };
    expect(findMailSettings(env)).toEqual({ url: env.THANG_SMTP_URL, from });
  });

  it.each([
    ['THANG_SMTP_URL', { THANG_SMTP_URL: 'mail.example', THANG_MAIL_FROM: from }],
    ['THANG_SMTP_URL', { THANG_SMTP_URL: 'https://mail.example', THANG_MAIL_FROM: from }],
    ['THANG_MAIL_FROM', { THANG_SMTP_URL: 'smtp://mail.example' }],
    ['THANG_MAIL_FROM', { THANG_SMTP_URL: 'smtp://mail.example', THANG_MAIL_FROM: 'a@b.example\r\nBcc: x@y.example' }],
  ])('that are wrong name %s', (name, env) => {
    expect(() => findMailSettings(env)).toThrow(
      expect.objectContaining({ code: 'mail-settings-wrong', details: { name } }),
    );
  });
});
