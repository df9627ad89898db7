import DialogueModel

/// A copy of the draft base codebook *kommun-bas-sv* 0.1.0: a line `id|key|label|responsible` for
/// each theme, then a line for each kind; a line that is indented twice goes on the line before.
let baseCodebook: Codebook = {
  var themes: [Theme] = []
  var list = ""
  func takeList() {
    let parts = list.split(separator: ":", maxSplits: 1)
    if parts.count == 2, let kind = TermKind(rawValue: String(parts[0])) {
      themes[themes.count - 1].terms[kind] =
        parts[1].split(separator: ",").map { $0.drop { $0 == " " } }.map(String.init)
    }
    list = ""
  }
  for line in baseCodebookText.split(separator: "\n") {
    let trimmed = line.drop { $0 == " " }
    if line.hasPrefix("    ") {
      list += " " + trimmed
      continue
    }
    takeList()
    if line.hasPrefix("  ") {
      list = String(trimmed)
    } else {
      let parts = line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
      themes.append(
        Theme(
          id: parts[0], key: parts[1], label: parts[2],
          responsible: parts[3].isEmpty ? nil : parts[3], terms: [:]))
    }
  }
  takeList()
  return Codebook(
    id: "kommun-bas-sv", version: "0.1.0", status: "förslag", language: "sv",
    matching: CodebookMatching(
      inflections: baseInflections, weights: baseWeights, threshold: 2, maximumThemes: 3),
    themes: themes)
}()

private let baseCodebookText = """
  T01|forskola|Förskola och pedagogisk omsorg|
    led: förskol, dagis, barnomsorg, dagmamma, inskolning, barngrupp, vistelsetid,
      förskoleplats
    ord: förskola, dagbarnvårdare, nattis, barnskötare, förskollärare, blöjbyte, sovvila
    fras: pedagogisk omsorg, öppen förskola, kö till förskola, obekväm arbetstid, stora
      barngrupper, lämna och hämta
    svag: avdelning, hämtning, lämning, personaltäthet
    inte: förskoleklass
  T02|grundskola|Förskoleklass, grundskola och fritidshem|
    led: grundskol, högstadi, mellanstadi, lågstadi, förskoleklass, byskol, skolgård, skolmat,
      skolbyggnad, skolnedlägg, skolbibliotek, elevhäls, elevassistent, fritidshem,
      skolstruktur
    ord: skola, rektor, lärare, klassrum, elev, rast, läxa, mobbning, kränkning, studiero
    fras: anpassad grundskola, lägga ner skolan, skolan i byn, särskilt stöd, behöriga lärare
    svag: klass, undervisning, betyg
    inte: körskola, ridskola, simskola, kulturskola, musikskola, förskola, gymnasieskola,
      folkhögskola, högskola
  T03|gymnasium_vux|Gymnasium, vuxenutbildning och studier|
    led: gymnasi, vuxenutbild, komvux, yrkesutbild, yrkesprogram, lärcent, lärling,
      folkhögskol, distansutbild, studievägled
    ord: sfi, praktikplats, vux, studieplats, högskola, elevhem, inackordering
    fras: svenska för invandrare, anpassad gymnasieskola, högre utbildning, läsa vidare,
      studera på distans
    svag: utbildning, program, kurs, studier
    inte: hundkurs, skolprogram
  T04|skolskjuts|Skolskjuts och barns resvägar|
    led: skolskjuts, skolbuss, skolväg, skolkort, skoltaxi, elevres, skolpolis
    ord: skolskjuts, skolbuss, skolväg
    fras: gå till skolan, cykla till skolan, bussen till skolan, säker skolväg, vägen till
      skolan, skjuts till skolan, vänta på skolbussen, hämtas vid skolan, trafiken vid skolan,
      hållplats för skolbarn
    svag: skjuts, upphämtning, växelvis
    inte: färdtjänst
  T05|aldreomsorg|Äldreomsorg|
    led: äldreomsorg, äldreboend, hemtjänst, vårdboend, demens, trygghetslarm, trygghetsboend,
      seniorboend, korttidsboend, matlåd, anhörigstöd, äldrevård, pensionärsråd,
      pensionärsboend, nattpatrull
    ord: undersköterska, biståndshandläggare, servicehus, ålderdomshem, anhörig, dagverksamhet
    fras: särskilt boende, våra äldre, äldre på landsbygden, plats på boende, fast
      omsorgskontakt
    svag: omsorg, boende, äldre, pensionär
    inte: äldre bil, äldre hus, äldre skola
  T06|funktionsnedsattning|Stöd till personer med funktionsnedsättning och tillgänglighet|
    led: funktionsned, funktionshind, rullstol, färdtjänst, ledsag, ledstråk, hörsling,
      teckenspråk, synskad, gruppbostad, rörelsehind, tillgänglighetsanpass, handikapp,
      boendestöd, parkeringstillstånd
    ord: lss, ramp, rollator, kontrastmarkering, hiss
    fras: personlig assistans, daglig verksamhet, tillgängligt för alla, lättläst information,
      kommer inte in med rullstol, fysisk tillgänglighet
    svag: tillgänglighet, tillgänglig, automatisk
    inte: tillgänglig tid, tillgängliga resurser
  T07|socialt_stod|Individ- och familjeomsorg, socialt stöd|
    led: socialtjänst, socialkontor, försörjningsstöd, socialbidrag, missbruk, familjerådgiv,
      kvinnojour, orosanmäl, familjehem, hemlös, fältarbet, beroendevård, socialsekreter
    ord: droger, narkotika, alkohol, ensamhet, skuldrådgivning, barnfattigdom
    fras: våld i nära relationer, ekonomiskt bistånd, unga som mår dåligt, stöd till
      föräldrar, psykisk ohälsa
    svag: stöd, familj, insats, utanförskap
    inte: ekonomiskt stöd till föreningar, alkoholtillstånd
  T08|vard_halsa|Hälso- och sjukvård (mest regionens ansvar)|region
    led: vårdcentral, sjukvård, tandvård, tandläkar, ambulans, akutmottag, sjukhus,
      primärvård, barnmorsk, folkhäls, läkartid, vaccin, apotek
    ord: läkare, sjuksköterska, bvc, bup, jourläkare, distriktssköterska, förlossning
    fras: lång väg till sjukhus, tid hos läkare, psykisk vård, vård på hemorten
    svag: vård, hälsa, mottagning, patient
    inte: miljö och hälsoskydd, hälsoskydd, djurhälsa, skolhälsovård
  T09|gator_vagar|Gator, vägar, vinterväghållning och parkering|
    led: vägunderhåll, snöröj, plog, sandning, halkbekämp, asfalt, trottoar, parkering, gupp,
      hastighet, övergångsställ, rondell, korsning, gatunät, potthål, vägskylt, trafiksäker,
      tjälskad, vägförening, genomfartstrafik, dammbind
    ord: väg, gata, p-plats, bro, grusväg, riksväg
    fras: hål i vägen, dålig väg, enskild väg, för höga hastigheter, sänk hastigheten
    svag: trafik, bil, lastbil, skylt
    inte: cykelväg, gångväg, skolväg, järnväg, avväg, på väg, på vägen, i väg, under vägen,
      huvudväg till framgång
  T10|gang_cykel|Gång- och cykelvägar|
    led: cykelväg, cykelban, cykelled, cykelställ, cykelpark, gångväg, gångban, gångtunnel,
      gångbro, cyklist, fotgängar, klarälvsban, gc-väg, promenadväg, elcykel
    ord: cykel, cykla, gående, gångtrafikant, cykelhjälm, cykelöverfart, promenadstråk
    fras: gång- och cykelväg, gå och cykla, säkra cykelvägar, cykla till jobbet, cykelväg
      mellan
    svag: promenad, gå, spår
    inte: motorcykel, livscykel, skidspår, cykel stöld
  T11|kollektivtrafik|Kollektivtrafik (ansvar delas med regionen)|region
    led: kollektivtrafik, busstid, busslinj, busshållplats, buss, tågtrafik, tågförbind,
      anropsstyrd, flygplats, pendl, resekort, tidtabell, resecentr, väntkur, värmlandstrafik
    ord: tåg, hållplats, flyget, busskort, turtäthet, anslutning, närtrafik
    fras: bussen går inte, fler turer, buss till karlstad, byten på vägen, ta sig hem på
      kvällen
    svag: resa, tur, avgång, biljett
    inte: skolbuss, bussig, bussning, busschaufför sökes, kulturtur
  T12|boende_bygglov|Bostäder, planering och bygglov|
    led: bostad, bostäd, hyresrätt, hyreslägenhet, lägenhet, bygglov, detaljplan,
      översiktsplan, tomt, nybygg, villatomt, ödehus, rivning, strandskydd, bostadskö,
      strandnära, exploater
    ord: hyra, villa, radhus, bostadsrätt, hagforshem, fastighetsägare, byggnation
    fras: tomma hus, bygga nytt, bo kvar, attraktivt boende, bo vid vatten
    svag: bygga, hus, mark, fastighet
    inte: gruppbostad, trygghetsboende, rivning av asfalt
  T13|centrum_offentlig_miljo|Centrum, parker, torg och offentlig miljö|
    led: centrumutveck, centrumkärn, torghandel, parkbänk, plantering, lekplats, lekpark,
      blomster, skyltfönster, nedskräp, klotter, utemiljö, hundrastgård, rastplats, stadspark
    ord: torg, park, bänk, toalett, soptunna, papperskorg, fontän, centrum, gräsklippning,
      konstverk
    fras: fräscha upp centrum, fler bänkar, tomma lokaler, fint i centrum, offentlig toalett
    svag: mötesplats, grönt, träd, blomma
    inte: parkering, lärcentrum, vårdcentrum, resecentrum, köpcentrum
  T14|trygghet|Trygghet, belysning och räddningstjänst|
    led: otrygg, trygghetsskap, belysning, gatubelys, gatlykt, gatljus, skadegör, inbrott,
      kameraövervak, nattvandr, ordningsvakt, räddningstjänst, brandstation, brandskydd,
      krisberedskap, grannsamverkan, deltidsbrand, vandalis
    ord: trygg, polis, brott, stöld, lampa, skyddsrum, utryckning, mörkt
    fras: rädd att gå ut, mörkt på kvällen, lampor som inte lyser, känna sig trygg, långt till
      polis
    svag: buskörning, stökigt, våld, kväll
    inte: trygghetslarm, trygghetsboende, trygg anställning, våld i nära relationer
  T15|kultur_bibliotek|Kultur, bibliotek och kulturarv|
    led: bibliotek, kulturskol, musikskol, kulturhus, kulturarv, konsert, teater, museum,
      biograf, bokbuss, hembygd, studieförbund, utställning, finnskog, kulturminn, kulturutbud
    ord: bio, konst, musik, dans, bok, meröppet, scen, berättarkväll
    fras: ta del av kultur, gamla bruket, levande musik
    svag: kultur, evenemang, historia, film
    inte: fikakultur, organisationskultur, företagskultur, kulturväxt, konstgräs, konstsnö,
      konstis, bokslut
  T16|idrott_fritid|Idrott, friluftsliv, ungdomsfritid och föreningar|
    led: idrott, sporthall, simhall, badhus, badplats, ishall, isban, fotbollsplan,
      elljusspår, skidspår, skidanlägg, fritidsgård, ungdomsgård, skatepark, utegym,
      vandringsled, föreningsbidrag, föreningsliv, friluft, konstgräs, ridhus, skoteler,
      skoterled, aktivitetspark
    ord: gym, bad, fiske, fritid, motionsspår, padel, förening, ledare, allaktivitetshus
    fras: något att göra, häng för unga, aktiviteter för ungdomar, boka hall, barn och unga på
      fritiden
    svag: aktivitet, träning, spela, läger
    inte: fritidshem, fritidshus, vägförening, ekonomisk förening, badrum,
      samfällighetsförening
  T17|naringsliv_jobb|Näringsliv, arbetsmarknad och turism|
    led: näringsliv, företagar, företagsklimat, arbetstillfäll, arbetslös, arbetsmarknad,
      sommarjobb, turism, turist, besöksnäring, camping, småföretag, industri,
      kompetensförsörj, nyföretag, upphandling, inflyttning, butik, lanthandel
    ord: jobb, företag, affär, handel, hotell, restaurang, praktik, etablering, stålverk
    fras: fler jobb, locka företag, handla lokalt, lokala företag, bensinstation i byn
    svag: arbete, service, bransch, satsning
    inte: jobba på det, affärsplan för föreningen, arbetsgrupp, fika på jobbet
  T18|miljo_klimat_va|Miljö, klimat, vatten, avlopp och avfall|
    led: återvinning, sopsort, sophämt, avfall, matavfall, avlopp, dricksvatten, vattenkvalit,
      laddstolp, laddstation, solcell, vindkraft, fjärrvärm, klimat, miljövänlig, miljöfarlig,
      miljöpröv, miljöpåverk, utsläpp, kalhygg, naturreservat, naturvård, invasiv, buller,
      återbruk, dagvatten, översvämn
    ord: sopor, va-taxa, brunn, elnät, returpunkt, brunnsborrning
    fras: vatten och avlopp, stänga återvinningen, dåligt vatten, biologisk mångfald, hållbar
      utveckling
    svag: energi, el, rent, vatten, natur, skog, sjö, miljö
    inte: arbetsmiljö, boendemiljö, företagsklimat, debattklimat, utemiljö, skolmiljö,
      lekmiljö, klimat för företag
  T19|digital_service|Bredband, digital service och kommunens information|
    led: bredband, fiberutbygg, mobiltäck, mobilnät, e-tjänst, hemsid, webbplats,
      medborgarkontor, kundtjänst, kontaktcent, självservic, digitaliser, fiberanslut,
      kommunikationskanal
    ord: fiber, internet, täckning, app, wifi, telefonkö, blankett, facebook, öppettid,
      broschyr
    fras: får inget svar, svårt att hitta information, dålig täckning, kommunens hemsida,
      informera bättre
    svag: information, kontakt, digital, telefon
    inte: fiber i maten, hemsidan för föreningen, marktäckning
  T20|demokrati_styrning|Demokrati, inflytande, ekonomi och kommunens organisation|
    led: medborgardialog, medborgarförslag, fullmäktig, politiker, kommunstyrels, kommunalråd,
      folkomröst, budget, skattepeng, kommunalskatt, nedskärning, besparing, skattehöj,
      delaktig, inflytand, demokrati, hagforsstrategi, kommunsammanslag, revision
    ord: skatt, nämnd, lyssna, sparkrav, framtidstro
    fras: ni lyssnar inte, ta tillvara förslag, hela kommunen ska leva, pengarna till fel
      saker, redan bestämt
    svag: kommunen, pengar, ansvar, satsa, beslut, ekonomi, chef
    inte: beslutsångest, egen ekonomi, privatekonomi, skattejakt, förskolechef
  """
