/** Countries by the lengths that OCHA gives the parts of their codes below the country, from level 1 down (2025). */
const countriesByPartLengths = {
    '1': 'BES SX',
    '1.1.1': 'KM LB',
    '1.1.2': 'TO',
    '1.1.2.2': 'RW TN',
    '1.1.2.3': 'LK',
    '1.1.4': 'SC',
    '1.2': 'ER FM KI LS SZ TC VC',
    '1.2.1.3': 'ZA',
    '1.2.2': 'CR FJ MW PK',
    '1.3': 'GF',
    '1.3.2.2': 'UG',
    '2': 'AE AG BB BZ CW DM EH GD KN KW KY MS MU PR SA TT VG',
    '2.1': 'BM',
    '2.1.1.2': 'CF',
    '2.1.2': 'CL MR',
    '2.1.3': 'AM',
    '2.2': 'AF BJ CD CG CU CV DJ EG GE GH GP GT GW GY HN KP LA LR LY MH MN MQ MY NA NI OM PS PY SO SR ST SV TZ',
    '2.2.2': 'AL BF BO BW CI EC ET GM KH ML MZ PA PE PG SN SS SY TD TG TH TL VE YE ZW',
    '2.2.2.2': 'BD DO SL',
    '2.2.3': 'HT ID NP',
    '2.2.3.3': 'UA',
    '2.3': 'CO JM MX SD UY UZ VU',
    '2.3.2.3': 'PH',
    '2.3.3': 'AO',
    '2.4.4': 'SB',
    '2.5': 'BR',
    '2.9': 'LC',
    '3': 'MD',
    '3.2': 'BT VN',
    '3.3': 'AR BDI BG BY CN DZ GAB GQ HU IR KAZ KE PL QAT RO RU SK',
    '3.3.2': 'GN',
    '3.3.3': 'CM IQ MV NE NG',
    '3.3.3.3': 'TUR ZM',
    '3.3.7.1': 'MA',
    '3.4': 'MMR',
    '3.5': 'VI',
    '8': 'AZ',
};
/**
 * The length of a whole code at each level, the country first, by the letters of the country. Madagascar, Tajikistan and
 * Kyrgyzstan are absent, because their codes have no fixed lengths.
 */
export const areaCodeLengths = new Map(Object.entries(countriesByPartLengths).flatMap(([parts, countries]) => countries
    .split(' ')
    .map((country) => [country, wholeLengths(country.length, parts.split('.').map(Number))])));
function wholeLengths(countryLength, parts) {
    return parts.reduce((lengths, part) => [...lengths, (lengths.at(-1) ?? 0) + part], [countryLength]);
}
