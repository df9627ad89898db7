/// Sentences as citizens and municipalities write them, with what is to be found marked.
///
/// `«p:…»` is a personal identity number, `«c:…»` a coordination number, `«i:…»` one that fails
/// the check, `«e:…»` an e-mail address and `«t:…»` a telephone number; `⏎` is a line break. All
/// of it is made up: birth numbers 988–999 and 239 (test series), the telephone series that PTS
/// keeps for fiction, Ofcom's and the 555-01 numbers for drama, numbers of noughts, and domains
/// of RFC 2606 and the like.
enum LabelledSentences {
  static let personalNumbers = split(
    """
    Mitt personnummer är «p:850412-9886», ring mig gärna.
    Jag heter Test Testsson, «p:19720930-9892» och bor i Råda.
    Personnr «p:196101019906».
    Gäller min mor («p:380228-9912») som behöver hemtjänst.
    pnr:«p:9007159925» ansökan om bygglov
    Min son «p:20150303-9933» går i Älvstrandens skola.
    född 19 mars, «p:640319 - 9943» tror jag
    Se mitt ärende: «p:19 850412 - 9951» från i våras.
    Mvh Anna, «p:19 570822-9967»
    «p:790601-9976»
    «p:19830214 9987» är mitt personnummer
    Jag skrev «p:921124 9991» i formuläret men fick fel.
    Skicka svaret till mig («p:1969-05-05-9884»).
    Vår äldsta medborgare, «p:120712+9899», minns bron.
    Hon föddes för över hundra år sedan: «p:19180131+9904».
    Med tankstreck: «p:510611–9919».
    Med långt tankstreck: «p:510612—9926».
    Med minustecken: «p:510613−9933»!
    Med hårt bindestreck «p:510614‑9940»?
    Med luft: «p:19880808 – 9950» (stämmer det?)
    Dotterns nummer är «p:2016 02 29-9966», hon är nio.
    Född och nummer «p:74 04 17 - 9975» enligt kortet
    Punkter emellan «p:1966.12.31-9985» brukar jag skriva.
    Snedstreck «p:1946/05/19-9993» skrev de förr.
    Tel saknas, pers.nr «p:550505-9880», postadress Hagfors
    Jag är «p:620202-9895»; min man är «p:620202-9895».
    Två barn: «p:201109099919» och dennes syster.
    Kontakta god man för «p:19430727-9929» snarast.
    SSN«p:19990101-9936»
    id=«p:198706239947»&kanal=webb
    Ansökan 2026/118 för «p:530116-9958» avslogs.
    1. «p:480808-9967» 2. ingen uppgift
    Färdtjänst för «p:350420-9978»/anhörig
    Jag («p:19801130-9989»), vill ha en bänk vid affären.
    Kvinna «p:710218-9995» Ekshärad
    På raden under står numret:⏎«p:19840925-9887»⏎Hälsningar
    numret bröts: «p:780713-⏎9899»
    i tabellen\tstår «p:19591003-9907» sist
    hårt mellanslag «p:19760128\u{A0}9916» syns inte
    smalt mellanslag «p:900909\u{202F}9921» inte heller
    Skottdagen: «p:000229-2399»
    Födda 2008 får också svara: «p:20080228-9934»
    Nyårsbarn «p:7001019947»
    Nummer «p:9512319956» utan streck
    mitt nr är «p:190311299960», alltså tolv siffror
    Sent svar från «p:010506-9975»...
    "«p:680404-9986»" står det på lappen
    personnummer:«p:19731015-9996»,namn:Test
    Bytt nummer från «p:820630-9885» till nytt
    Mormors «p:18991224-9894» finns hos er
    VAT SE«p:770707990601» på fakturan
    Mitt samordningsnummer är «c:850472-9917».
    Samordningsnr «c:19930690-9921» från Skatteverket
    Har bara «c:198001619934» ännu.
    Jag fick «c:720591 - 9942» vid flytten hit
    coordination number «c:9010809953» please
    Gäller «c:20 030877-9966» och inget annat
    Test «c:19860262 9977» i rutan
    Barnets samordningsnummer «c:20190969-9983» saknades
    Felskrivet: «i:850412-9889» kanske?
    Felskrivet igen «i:19720930-9893» hoppsan
    Tolv siffror fel «i:196101019901»
    Över hundra år, fel «i:120712+9917»
    Samordning, fel: «i:850412-9922».
    Mellanslag, fel: «i:850412 9989».
    Kända testnummer: «p:20000229-2399» och «p:090527+1474».
    Tolvan är «p:19121212-1212» i alla böcker, kort «p:121212-1212».
    Födelsenummer 000: «i:150916-0006».
    Interimspersonnummer «p:000101-T220» i registret.
    Interimspersonnummer «p:20000101-R220» i registret.
    Interimspersonnummer «p:000101S220» i registret.
    Interimspersonnummer «p:20000101U220» i registret.
    Interimspersonnummer «p:000101 - W220» i registret.
    Interimspersonnummer «p:000101–X220» i registret.
    Interimspersonnummer «p:2000-01-01-J220» i registret.
    Interimspersonnummer «p:20000101 K220» i registret.
    Interimspersonnummer «p:000101+L220» i registret.
    Interimspersonnummer «p:20000101-M220» i registret.
    Interimspersonnummer «p:000101-N220» i registret.
    Interimspersonnummer «p:000101P220» i registret.
    litet t: «p:000101-t220».
    """)

  static let emails = split(
    """
    Mejla mig: «e:anna.exempel@example.se».
    Mejla mig på «e:anna@example.com», tack!
    «e:anna_exempel@example.org»
    Skriv till «e:anna-exempel@mail.example.se»!
    Skriv till <«e:anna@example.net»>.
    Skriv till (anna: «e:a.e@example.se»).
    mailto:«e:anna@example.se»
    epost:«e:ANNA.EXEMPEL@EXAMPLE.SE»
    «e:anna+dialog@example.se» är bäst
    «e:anna+dialog2026@example.co.uk» är bäst
    «e:åsa.öberg@example.se» med prickar
    «e:asa@räksmörgås.example» med prickar
    «e:åsa@räksmörgås.se» med prickar
    «e:asa@xn--rksmrgs-5wao1o.example» omskriven
    «e:anna (at) example.se» för att slippa skräp
    «e:anna(at)example.se»
    «e:anna[at]example.se»
    «e:anna [at] example.se», skrev hon
    «e:anna.exempel {at} example.com»
    «e:anna(snabel-a)example.se»
    «e:anna (at) example (punkt) se»
    «e:anna[at]example[dot]se»
    «e:anna (at) example punkt se»
    «e:anna(a)example.se»
    «e:anna @ example.se» med luft
    «e:anna@ example.se» med luft
    två: «e:a@example.se», «e:b@example.se»
    två: «e:a@example.se»;«e:b@example.se»
    två «e:a@example.se»/«e:b@example.se»
    Glömde slutet: «e:anna.exempel@hagfors» typ
    '«e:anna@example.se»'
    **«e:anna@example.se»**
    "«e:anna@example.se»"
    siffror «e:850412-1234@example.se» framför
    siffror «e:0701740605@example.se» framför
    Adressen är «e:anna@example.se».Sedan glömde jag mellanslaget.
    «e:anna@example.se»⏎rad två
    «e:a@b.example»
    Jag (anna, «e:anna@example.se») bor på Storgatan.
    Hälsningar «e:info.brf@sub.domain.example.se»
    Oläsligt? «e:f.ö.r.n.a.m.n@example.se»
    https://example.se/?till=x&m=«e:anna@example.se»
    """)

  static let phones = split(
    """
    Ring mig på «t:070-174 06 05» efter klockan fem.
    Ring mig på «t:070-1740606» tack.
    Mitt nummer är «t:0701740607».
    Mobil «t:070 1740608», dagtid.
    mobil: «t:070 174 06 09»
    Nås på «t:070 17 40 610»?
    tel «t:0701-740611» hela dagen
    tel «t:0701-74 06 12»
    tel. «t:070/174 06 13»
    tel. «t:070/1740614»
    Tfn «t:070.174.06.15».
    Tfn «t:070–174 06 16» (tankstreck)
    Tfn «t:070 – 174 06 17» med luft
    Tfn «t:070 - 174 06 18» med luft
    Tfn «t:070-174-06-19»
    Tfn «t:(070) 174 06 20»
    Tfn («t:070-174 06 21»)
    Tfn:«t:0701740622»,mejla inte
    «t:070-174 06 23»
    «t:+46701740624» är bäst
    «t:+46 70 174 06 25» är bäst
    «t:+46 (0)70-174 06 26» är bäst
    «t:+46(0)701740627» är bäst
    «t:+46-70-174 06 28» är bäst
    «t:+46 0701740629» skriver någon
    «t:0046701740630» från utlandet
    «t:0046 70 174 06 31» från utlandet
    «t:0046-70-174 06 32» från utlandet
    «t:(+46) 70 174 06 33» från utlandet
    «t:+46 (0) 70 174 06 34»
    Telefonlistan exporterar «t:46701740635» utan plus.
    Nummer med hårt mellanslag «t:070-174\u{A0}06\u{A0}36» här
    Smalt mellanslag «t:070\u{2009}174\u{2009}06\u{2009}37» här
    Hårt bindestreck «t:070‑174 06 38» här
    Ring «t:070-174 06 39»/«t:070-174 06 40» när som helst
    Ring «t:0701740641» eller «t:0701740642».
    Nummer:«t:0701740643»,«t:0701740644»
    Jag har för få siffror: «t:070-174 06 4»
    Jag har en siffra för mycket: «t:070-174 06 455»
    Hemnummer «t:08-465 004 00»
    Hemnummer «t:08-46500401»
    Hemnummer «t:0846500402»
    Hemnummer «t:08 465 004 03»
    Hemnummer «t:08/465 004 04»
    Hemnummer «t:(08) 465 004 05» efter sex
    Hemnummer «t:(08)46500406» efter sex
    Hemnummer «t:08 - 465 004 07»
    Hemnummer «t:08–465 004 08»
    Hemnummer «t:08.465.004.09»
    Från Norge: «t:+46 8 465 004 10»
    Från Norge: «t:+46 (0)8-465 004 11»
    Från Norge: «t:0046 8 465 004 12»
    Från Norge: «t:+4684650 04 13»
    Göteborg «t:031-390 06 00»
    Göteborg «t:031-39 00 601»
    Göteborg «t:0313900602»
    Göteborg «t:031 390 06 03»
    Göteborg «t:031/390 06 04».
    Göteborg «t:+46 31 390 06 05».
    Göteborg «t:+46313900606»!
    Kiruna «t:0980-319 200»
    Kiruna «t:0980-319201»
    Kiruna «t:0980319202»
    Kiruna «t:0980 319 203»
    Kiruna «t:0980 31 92 04»
    Kiruna «t:0980/319 205»
    Kiruna «t:(0980) 319 206» vardagar
    Kiruna «t:0980–319 207»
    Kiruna «t:0980 – 319 208»
    Kiruna «t:+46 980 319 209»
    Kiruna «t:+46 (0)980-319 210»
    Kiruna «t:+46980319211»
    Kiruna «t:0046 980 319 212»
    Malmö «t:040-628 04 00» mellan 8 och 16
    Norsk stuga «t:+47 22 00 00 00»
    Norsk stuga «t:+4722000000»
    Norsk stuga «t:0047 22 00 00 00»
    Finsk släkt «t:+358 00 000 0000»
    Finsk släkt «t:+358000000000»
    Engelsk «t:+44 20 7946 0018»
    Engelsk «t:+44 (0)20 7946 0019»
    USA «t:+1 202 555 0147»
    USA «t:+1 (202) 555-0148»
    Dansk «t:+45 00 00 00 00».
    Kontakta Test Testsson, «t:070-174 06 50», 683 80 Hagfors.
    Vi är 12 hushåll, kontakt «t:070-174 06 51» (vard. 8-16).
    år 2026 «t:070-174 06 52» sista gången
    Trasig lampa vid nr 7, ring «t:0701740653» så visar jag. Det var 2025 den gick sönder.
    E-post saknas. Tel: «t:070 174 06 54»!!!
    tel\u{AD}efon «t:070-174\u{200B} 06 55»
    arabiska siffror «t:٠٧٠١٧٤٠٦٥٦»
    persiska siffror «t:۰۷۰-۱۷۴ ۰۶ ۵۷»
    bred skrift «t:０７０－１７４０６５８»
    inklistrat \u{202A}«t:070-174 06 59»\u{202C} ur kontakter
    mobilnummer«t:0701740660»
    1) «t:070-174 06 61» 2) «t:070-174 06 62»
    Ring 112 vid fara, annars «t:070-174 06 63».
    kl. 18 på «t:070-174 06 64».
    «t:070-174 06 65», 2 barn
    «t:070-174 06 66» 2 barn
    Kontakt: «t:070-174 06 67» (Test), «t:08-465 004 20» (Prov)
    """)

  static let plain = split(
    """
    Organisationsnummer 857209-0606 står på fakturan.
    Bolaget har org.nr 802005-1952 enligt registret.
    Stiftelsen (802406-2302) äger huset.
    Orgnr 8551040721 utan streck.
    Org.nr 16 802014-4120 med sekel.
    Föreningens nummer 165560360793 ser ut som tolv siffror.
    Mötet hölls 2026-05-17 i Folkets hus.
    Mötet hölls 20260517 enligt protokollet.
    Mötet är 2026-05-17 kl. 18.00–20.00.
    Mötet är 260517 klockan 18.
    Samråd 260517 1800 i aulan.
    Samråd 260601 1900 i aulan.
    Samråd 20260520 1730 i aulan.
    Öppet hus 251130 1400 på biblioteket.
    Dialogen pågår 2026-05-17 – 2026-05-20.
    Dialogen pågår 2026-05-17--2026-06-20.
    Dialogen pågår 2026-05-17 - 2026-05-31.
    Dialogen pågår 20260517-20260620.
    Dialogen pågår 17/5–20/6 2026.
    Dialogen pågår 17.5.2026 till 20.6.2026.
    Dialogen pågår 05-17 till 06-20.
    Jag är född 850412.
    Jag är född 1985-04-12 på Torsby sjukhus.
    Jag är född den 12 april 1985.
    Min farfar föddes 19120712 och dog 1999.
    Ärendet har dnr KS 2026/118.
    Ärendet har dnr KS 2026-118.
    Ärendet har diarienummer KS 2026-00118-3.
    Ärendet har diarienummer 2026-000118.
    Ärendet MBN-2026-0123 är inte avslutat.
    Ärende 2025/0456 och 2025/0457 hör ihop.
    Beslut § 112/2026 är fattat 2026-03-04.
    Beslut KF § 45, 2025-11-30, gäller.
    Detaljplan P 17683-P2012/3 från 2012.
    Detaljplanen 1783-P2014/5 bör ändras.
    Fastigheten Råda 1:23 och Råda 1:124 berörs.
    Fastighet Ekshärad 5:1234 gränsar till 12:45.
    Det kostar 1 500 000 kr om året.
    Det kostar 1.500.000 kr om året.
    Det kostar 1500000 kronor.
    Budgeten är 12 500 000 kr och blev 13 250 000 kr.
    Budgeten växte med +500 000 kr i år.
    Budgeten växte med +12 500 000 kr i år.
    Budgeten växte med +10 000 000 kronor.
    Resultatet blev -1 250 000 kr.
    Skulden är 2 054 123 456 kr.
    Skulden är 1 070 174 060 kr.
    Anläggningen kostar 10 020 000 kr.
    Vi är 11 536 invånare enligt SCB.
    Vi var 12 345 år 2015 och 11 418 nu.
    Bygg 25 000 m2 nya lokaler.
    Avståndet är 500 meter till skolan.
    Avståndet är 0,5 km till affären.
    Avståndet är 12,5 mil till Karlstad.
    Sträckan 1 200 meter saknar belysning.
    Det är 0,070 174 i alla fall.
    Värdet var 3,0563187 enligt mätningen.
    Koordinater 60.0273, 13.6978 visar platsen.
    Koordinater 6657000, 413000 i SWEREF.
    Koordinater N 6657123 E 413456.
    Platsen 59.3293235 18.0685808 på kartan.
    Platsen är 60° 01′ 38″ N, 13° 41′ 52″ O.
    Postnummer 683 80 Hagfors.
    Postnummer 68380 Hagfors.
    Postadress Box 1234, 683 29 Hagfors.
    Bor på Storgatan 12, lgh 1101, 683 30 Hagfors.
    Buss 302 och 310 går för sällan.
    Buss 300, 302, 304 och 310 går för sällan.
    Linje 054 301 går inte längre.
    Väg 62 och väg 246 behöver asfalt.
    E45 och E18 är bättre än väg 245.
    Riksväg 62 mellan km 12 och 14.
    Ring 112 om det brinner.
    Ring 1177 för vårdråd.
    Ring 114 14 för polisen.
    Ring 116 000 eller 116 117 för råd.
    Ring 118 118 eller 113 13.
    Ring 112, 114 14 eller 1177 i tid.
    Öppet 08.00–16.00 alla dagar.
    Öppet 08.15-16.45 alla dagar.
    Öppet 08:00-16:00, lunch 12:00-13:00.
    Öppet 0800-1600 på vardagar.
    Öppet 0930-1500 på lördagar.
    Öppet 0700–1530, fredag 0700–1400.
    Öppet 08 15 - 16 45 på fredagar.
    Öppet kl 8-16 mån-fre och 10-14 lör.
    Skolan börjar 08.10 och slutar 14.20.
    Bussen går 05:42, 06:12 och 06:42.
    Bussen går 05.42 06.12 06.42 07.12.
    Tåget 07.05 är alltid sent.
    Den 08-12-2026 är det möte.
    Den 08.12.2026 är det möte.
    Den 08/12/2026 är det möte.
    Den 08122026 är det möte.
    Den 01.02.2026 är det möte.
    Åren 2019-2023 var bättre.
    Åren 2019, 2020, 2021 och 2022 var dåliga.
    Planperioden 2026–2029 och 2030–2035.
    Mandatperioden 2022-2026 tar slut.
    Det var 2015 2016 2017 det hände.
    Betyg 1 2 3 4 5 räcker inte.
    Skala 0-10-20-30-40 på kartan.
    Skala 0 10 20 30 40 50 på kartan.
    Skala 1:10 000 och 1:50 000.
    Rösterna var 0 12 34 56 78 90.
    Lottorad 12 05 11 23 34 35 07.
    Bankgiro 5050-1055 för avgiften.
    Bankgiro 123-4567 för avgiften.
    Plusgiro 12 34 56-7 för avgiften.
    OCR 12345678901234567 på räkningen.
    Kontonummer 8327-9, 123 456 789-0.
    Kortnummer 1234 5678 9012 3456 är påhittat.
    Värdet 0.02302466456 och 0.0004155 i tabellen.
    Summan 6d1e8875fa043118607eb69edb är en kontrollsumma.
    Serierna 070/072/073/076/079 är mobila.
    IBAN SE00 1234 5678 9012 3456 7890.
    IBAN SE35 5000 0000 0549 1000 0003 är exemplet.
    Streckkod 7312345678901 på påsen.
    ISBN 978-91-0-000000-1 finns på biblioteket.
    ISBN 91-0-000000-4 finns på biblioteket.
    Bilen ABC 123 stod på gångvägen.
    Bilen ABC12D stod på gångvägen.
    Version 2.10.3 av appen kraschar.
    IP 192.168.10.20 stod på skärmen.
    Lag (2018:1937) om tillgänglighet.
    SFS 2017:725 och 2009:400.
    Förordning (EU) 2016/679 gäller.
    Prop. 2016/17:171 sid. 123–145.
    Kommunkod 1783 och länskod 17.
    Rum 0123 på plan 4.
    Dörrkoden är 1234 eller 0000.
    Bordet 120x60x75 cm i köket.
    Vattnet är 7,5 grader och pH 6,8.
    Bredden 2,5-3,0 meter räcker inte.
    Klass 7A, 8B och 9C på Kyrkhedens skola.
    Lönen 25 000-30 000 kr är för låg.
    Pengar: 100, 200, 300, 400, 500 kr.
    År 1985 flyttade 412 personer hit.
    Per 151231 5000 kr i kassan.
    Den 20261231 5000 kr i bidrag.
    Artikel 8504129999 i katalogen.
    Ärende 201305-12 hos länsstyrelsen.
    Rapport 2026:05 17 sidor.
    Vi var 19 850 år 2012.
    Telefontid 8-9, växel i kommunhuset.
    Vi ses @ torget klockan tre.
    Följ @hagforskommun på nätet.
    Följ oss @hagfors.kommun nu.
    3 st @ 10 kr är billigt.
    Lunch @ skolan är god.
    Handtaget @anna_exempel skrev så.
    Punkt (a) och punkt (b) i planen.
    Punkt (a) Hagfors.se behöver ses över.
    Se (at) som engelsk preposition.
    Gå till www.hagfors.se/dialog för mer.
    Gå till https://hagfors.se/1783/sida.html för mer.
    Sidan hagfors.se fungerar inte.
    Filen rapport.2026.pdf går inte att öppna.
    Snabel-a heter tecknet @ på svenska.
    Tecknet @.
    @@@ vad är detta @@@
    Epost: finns ej. Tel: finns ej.
    a@ b
    Jag @ du @ vi.
    Pris @12 kr styck.
    Kl@18 börjar det.
    #hagfors2026 @kommunen!
    Mitt namn@ ???
    Anna (alla i familjen) håller med.
    Skylten [se bild] är trasig.
    Vattenmätaren visar 00123456 idag.
    Mätare 0012345 på vägg.
    Nytt larm 000 000 000 på displayen.
    Rad 1
    Temp −15 till +25 grader.
    +10 till +12 grader i simhallen.
    Höjd 0500 möh.
    Hus 12–14, 16–18 och 20–22.
    Datum 2026-05-17T18:00:00Z i loggen.
    Datum 20260517T180000 i loggen.
    Tid 1800-2000 på torsdag 260521.
    Sal 260517 K123 är bokad.
    Kod 123456-7890 är nog inget.
    Kod 991332-1234 är inget datum.
    Kod 850231-1234 är inget datum.
    Kod 20261345-1234 är inget datum.
    Nr 850412.
    Nr 850412, 850413 och 850414 är datum.
    """)

  /// Written after the rules had been made on the others.
  ///
  /// At first sight all 34 were found, and
  /// a row of times with full stops was taken for a telephone number.
  static let heldOut = split(
    """
    Hej! Jag vill klaga på plogningen. /Test, pnr «p:570214-9880», tel «t:070-174 06 70»
    PERSONNUMMER «p:199912039899» EPOST «e:TEST.PERSON@EXAMPLE.COM»
    min bror «p:100606-9908» (10 år) vill ha en skatepark
    Hyresgäst: «p:1947 11 11 - 9919»
    p.nr. «p:630303 -9926»
    p.nr. «p:630304- 9933», adress Nygatan 1
    Fnr/Pnr: «p:19550911-9946»; mobil: «t:0701740671».
    Jag har samordningsnummer «c:881190-9954» men inget BankID
    «p:050501-9968»: jag går sista året
    Svar till «p:390819+9973»
    Hon skrev «p:700505/9980» på lappen
    ID «p:19680118 - 9991».
    Säg till på «t:070 17 40 672», säger Kalle.
    Smsa «t:0701740673» så svarar jag
    Nås säkrast på «t:08-46 50 04 14» eller «t:070- 174 06 74»
    Tfn hem «t:0980-31 92 13» arb «t:031-39 00 607»
    tel nr:«t:070-17406 75»
    Hör av er! «t:+46701740676» //Test
    «t:+46 (0) 8 465 00 415»
    Fax «t:031-390 06 08», tel «t:031-390 06 09»
    Ring gärna mig («t:0701-74 06 77») eller min man («t:0701-74 06 78»)
    Vaktmästaren nås på «t:040 - 628 04 01» dygnet runt
    Kontakta «e:test.persson@skola.example.se» om matsalen
    min mejl är «e:t_persson81@example.com» och jag bor i Sunnemo
    Mejl: «e:kalle.p@example.se» (helst) el. brev
    Svara till e-post «e:brf-sjoutsikten@example.org»?
    Jag nås: «e:test(at)example.com»
    Vi betalade 3 450 kr 2024-11-05 och 2 900 kr 2025-01-12.
    Protokoll 2025-11-04 §§ 101–118 justerat.
    Bussarna 08:10, 09:10 och 10:10 är fulla.
    Bussen 08.10-08.45 är alltid försenad.
    Tidtabell 06.05 07.05 08.05 09.05.
    Jag cyklade 1 250 km 2025 och 980 km 2024.
    Ny skola för 185 000 000 kr är för dyrt!
    Kommunalskatten 22,50 kr är hög, i Torsby 22,02.
    Nämnden har 11 ledamöter, 6 ersättare, 15 möten/år.
    Elnätet 10 000 volt, 400 000 kWh per år.
    Ang. ärende ByggL 2025-000345, fastighet Hagfors 3:45.
    Bygglov BN 2024/0087-12 beviljades 240614.
    Ärendenummer 2025-11-0456 hos Kundcenter.
    Ordernr 0045-2231 skickades fel.
    Kundnummer 00345612, fakturanr 2025110456.
    Avtal nr 08-2025 löper ut 31/12-26.
    Sträckan Råda–Ekshärad är 21,4 km.
    Motionsspåret 2,5 km och 5 km behöver ljus.
    Temperaturen var 18,5-21,0 grader 24-26 juli.
    Lekparken på 68334 Hagfors är sliten.
    Elever 2019/20: 1 203, 2020/21: 1 187, 2021/22: 1 150.
    Resultat 2021-2025: 12, 14, 9, 11 och 8 mkr.
    Enkäten hade 1 204 svar, 52 % kvinnor, 48 % män.
    Bana 1, 2, 3 och 4 i simhallen, 25 m x 12,5 m.
    Lgh 1101 & 1102, Asplundsvägen 10-12 A.
    GPS 60.03012 13.65120 (vid bron).
    RT90 6657890 1367450.
    Höger fil E16/E45 km 4,2-4,9.
    Serienr 5012345678900 på lampan.
    Stolpe nr 0451 och 0452 lyser inte.
    Stolpe 045123 lyser inte.
    Brandpost 07-0312 läcker.
    Matrikel nr 017834.
    Klockan 0730-1615 mån-tors, 0730-1500 fre.
    Vecka 27-31 2026 stängt.
    Perioden 1/1 2026 - 31/12 2029.
    Tyck till senast 260930!
    Läs mer: www.example.se/ks-2026-118 sid 4.
    Rapporten "2030 – 2040" nämner 15 000 nya träd.
    Kod: 4711-0815.
    Kostnad 070 kr? Nej 700 kr.
    KF 2025-06-16--17.
    Årskort 2 345:-, barn 1 170:-
    Cirka 10 000-12 000 besökare 2025.
    Temp: 0 -5 -10 -15 -20 grader.
    Avgiften är 0,25 kr/kWh 2026-2028.
    Gata 17, 18, 19, 20 och 21 är oplogade.
    Förslag 1 (alt. 2): 4 500 000-5 200 000 kr.
    Skyltarna 30/50/70 km/h blandas.
    """)

  /// Dates with a clock time that are, by one chance in ten, a right personal identity number.
  ///
  /// They are masked, for a number must not be missed, and count against the precision.
  static let byAccident = split(
    """
    Samråd 260517 1830 i aulan.
    Samråd 20260517 1830 i aulan.
    Öppet hus 260607 1500 på biblioteket.
    Ärende 2605171830 hos kommunen.
    """)

  static let sections = [
    "personalNumbers": personalNumbers, "emails": emails, "phones": phones, "plain": plain,
    "heldOut": heldOut,
  ]

  static let all = personalNumbers + emails + phones + plain + heldOut + byAccident

  private static func split(_ text: String) -> [String] {
    text.split(separator: "\n").map {
      String($0.replacing("⏎", with: "\n"))
    }
  }
}
