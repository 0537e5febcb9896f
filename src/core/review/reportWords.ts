/** How people label themselves in a report of a talk that they had at work; small letters. */
export const OWN_LABELS: ReadonlySet<string> = new Set(
  (
    'ik p i me self professional prof begeleider begeleidster hulpverlener hv leerkracht leraar lerares docent mentor coach interviewer vrager jeugdverpleegkundige verpleegkundige jeugdarts arts huisarts poh ' +
    'maatschappelijk-werker mw wijkteam jeugdbeschermer gezinsvoogd voogd gezinsbegeleider ambulant-begeleider consulent klantmanager intern-begeleider ib ib-er pedagogisch-medewerker behandelaar psycholoog ' +
    'therapeut verzorgende wijkverpleegkundige ouderenadviseur worker teacher nurse doctor counsellor'
  )
    .split(' ')
    .map((label) => label.replace('-', ' ')),
);

/** What others are called in a report, as far as it is no everyday word; small letters. */
export const OTHER_LABELS: ReadonlySet<string> = new Set(
  'spreker respondent inwoner pleegvader kraamverzorgende mantelzorgster speaker mother father mum dad'.split(
    ' ',
  ),
);
