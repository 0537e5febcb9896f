import { findPersonalData, isBsn, isIban } from '../../../src/core/understanding/personalData';

const kinds = (text: string) =>
  findPersonalData(text).map(({ kind, span }) => [kind, text.slice(span.start, span.end)]);

describe('personal data that does not belong in a reply', () => {
  test.each([
    ['Haar bsn is 111222333.', [['bsn', '111222333']]],
    ['BSN 1112.22.333 noteren', [['bsn', '1112.22.333']]],
    [
      'bel me op 06-12345678 of 0612345678',
      [
        ['phone', '06-12345678'],
        ['phone', '0612345678'],
      ],
    ],
    ['+31 6 12 34 56 78', [['phone', '+31 6 12 34 56 78']]],
    ['het nummer is 020-1234567', [['phone', '020-1234567']]],
    ['mail naar jan.de-boer@voorbeeld.nl', [['email', 'jan.de-boer@voorbeeld.nl']]],
    ['rekening NL91 ABNA 0417 1643 00', [['iban', 'NL91 ABNA 0417 1643 00']]],
    ['Ik woon op Kerkstraat 12b', [['address', 'Kerkstraat 12b']]],
    ['hij zit aan de dorpsweg 4', [['address', 'dorpsweg 4']]],
    ['postcode 1234 AB', [['address', '1234 AB']]],
  ])('%s', (text, found) => {
    expect(kinds(text)).toEqual(found);
  });

  test.each([
    'Over 3 weken zijn er 30 kinderen, groep 7.',
    'Bel 113 of 0800-0113 als het niet meer gaat.',
    'Dat was in 2015, om 16.30 uur.',
    'Het kostte 1.250,00 euro.',
    'Nummer 123456789 is geen bsn.',
    'Ze zit in klas 4A van het vmbo.',
  ])('leaves alone: %s', (text) => {
    expect(kinds(text)).toEqual([]);
  });

  it('checks the digits of a citizen service number and of a bank account', () => {
    expect([isBsn('111222333'), isBsn('123456782'), isBsn('123456789'), isBsn('000000000')]).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect([isIban('NL91ABNA0417164300'), isIban('NL91ABNA0417164301')]).toEqual([true, false]);
  });
});
