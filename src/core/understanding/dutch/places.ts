/** Towns, villages and neighbourhoods of the Netherlands and Flanders; plain small letters, more words by a space. */
export const PLACES: ReadonlySet<string> = new Set(
  (
    'aalsmeer,aalst,aalten,achtkarspelen,alblasserdam,alkmaar,almelo,almere,alphen aan den rijn,amersfoort,amstelveen,amsterdam,amsterdam noord,amsterdam zuidoost,amsterdam oost,amsterdam nieuw-west,amsterdam zuid,antwerpen,apeldoorn,arnhem,asperen,assen,asten,axel,baarle,baarn,' +
    'barendrecht,barneveld,bedum,beek en donk,bergen op zoom,bergeijk,berkel,best,beuningen,beverwijk,bilthoven,bladel,bloemendaal,bodegraven,borculo,borne,borsele,boskoop,boxmeer,boxtel,breda,breukelen,brielle,brugge,brunssum,brussel,bunnik,bunschoten,bussum,capelle,' +
    'capelle aan den ijssel,castricum,coevorden,cuijk,culemborg,dalfsen,delft,delfzijl,den bosch,den haag,den helder,deurne,deventer,diemen,dieren,dinteloord,doetinchem,dokkum,dongen,doorn,dordrecht,drachten,driebergen,dronten,druten,duiven,echt,edam,ede,eindhoven,' +
    'elburg,elst,emmeloord,emmen,enkhuizen,enschede,epe,ermelo,etten-leur,franeker,geertruidenberg,geldermalsen,geldrop,geleen,genk,gent,gilze,goes,goirle,gorinchem,gorredijk,gouda,groningen,haaksbergen,haarlem,haarlemmermeer,hardenberg,harderwijk,' +
    'hardinxveld,harlingen,hasselt,hattem,heemskerk,heemstede,heerde,heerenveen,heerhugowaard,heerlen,heeze,heiloo,hellendoorn,hellevoetsluis,helmond,hengelo,hillegom,hilvarenbeek,hilversum,hoek van holland,hoensbroek,hoofddorp,hoogeveen,hoogezand,hoogvliet,hoorn,horst,' +
    'houten,huizen,hulst,ijmuiden,ijsselstein,kampen,katwijk,kerkrade,klazienaveen,knokke,koog,kortrijk,krimpen,laren,leek,leerdam,leeuwarden,leiden,leiderdorp,leidschendam,lelystad,leusden,leuven,lier,lisse,lochem,losser,maarssen,maassluis,maastricht,mechelen,medemblik,' +
    'meerssen,meppel,middelburg,middelharnis,mijdrecht,moerdijk,molenbeek,monster,montfoort,muiden,naaldwijk,naarden,nieuwegein,nieuwerkerk,nijkerk,nijmegen,nijverdal,noordwijk,nunspeet,oegstgeest,oisterwijk,oldenzaal,ommen,oostende,oosterhout,oostzaan,oss,oud-beijerland,' +
    'papendrecht,pijnacker,purmerend,putten,raalte,rheden,rhenen,ridderkerk,rijen,rijssen,rijswijk,roermond,roosendaal,rotterdam,rotterdam zuid,rotterdam-zuid,scheveningen,schagen,scherpenzeel,schiedam,schijndel,schoonhoven,sint-niklaas,sittard,sliedrecht,sluis,sneek,soest,someren,spijkenisse,' +
    'stadskanaal,staphorst,steenbergen,steenwijk,stein,terneuzen,terschelling,texel,tholen,tiel,tilburg,turnhout,uden,uitgeest,uithoorn,urk,utrecht,vaals,valkenburg,valkenswaard,veendam,veenendaal,veghel,veldhoven,velp,velsen,venlo,venray,vilvoorde,vianen,vlaardingen,' +
    'vlissingen,volendam,voorburg,voorhout,voorschoten,voorst,vught,waalwijk,waddinxveen,wageningen,wassenaar,weert,weesp,werkendam,westland,wierden,wijchen,wijk bij duurstede,winschoten,winterswijk,woerden,wolvega,wormerveer,woudenberg,zaandam,zaanstad,zaltbommel,' +
    'zandvoort,zeewolde,zeist,zevenaar,zoetermeer,zutphen,zwanenburg,zwijndrecht,zwolle,achterhoek,schilderswijk,kanaleneiland,overvecht,bijlmer,bijlmermeer,lombok,transvaal,laakkwartier,slotervaart,osdorp,geuzenveld,indische buurt,crooswijk,delfshaven,' +
    'feijenoord,charlois,hoogvliet,afrikaanderwijk,spangen,vogelbuurt,schalkwijk,malburgen,presikhaaf,woensel,stratum,strijp,vogelaarwijk,zuilen,ondiep,hoograven,lunetten,leidsche rijn,ypenburg,escamp,moerwijk,mariahoeve,nieuw-west,tuindorp,watergraafsmeer,ijburg,' +
    'zuidwijk,pendrecht,lewenborg,selwerd,beijum,heechterp,deppenbroek,pathmos,batau,poelenburg,kruiskamp,schuilenburg,liendert,heuvelkwartier,haagse beemden,borgerhout,seefhoek,schaarbeek,anderlecht,bos en lommer,s-gravenhage,s-hertogenbosch,rivierenbuurt,de pijp,de baarsjes,gaasperdam,nieuwendam,banne buiksloot,kattenburg,zuidwest,zuidoost'
  ).split(','),
);

/** Places that are also words: they are places only with a capital, after "in", "uit", "naar", "te" or "bij". */
export const PLACES_THAT_ARE_WORDS: ReadonlySet<string> = new Set(
  'best,echt,huizen,goes,delft,houten,doorn,horst,hulst,soest,leek,sluis,monster,putten,duiven,lier,stein,elst,ede,oss,epe,weert,asten,bergen,laren,transvaal,lombok,koog,dieren,zuidwest,zuidoost,rijen,voorst,hoorn,born,vianen,berkel,axel,strijp,leiden,kampen,krimpen'.split(
    ',',
  ),
);
