/** Family names that are common in the Netherlands and Flanders, in families of many origins; plain small letters. */
export const FAMILY_NAMES: ReadonlySet<string> = new Set(
  (
    'jansen janssen jansens vries berg dijk bakker visser smit smits meijer meyer boer mulder groot bos vos peters peeters hendriks leeuwen dekker brouwer wit dijkstra smeets jong haan linden kuipers kuiper ' +
    'veen ven heuvel broek brink schouten beek willems maas koning vliet hoekstra postma jacobs prins huisman dam jonge kok beukers velde dongen peer kramer mol wal blom martens bosch hermans gerritsen ' +
    'verhoeven kuijpers driessen evers molenaar hoek timmermans aerts claes goossens wouters mertens maes willemsen pauwels desmet lambrechts dubois vermeulen verbeek schipper graaf pol koster loon ' +
    'veenstra bouwman boogaard scholten dijkman vermeer huisman sanders jonker ridder wijk zanten velden rooij rossum dalen buuren houten essen zijl hout laan terpstra sikkema bijlsma faber zijlstra ' +
    'amrani idrissi bouzid bouali bouazza tahiri haddad haddou alaoui bennani benali ouali aziz yilmaz kaya demir celik sahin yildiz yildirim ozturk aydin ozdemir arslan dogan kilic aslan cetin kara koc kurt ' +
    'polat erdogan aksoy ramdin soekhoe mohan kalpoe ramlal jagesar sewnath biharie pinas kasanwidjojo wongso latuperisa tahapary sahetapy tomasowa manuhutu warsame farah jama abdi mohamud nowak kowalski kowalska ' +
    'wisniewska wojcik szczepaniak zielinska ivanova petrova kovalenko shevchenko bondarenko berhane haile tesfay gebremedhin kidane mengistu owusu mensah boateng asante addo okafor adeyemi diallo traore ' +
    'camara chen wang zhang liu yang nguyen tran khan hussain ahmed singh kaur sharma patel silva santos fernandes lopes tavares gomes martina winklaar maduro croes lakatos hariri nasser mansour saleh karimi ahmadi rahimi'
  ).split(' '),
);
