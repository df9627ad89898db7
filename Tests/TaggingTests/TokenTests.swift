import DialogueModel
import Tagging
import Testing

struct TokenTests {
  @Test(arguments: [
    ("e-tjänst", "E-tjänsten"), ("va-taxa", "VA-taxan"), ("p-plats", "p\u{2011}platser"),
    ("gc-väg", "GC\u{2010}vägen"), ("o'boy", "O’boy"), ("sfi:s", "SFI:s"),
  ])
  func `Hyphens, apostrophes and colons between letters keep a word together`(
    term: String, text: String
  ) {
    #expect(evidence("en \(text), ja", [.ord: [term]]) == "ord \(term) \"\(text)\"")
  }

  @Test func `A word with hyphens is tried without them too`() {
    #expect(evidence("skol-skjuts", [.led: ["skolskjuts"]]) == "led skolskjuts \"skol-skjuts\"")
    #expect(evidence("e-tjänst", [.ord: ["etjänst"]]) == "ord etjänst \"e-tjänst\"")
    #expect(evidence("etjänst", [.ord: ["e-tjänst"]]) == "")
  }

  @Test func `A hyphen at the end of a word is not a part of it`() {
    #expect(
      evidence("för- och grundskola", [.ord: ["för", "grundskola"]])
        == "ord för \"för\", ord grundskola \"grundskola\"")
  }

  @Test func `Digits are not joined`() {
    #expect(evidence("24-timmars", [.ord: ["timmar"]]) == "ord timmar \"timmars\"")
    #expect(evidence("kl. 8:buss", [.ord: ["buss"]]) == "ord buss \"buss\"")
    #expect(evidence("E45-an", [.ord: ["e45"]]) == "ord e45 \"E45\"")
  }

  @Test(arguments: [
    "skol-\nskjuts", "skol-\r\nskjutsen", "Skol- \n  skjuts", "skol\u{2010}\nskjuts",
  ])
  func `A word divided at a line break is one word`(text: String) {
    #expect(evidence(text, [.led: ["skolskjuts"]]) == "led skolskjuts \"\(text)\"")
  }

  @Test(arguments: ["och", "Eller", "samt", "respektive"])
  func `A part word before a conjunction is not joined over a line break`(word: String) {
    let text = "skol-\n\(word) fritids"
    #expect(evidence(text, [.ord: ["skol"]]) == "ord skol \"skol\"")
  }

  @Test func `A paragraph break joins nothing`() {
    #expect(evidence("skol-\n\nskjuts", [.led: ["skolskjuts"]]) == "")
  }

  @Test(arguments: [
    ("sfi:s", "sfi"), ("SFI:n", "sfi"), ("lss:en", "lss"), ("bup-mott:s", "bupmott"),
  ])
  func `A colon and an ending are taken off where the whole matches nothing`(
    text: String, term: String
  ) {
    #expect(evidence(text, [.ord: [term]]) == "ord \(term) \"\(text)\"")
  }

  @Test func `Nothing is taken off where the whole is a word of a phrase`() {
    let terms: [TermKind: [String]] = [.fras: ["sfi:s lokal"], .ord: ["sfi"]]
    #expect(evidence("sfi:s lokal", terms) == "fras sfi:s lokal \"sfi:s lokal\"")
    #expect(evidence("sfi:s buss", terms) == "")
    #expect(evidence("sfi:n", terms) == "ord sfi \"sfi:n\"")
  }

  @Test func `A colon and something else are not taken off`() {
    #expect(evidence("skola:dålig", [.ord: ["skola"]]) == "")
    #expect(evidence("skola: dålig", [.ord: ["skola"]]) == "ord skola \"skola\"")
  }

  @Test(arguments: ["ÅSA", "Åsa", "ÖGA", "É", "ÜBER", "ÞÝÐ", "ŻÓŁW", "ШКОЛА", "ÇAĞ"])
  func `Case is folded, in all alphabets`(text: String) {
    #expect(evidence(text, [.ord: [text.lowercased()]]) != "")
    #expect(evidence(text.lowercased(), [.ord: [text]]) != "")
  }

  @Test func `A combining mark is a part of its word`() {
    #expect(evidence("x\u{301}y", [.ord: ["x"]]) == "")
    #expect(evidence("x\u{301}y", [.ord: ["x\u{301}y"]]) != "")
    // A mark that follows no letter belongs to no word: the heart's variation selector.
    #expect(evidence("❤\u{FE0F}skola", [.ord: ["skola"]]) == "ord skola \"skola\"")
  }

  @Test(arguments: [
    "skola–väg", "skola…väg", "”skola”/väg", "skola😀väg", "skola×väg", "skola«väg»",
  ])
  func `Other signs divide words`(text: String) {
    #expect(
      evidence(text, [.ord: ["skola", "väg"]]) == "ord skola \"skola\", ord väg \"väg\"")
  }

  @Test func `What was masked gives no hits`() {
    let terms: [TermKind: [String]] = [
      .ord: ["telefonnummer", "borttagen", "post", "adress"], .fras: ["ring mig"],
    ]
    #expect(evidence("[telefonnummer borttaget]", terms) == "")
    #expect(evidence("[e-post borttagen], [adress borttagen]", terms) == "")
    #expect(evidence("ring [adress borttagen] mig", terms) == "")
    #expect(evidence("[telefonnummer]", terms) != "")
    #expect(evidence("[telefonnummer borttaget", terms) != "")
    #expect(evidence("[se adress [post borttagen]", terms) == "ord adress \"adress\"")
    #expect(evidence("[post borttagen adress]", terms) != "")
    #expect(evidence("[namn\nadress borttaget]", terms) == "ord adress \"adress\"")
  }

  @Test(arguments: [
    ("cykel väg", true), ("Cykel vägen", true), ("cykel vägarna", true), ("cykel  väg", false),
    ("cykel\nväg", false), ("cykel, väg", false), ("cykel vä", false), ("min cykel", false),
  ])
  func `A compound written as two words is found`(text: String, isHit: Bool) {
    #expect(
      evidence("en \(text)", [.led: ["cykelväg"]])
        == (isHit ? "led cykelväg \"\(text)\"" : ""))
  }

  @Test func `A split compound wins over its parts and needs a whole ending where it is ord`() {
    let terms: [TermKind: [String]] = [.ord: ["undersköterska", "under"]]
    #expect(
      evidence("under sköterskan", terms) == "ord undersköterska \"under sköterskan\"")
    #expect(evidence("under sköterskans", terms).contains("\"under sköterskans\""))
    #expect(evidence("under sköterskebrist", terms) == "ord under \"under\"")
    #expect(evidence("un dersköterska", terms) == "ord undersköterska \"un dersköterska\"")
  }

  @Test func `A term that the first word reaches the end of is not split`() {
    #expect(evidence("skol skjuts", [.led: ["skol"]]) == "led skol \"skol\"")
    #expect(evidence("buss hållplats", [.led: ["hållplats"]]) == "led hållplats \"hållplats\"")
  }

  @Test func `A term that the second word has by itself is not split`() {
    #expect(evidence("ba baba", [.led: ["baba"]]) == "led baba \"baba\"")
  }

  @Test func `A split compound does not reach into the text before`() {
    let tagger = ThemeTagger(CodebookIndex(codebook([.led: ["cykelväg"], .ord: ["väg"]])))
    #expect(tagger.tag("cykel").isEmpty)
    #expect(tagger.describe("!!!!! väg") == ["a 2: ord väg \"väg\""])
  }

  @Test func `A split compound is not searched for among the other kinds`() {
    for kind in [TermKind.slut, .fras, .svag] {
      #expect(
        evidence("cykel väg gata", [kind: ["cykelväg"], .ord: ["gata"]]) == "ord gata \"gata\"")
    }
  }

  @Test(arguments: ["Bättre för skolan", "När trafiken", "mer öppet"])
  func `A small word is never the first half of a compound`(text: String) {
    let terms: [TermKind: [String]] = [.ord: ["förskola", "närtrafik", "meröppet"]]
    #expect(evidence(text, terms) == "")
    #expect(evidence(text.filter { $0 != " " }, terms) != "" || text.hasPrefix("Bättre"))
  }
}
