/** Given names that are common in the Netherlands and Flanders, in families of many origins; plain small letters. */
export const GIVEN_NAMES: ReadonlySet<string> = new Set(
  (
    'jan piet klaas kees henk hans peter paul mark marco martin maarten michiel mike tom tim thomas lars bas bart daan sem lucas luuk levi finn noah milan jesse jasper jeroen joost joris ruben rik ' +
    'sander stefan sven wim willem wouter gerard gert gerrit harm harry herman hugo erik eric frank frans fred dirk dennis david daniel ben bert bram arjan arie anton adriaan alex andre arnold johan ' +
    'johannes jos jacob jaap jack jelle jurgen karel koen kevin leo leon luc ludo niels nico nick olivier patrick pim pieter ralph remco rene richard rob robert robin roel ron ronald rutger ruud ' +
    'simon stijn teun theo thijs tijn tobias twan victor vincent walter wilfred xander yannick anna anne anja annemarie annelies angela astrid barbara bea bianca brigitte carla carolien caroline ' +
    'charlotte chantal christa christine claudia cora corrie dana daphne debby denise diana dorien eline elise ellen els elly emma esther eva evelien femke fleur floor frederique froukje gerda greet ' +
    'hanna hanneke hannah heleen helena henny hilde ilse inge ingrid irene iris isa janneke janine jannie jacqueline jessica jet joke johanna jolanda josien judith julia karin katrien kim kirsten ' +
    'lara laura lena leonie lies lieke liesbeth lieve linda lisa lisette loes lotte louise lucia maaike machteld madelon manon margriet maria marian marianne marieke marije marijke marit marjan marjolein ' +
    'marleen marloes marlies martine mathilde melissa merel mia miranda mirjam monique nadine nathalie naomi nicole nina noor patricia paula petra pia renate ria rianne rosa roos sandra sanne sara sarah ' +
    'saskia silvia simone sofie sonja sophie stephanie suzanne tamara tanja tessa tineke truus vera wendy wilma yvonne zoe fenna jochem hidde jorrit sietske wytske ' +
    'mohamed mohammed muhammad mohamad ahmed ahmad ali hassan hasan hussein hussain ibrahim ismail youssef yusuf yasin omar osman abdullah abdul abdi abdirahman karim khalid bilal hamza hamid said samir ' +
    'rachid mustafa mehmet murat emre emine fatma fatima fatiha fadma aicha aisha amina amira asma ayse aylin elif esra hatice halima hanan hasna hafsa ikram imane jamila karima khadija laila layla latifa leyla ' +
    'malika mariam maryam meryem nadia naima najat nora noura rabia rania rukia safia sahar salma samira sana sara selma shirin soraya sumaya yasmin yasmina zahra zainab zeynep zohra dilara defne burak can ' +
    'cem deniz hakan kemal orhan onur serkan tarik volkan yilmaz ayan idil hodan fartun ifrah nasra sahra warsan liban farah guled mahad tesfay selam yonas mehret abeba samuel abraham kidane ' +
    'natnael kwame kofi abena efua ama yaw kojo akua esi gifty grace blessing chidi emeka ngozi fatou mamadou ousmane ibrahima aminata awa jose juan carlos luis miguel pedro ana carmen luz ' +
    'rosario wilfrido gabriela mateo diego joao rui luisa ines tiago piotr pawel krzysztof tomasz marek agnieszka katarzyna malgorzata magdalena ewa zosia kasia oksana olena olga oleh ivan dmitri ' +
    'tatiana natalia svetlana irina mihai andrei ioana elena bogdan wei mei ming li jing hiu ravi raj rajesh sunita priya anil vijay sita indra sharda radj rishi nelson marlon giovanni shanice ' +
    'dewi budi siti agus reza arash farhad hamed maryam nasrin parisa shirin zahir najib farid wahid mina soraya'
  ).split(' '),
);

/** Small words inside Dutch family names. */
export const NAME_JOINTS = 'van|de|der|den|het|ter|ten|te|von|da|dos|du|la|le';

/** Opening parts of family names that are written with a capital. */
export const NAME_OPENINGS = 'El|Al|Ait|Ben|Bin|Ibn|Abu|Van|De|Den|Der|Ter|Ten|Le|La|Da|Dos';
