/**
 * Given names beside those that a reply is checked for while somebody practises: rarer ones, newer ones, and short
 * forms. Here too much is better than too little, because somebody looks at what was hidden. Plain small letters.
 */
export const MORE_GIVEN_NAMES: ReadonlySet<string> = new Set(
  (
    'aad aart abel ad albert aldo alwin andries antoine arend arno arthur auke barend bastiaan benjamin berend bernard boris brian casper cees chiel chris christiaan christian coen constantijn cor cornelis ' +
    'damian danny dave diederik dick dimitri dominic duco eddy edwin elias emiel emile ernst evert fabian felix ferdinand floris freek frits gerben gijs giel guido gus guus gustaaf hein hendrik hendrika ' +
    'herbert hidde huib ivo jackson jaden jayden jason jaron jamie jelmer jens jerome jesper jip joep joey jonas jonathan jonas joppe jordy jort joshua julian julius jurre justin kai karsten kasper keith ' +
    'kelvin lennard lennart liam lodewijk loek lou lowie lukas maas maikel marc marcel mats matthijs maurice mauro maurits max maxim mees melle menno merijn mitchel mick morris nathan niek nigel ' +
    'noud olaf oscar otis otto owen pascal pepijn quinten ramon raoul rens reinier reinout rein roland roger romeo ruurd ryan sebastiaan sebastian siebe siem sietse sil sjaak sjoerd sjors stef steven ' +
    'storm sybren tibbe ties timo tobias tjeerd tygo valentijn vince vik wessel wiebe wietse willeke wilco wout wouter yannis youri zeger aafke aaltje abby adriana agnes alexandra alice alida amber amelie ' +
    'amy andrea aniek annabel annebel anneke annet annette annika anniek anouk antje antonia aukje babette berthe betsy betty bregje britt carmen catharina celine christel cindy clara colette conny cynthia ' +
    'daisy danielle danique debora deborah demi diane dieuwke dineke doortje dorien dora dunja ebru elena elke ellie elsbeth elsje emilia emily emmy esmee eefje evi evy fabienne faye feline fenne fien fiene ' +
    'francien franka frieda gea geertje geke gerdien geertruida gina gonnie greetje griet guusje hedwig heidi helen helene hendrikje henriette hermien hetty imke ineke ingeborg isabel isabella isabelle ' +
    'isabeau ivanka jana janna jasmijn jeanette jeanne jelena jenny jetske jikke jill jinte jitske joanne jolien jolijn jorien josefien josephine jozefien juliette juul juultje kaat karen kari karlijn ' +
    'katja kelly kiki kyra larissa laurien leentje leny lianne lina lise lien lidy lily linde lizzy loeka loretta lotje luna lynn maaike maartje madelief mara marcella mareike margot margreet maria ' +
    'mariette marga marina mariska marissa marja marjo marlene marleen marlotte martha mary maud maureen meike mieke mien milou mirte mirthe mien moniek myrthe nanda nel nelleke nelly nicolette nienke nikki ' +
    'nora odette olivia ottilie patty paulien puck quinty rachel ramona rebecca riet rika rina roelien romy romée rosalie rosanne roxanne ruth sabine sabrina sam samantha selena sharon shirley sien sietske ' +
    'sigrid sjaan stien stefanie susan suze sylvia tara tatum teuntje thea thera tina tirza toos trees trudy trui veerle vera veronica viola vivian vivianne wanda wies willemijn wilhelmina wil xandra ymke yfke ' +
    'yara yente yvette zara zita aaron abbas abdelaziz abdelhak abdelkader abdellah abderrahim abdou achmed achraf adam adil adnan ahmet aimane akram alae amin amine amir ammar anas anass anouar anwar arda ' +
    'ashraf ayman aymen ayoub aziz azzedine badr baran berat berkay brahim burhan cihan chakir chaima dalal davut dina dounia driss ebrahim eda elias elyas emir enes ensar ercan erdem erkan ertugrul eymen fadi ' +
    'fahd faisal faris fatih fatiha fayza ferhat firat fouad furkan gamze gokhan gulsen gulsum habiba hadi hajar hakim halil hamdi hamida hana haroun hayat hayri hiba hicham hiba hilal houda hugo huseyin ' +
    'ibtissam ihsan ilham ilias ilyas imad imran isa ismael ismet issam jaafar jad jalal jamal jamila jawad kaan kader kadir kamal karam kaoutar kubra lamia lamyae latif lokman loubna lubna mahir mahmoud mahmut ' +
    'malak malik maher mansour marouane maroua marwa marwan mehdi melek merve meriem mimoun mohammad mohamad mohand mohsin mounir mourad moussa mouna muhammed mukhtar munir musa nabil nabila nadir naoual nassim ' +
    'nawal nazli nehir nermin nezha nihat nisrine nizar nour nouri nuray nurcan nursel omer ouassim oussama ozan ozge ozlem rabab rached rajae ramazan ramiz rami rayan rayane reda redouan redouane ridvan rida ' +
    'rim rima rojin ryad saad sabah sabri sadik saida salah salim saliha salman samer sami samet sanae selim selin semra serdar sevda sevim sibel sinan sinem siham soufian soufiane soumaya soukaina suleyman sumeyye ' +
    'taha tahir talha tamer tariq taufik tayfun tolga tugba tulay tuncay turgut ugur umit umut usman wafa wael walid wassim yahya yakup yassin yassine yassir younes younous yousra youssra youssra yunus yusra zakaria zaki ' +
    'zeki ziad zineb zehra abdulkadir abdullahi abdifatah abshir anab asad asha ashwaq ayaan bashir bile cabdi deeqa deqa dahir faduma fadumo faisa farhiya fawzia filsan hibaq hibo hodo hoda ilhan jamilah khadra ladan ' +
    'mahamed maxamed mohamud muna mustaf naima najma nimo qamar ramla roda saynab sagal shukri suad sucdi ubah warda yahye yusra zahra zamzam berhane biniam daniela dawit eden eyob fikre filmon freweyni genet haben ' +
    'helen hermon kibrom letebrhan luwam merhawi medhanie meron miriam mulu rahel robel ruta saba senait simret solomon tesfalem tsegay winta yohannes yodit zekarias adjoa afia akosua akua ama ato ebo ekow esther ' +
    'fiifi kobina kojo kwabena kwadwo kwaku kwasi mawuli nana yaa chinedu chioma emmanuel favour ifeoma kelechi obinna osas samuel uche adama bakary binta boubacar cheikh coumba demba djeneba fanta issa lamine ' +
    'mamadou mariama modou moussa oumar ramata seydou sekou delano djaymairo shaniqua shaquille tyrell tyrone jairzinho jurmaine winston romario ricardo rivelino orlando clarence clyde edgar humphrey iwan ' +
    'astrid jairo joel jerrel lloyd melvin purcy ruben sheryl urmila vishal anjali amar anand arjun aruna ashwin bisham chander deepak devika dinesh gita haripersad indra jaya kavita krishna lakshmi mahesh manoj ' +
    'meena mohini nandini navin nirmala prakash prem radha rahul rajiv rakesh ramesh ranjit ravi roshni sandhya sanjay santosh shanti sharmila soenil suresh sushma usha vikram yogesh aleksander aleksandra andrzej ' +
    'anastasia andriy anatoli artem bartosz beata boguslaw boris borys danylo dariusz desislava dimitar dorota elzbieta galina georgi grzegorz halyna hanna iryna ivana iwona jacek jakub jaroslaw jelena joanna josef ' +
    'kacper kamil karolina katya kateryna krystyna ksenia larysa lesya lucyna lukasz lyudmyla maciej maksym marcin mariusz marta marzena mateusz michal mikhail mykola nadiya natalya nikolai nikola oleksandr ' +
    'oleksiy pavel petar petro przemek rafal roman sebastian sergei serhiy slawomir stanislaw svitlana szymon taras tetiana valentina vasyl viktor viktoria volodymyr wojciech yana yaroslav yulia yuri zbigniew bao ' +
    'chen feng hong hui jian jun lan linh mai minh ngoc phuong quan thanh thi thu trang tuan xiao xin yan ying yong yu yuan fairuz farida farrukh fariba fereshte ghazal golnaz hamida homa javad kaveh laleh leila mahsa ' +
    'masoud mehdi milad mina mohsen mojtaba morteza nader nahid navid neda nilofar nima omid pari parwana payam pooya qais rahim roya saeed sahar samim sepideh shabnam shahin shahram shams shokria siavash soheil tahmina ' +
    'wahida yalda yasaman zarghona zohal beyonce brayan dayana edson evelyn fabio filipa francisco gabriel gilberto heitor helio isaac isadora ivone joaquim jorge juana julio leandro leila leticia lourdes luciana ' +
    'marcos marisol mario maribel milagros miguelito nuno paulo rafael raquel ricardo rodrigo rosalia sergio silvana tatiana valeria vitor wilson yolanda amalia tonia joyce dylan zilan amal sofia keren mei guy kristof pieterjan veerle wannes griet an'
  ).split(' '),
);
