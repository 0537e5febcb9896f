/**
 * Words that are written with a capital and tell nothing of who somebody is: languages, peoples, countries, faiths,
 * feasts, national services, brands. Plain small letters.
 */
export const KNOWN_CAPITALS: ReadonlySet<string> = new Set(
  (
    'nederland nederlander nederlanders nederlands vlaanderen vlaming vlamingen vlaams belgie belg belgen belgisch marokko turkije suriname curacao aruba bonaire antillen somalie eritrea ethiopie soedan syrie irak iran ' +
    'afghanistan pakistan india indonesie indie china vietnam ghana nigeria kaapverdie congo kongo sierra leone guinee gambia senegal kameroen rwanda burundi angola polen bulgarije roemenie hongarije oekraine ' +
    'rusland servie kroatie bosnie kosovo albanie griekenland italie spanje portugal frankrijk duitsland engeland ierland schotland zweden noorwegen denemarken zwitserland oostenrijk amerika canada brazilie colombia ' +
    'venezuela mexico cuba haiti jamaica dominicaanse republiek egypte algerije tunesie libie libanon jordanie israel palestina gaza jemen saoedi arabie koeweit koerdistan azerbeidzjan armenie georgie tsjetsjenie ' +
    'filipijnen thailand japan korea europa afrika azie oost west noord zuid midden oosten westen limburg brabant zeeland friesland drenthe overijssel gelderland flevoland holland rif ' +
    'arabisch berbers tamazight tarifit tigrinya amhaars farsi dari pasjtoe urdu hindi sranantongo sarnami papiaments papiamentu papiamento turks koerdisch pools oekraiens engels frans duits spaans portugees ' +
    'somalisch mandarijn kantonees vietnamees twi swahili fries grieks italiaans russisch bulgaars roemeens hongaars ' +
    'arabier hakka hazara hindostaan pakistani drent tigray europees zeeuws vlaams berber turk koerd hindoestaan hindoestaans creool creools javaan javaans molukker moluks antilliaan chinees aziaat afrikaan europeaan pool syrier somalier eritreeer afghaan iraanse irakees pakistaan marokkaan ' +
    'surinamer roma sinti jood joden joods islam moslim moslims christen christenen christendom hindoe hindoes boeddhisme katholiek protestant alevi sikh jehova getuigen hervormd gereformeerd evangelisch orthodox katholiek koptisch pinkster soenniet sjiiet koran bijbel thora allah god gods jezus ' +
    'profeet inshallah wallah hamdulillah alhamdulillah bismillah ramadan suikerfeest offerfeest eid kerst kerstmis kerstavond pasen pinksteren sinterklaas divali diwali holi keti koti newroz nowruz chanoeka koningsdag ' +
    'bevrijdingsdag hemelvaart mekka kaaba januari februari maart april mei juni juli augustus september oktober november december maandag dinsdag woensdag donderdag vrijdag zaterdag zondag ' +
    'veilig raad kinderbescherming jeugdzorg jeugdbescherming kindertelefoon vluchtelingenwerk nidos slachtofferhulp belastingdienst digid politie justitie leger heils rode kruis zilveren korrelatie sensoor fier pharos movisie ' +
    'awel opgroeien halt wlz wzd wsnp wgbo wetboek strafrecht verwijsindex kinderrechtenverdrag gemeente wijkteam leerplichtwet jeugdwet wmo avg rijksoverheid kamer grondwet thuisarts moti ' +
    'whatsapp facebook instagram snapchat tiktok youtube google teams zoom netflix xbox playstation fortnite roblox discord telegram signal skype spotify magister somtoday internet iphone samsung ' +
    'opel corsa toyota volkswagen golf bmw mercedes audi ford renault peugeot volvo fiat lidl aldi hema ikea action ajax feyenoord psv ns schiphol corona covid alzheimer downsyndroom asperger ptss adhd autisme ' +
    'supernanny english dutch arabic turkish moroccan muslim muslims christian islam quran bible monday tuesday wednesday thursday friday saturday sunday january february march may june july august october ' +
    'mr mrs ms i ok oke oh ah nou sire'
  ).split(' '),
);
