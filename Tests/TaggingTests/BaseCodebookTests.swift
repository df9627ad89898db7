import DialogueModel
import Tagging
import Testing

/// The draft base codebook on sentences as people write them: a smoke test of the rules and the
/// words together, not a measure of quality.
struct BaseCodebookTests {
  private static let index = CodebookIndex(baseCodebook)

  static let sentences: [(text: String, themes: Set<String>)] = [
    ("Det behövs fler platser på förskolan i Råda.", ["forskola"]),
    ("Kön till förskoleklassen är lång.", ["grundskola"]),
    ("Lägg inte ner skolan i byn!", ["grundskola"]),
    ("Eleverna behöver mer lugn på rasten.", ["grundskola"]),
    ("Körskolan är för dyr.", []),
    ("Ge oss bättre möjligheter på gymnasiet och Komvux.", ["gymnasium_vux"]),
    ("SFI:s lokaler är slitna.", ["gymnasium_vux"]),
    ("Skolskjutsen är alltid sen.", ["skolskjuts"]),
    ("Skol skjutsen är alltid sen.", ["skolskjuts"]),
    ("Barnen ska kunna cykla till skolan.", ["skolskjuts"]),
    ("Hemtjänsten hinner inte med.", ["aldreomsorg"]),
    ("En undersköterska till på varje särskilt boende.", ["aldreomsorg"]),
    ("Vi saknar ett äldreboende i Ekshärad", ["aldreomsorg"]),
    ("Kommer inte in med rullstol på biblioteket.", ["funktionsnedsattning", "kultur_bibliotek"]),
    ("Fick avslag på parkeringstillståndet.", ["funktionsnedsattning"]),
    ("Parkeringen vid torget är alltid full.", ["gator_vagar", "centrum_offentlig_miljo"]),
    ("Stötta unga som mår dåligt och motverka missbruk.", ["socialt_stod"]),
    ("Socialtjänsten svarar aldrig i telefon.", ["socialt_stod"]),
    ("Jag får ingen tid hos läkare på vårdcentralen.", ["vard_halsa"]),
    ("Snöröjningen på Geijersholmsvägen fungerar inte.", ["gator_vagar"]),
    ("Det är hål i vägen och dålig asfalt.", ["gator_vagar"]),
    ("Jag är på väg hem.", []),
    ("Bygg en cykelväg mellan Hagfors och Ekshärad.", ["gang_cykel"]),
    ("bygg en cykel väg", ["gang_cykel"]),
    ("Gång- och cykelvägen är mörk om kvällen.", ["gang_cykel"]),
    ("Busskorten är för dyra och bussen går inte på helger.", ["kollektivtrafik"]),
    ("Sänk priset på busskort.", ["kollektivtrafik"]),
    ("En bussig granne.", []),
    ("Fler hyresrätter behövs, det finns inga lägenheter.", ["boende_bygglov"]),
    ("Bygglov tar för lång tid.", ["boende_bygglov"]),
    ("Sätt ut fler bänkar och en soptunna i parken.", ["centrum_offentlig_miljo"]),
    ("Lekplatsen är nedklottrad.", ["centrum_offentlig_miljo"]),
    ("Belysningen är trasig, det känns otryggt.", ["trygghet"]),
    ("Trygghetslarmet fungerade inte.", ["aldreomsorg"]),
    ("Kulturskolan ska vara avgiftsfri.", ["kultur_bibliotek"]),
    ("Simhallen borde ha öppet längre.", ["idrott_fritid"]),
    ("Vi vill ha konstgräs på fotbollsplanen.", ["idrott_fritid"]),
    ("Fler jobb och sommarjobb åt ungdomar.", ["naringsliv_jobb"]),
    ("VA-taxan är för hög och dricksvattnet smakar illa.", ["miljo_klimat_va"]),
    ("Soporna hämtas för sällan, bättre återvinning tack.", ["miljo_klimat_va"]),
    ("Bredbandet är uselt och mobiltäckningen ännu sämre.", ["digital_service"]),
    ("Hemsidan är svår, e-tjänsterna fungerar inte.", ["digital_service"]),
    ("Politikerna måste lyssna, ni lyssnar inte på oss!", ["demokrati_styrning"]),
    ("Höj inte skatten.", ["demokrati_styrning"]),
    ("Ring mig på [telefonnummer borttaget] om parken.", ["centrum_offentlig_miljo"]),
    ("Jättebra, fortsätt så! 👍", []),
  ]

  @Test(arguments: sentences)
  func `A sentence gets the themes that a reader would give it`(
    text: String, themes: Set<String>
  ) {
    let found = ThemeTagger(Self.index).tag(text).themes
    #expect(
      Set(found.compactMap { Self.index.theme($0.theme)?.key }) == themes,
      "\(ThemeTagger(Self.index).describe(text))")
  }

  @Test func `The fixture holds the whole draft`() {
    #expect(baseCodebook.themes.count == 20)
    #expect(Self.index.terms.count == 735)
    #expect(Self.index.terms.count { $0.kind == .inte } == 89)
    #expect(baseCodebook.themes.filter { $0.responsible == "region" }.count == 2)
    #expect(Self.index.terms.contains { $0.text == "kontaktcent" && $0.kind == .led })
  }

  @Test func `The check finds the phrase that the draft cancels itself`() {
    // "i väg" is meant for "skicka i väg", and "i vägen" is one of its forms.
    let problems = Self.index.problems.filter { $0.severity > .note }
    #expect(problems.map(\.text) == ["hål i vägen"])
    #expect(problems.map(\.kind) == [.alwaysCancelled])
    #expect(ThemeTagger(Self.index).tag("Det är hål i vägen.").isEmpty)
  }

  @Test func `Plurals in or and ar need the final vowel dropped, which the draft does not say`() {
    let text = "Fler undersköterskor!"
    #expect(ThemeTagger(Self.index).tag(text).isEmpty)
    var adopted = baseCodebook
    adopted.matching.dropsFinalVowel = true
    #expect(
      found(text, adopted) == ["aldreomsorg 2: ord undersköterska \"undersköterskor\""])
    #expect(CodebookIndex(adopted).problems == Self.index.problems)
  }

  @Test(arguments: [1, 2] as [UInt64])
  func `The draft gives what the plain rules give`(seed: UInt64) {
    let reference = ReferenceTagger(baseCodebook)
    let tagger = ThemeTagger(Self.index)
    var texts = RandomTexts(baseCodebook, seed: seed)
    for _ in 0..<ReferenceTests.textCount / 25 {
      let text = texts.next()
      let found = tagger.tag(text).themes.map { [$0.theme, $0.score] }
      #expect(
        found == reference.tag(text).map { [$0.theme, $0.score] }, "\(text.debugDescription)")
    }
  }
}
