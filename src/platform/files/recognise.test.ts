import { describe, expect, it } from 'vitest';
import { LARGEST_FILE, recognise } from './recognise.ts';

const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n');
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const upload = (name: string, bytes: Buffer, isCutOff = false) => recognise({ name, bytes, isCutOff });

describe('an upload', () => {
  it('is known by its content', async () => {
    expect(await upload('Besluit B&W (2026).pdf', PDF)).toEqual({
      name: 'Besluit B&W (2026).pdf',
      mediaType: 'application/pdf',
    });
    expect(await upload('foto.png', PNG)).toMatchObject({ mediaType: 'image/png' });
  });
  it('is refused when its name promises something else than its content', async () => {
    for (const [name, bytes] of [
      ['besluit.pdf', Buffer.from('MZ\x90\x00program')],
      ['besluit.pdf', PNG],
      ['besluit.pdf.exe', PDF],
      ['besluit.docx', Buffer.from('<html><script>alert(1)</script></html>')],
    ] as const) {
      expect(await upload(name, bytes), name).toEqual({ code: 'file-disguised' });
    }
  });
  it('is refused when it is of a kind we do not keep', async () => {
    for (const name of ['pagina.html', 'tekening.svg', 'tekst.txt', 'zonder-ending']) {
      expect(await upload(name, Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')), name).toEqual({
        code: 'file-kind-unknown',
      });
    }
  });
  it('is refused when it is empty or larger than 20 MB', async () => {
    expect(await upload('leeg.pdf', Buffer.alloc(0))).toEqual({ code: 'file-empty' });
    expect(await upload('groot.pdf', Buffer.concat([PDF, Buffer.alloc(LARGEST_FILE)]))).toEqual({
      code: 'file-too-large',
    });
    expect(await upload('groot.pdf', PDF, true)).toEqual({ code: 'file-too-large' });
  });
  it('loses the path and the tricks from its name', async () => {
    expect(await upload('C:\\Users\\x\\..\\besluit\u202Efdp.pdf', PDF)).toMatchObject({ name: 'besluit_fdp.pdf' });
    expect(await upload(`${'a'.repeat(300)}.pdf`, PDF)).toMatchObject({
      name: expect.stringMatching(/^a{100}….{15}\.pdf$/),
    });
  });
});
