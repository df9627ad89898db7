import DialogueModel
import Tagging
import Testing

struct RuleKindTests {
  @Test(arguments: [
    ("skola", "ord skola \"skola\""), ("skolan", "ord skola \"skolan\""),
    ("SKOLANS", "ord skola \"SKOLANS\""), ("Skolas.", "ord skola \"Skolas\""),
    ("skolor", ""), ("skolskjuts", ""), ("förskola", ""), ("skol", ""), ("skolanan", ""),
  ])
  func `ord is the term with one of the endings`(text: String, expected: String) {
    #expect(evidence(text, [.ord: ["skola"]]) == expected)
  }

  @Test(arguments: [
    ("skolor", true), ("skolornas", true), ("skolan", true), ("skole", true), ("skol", false),
    ("skols", false), ("skolns", false), ("bron", true), ("brar", false), ("läraren", true),
    ("lärarna", false),
  ])
  func `A final a or e may give way to an ending with a vowel where the codebook says so`(
    text: String, isHit: Bool
  ) {
    let terms: [TermKind: [String]] = [.ord: ["skola", "bro", "lärare"]]
    #expect(evidence(text, terms, dropsFinalVowel: true).isEmpty != isHit)
  }

  @Test func `The final vowel stays where the codebook does not say so`() {
    #expect(evidence("skolor lärarna", [.ord: ["skola", "lärare"]]) == "")
  }

  @Test func `Words of phrases and compound heads may lose their final vowel too`() {
    let terms: [TermKind: [String]] = [.fras: ["liten skola"], .slut: ["gata"]]
    #expect(
      evidence("liten skolor, storgator", terms, dropsFinalVowel: true)
        == "fras liten skola \"liten skolor\", slut gata \"storgator\"")
  }

  @Test func `The empty ending counts even if the codebook leaves it out`() {
    let book = codebook([("a", [.ord: ["väg"]])], inflections: ["en"])
    #expect(found("väg vägen vägar", book) == ["a 2: ord väg \"väg\", ord väg \"vägen\""])
  }

  @Test(arguments: [
    ("skolskjuts", true), ("Skolskjutsarnas", true), ("skolskjutsxyz", true),
    ("skolskjut", false), ("lågskolskjuts", false),
  ])
  func `led is a word that begins with the term`(text: String, isHit: Bool) {
    #expect(evidence(text, [.led: ["skolskjuts"]]).isEmpty != isHit)
  }

  @Test(arguments: [
    ("väg", true), ("cykelvägarna", true), ("Cykelväg", true), ("vägskylt", false),
    ("cykelvägskylt", false), ("vägväg", true),
  ])
  func `slut is a word that ends with the term and an ending`(text: String, isHit: Bool) {
    #expect(evidence(text, [.slut: ["väg"]]).isEmpty != isHit)
  }

  @Test(arguments: [
    ("Vi vill bo kvar här", "fras bo kvar \"bo kvar\""),
    ("BOR KVAR", ""), ("boets kvarn", "fras bo kvar \"boets kvarn\""),
    ("bo\nkvar", "fras bo kvar \"bo\nkvar\""), ("bo - kvar", "fras bo kvar \"bo - kvar\""),
    ("bo. Kvar", ""), ("bo, kvar", ""), ("bo? kvar", ""), ("bo (kvar)", ""),
    ("bo verkligen kvar", ""), ("bo", ""), ("kvar bo", ""),
    ("bo bo kvar kvar", "fras bo kvar \"bo kvar\""),
  ])
  func `fras is words after each other with nothing but blanks and hyphens between`(
    text: String, expected: String
  ) {
    #expect(evidence(text, [.fras: ["bo kvar"]]) == expected)
  }

  @Test func `A phrase is read by the rules that texts are read by`() {
    let terms: [TermKind: [String]] = [.fras: ["gång- och cykelväg"]]
    for text in ["Gång- och cykelvägen", "gång och cykelväg", "gång\u{2010} och\ncykelvägar"] {
      #expect(evidence(text, terms) == "fras gång- och cykelväg \"\(text)\"")
    }
  }

  @Test func `A phrase of one word is matched as a word`() {
    #expect(evidence("Skolan", [.fras: ["skola"]]) == "fras skola \"Skolan\"")
  }

  @Test(arguments: [TermKind.ord, .led, .slut])
  func `A term of several words in a list of words is matched as a phrase`(kind: TermKind) {
    let terms = [kind: ["öppen förskola"]]
    #expect(
      evidence("den öppna, öppen förskolan", terms)
        == "\(kind) öppen förskola \"öppen förskolan\"")
    #expect(evidence("öppen förskolechef", terms) == "")
  }

  @Test func `svag counts in company only`() {
    let terms: [TermKind: [String]] = [.svag: ["bil", "trafik"], .ord: ["gata"]]
    #expect(evidence("Bilen och bilarna", terms) == "")
    #expect(evidence("bil på gatan", terms) == "svag bil \"bil\", ord gata \"gatan\"")
    #expect(evidence("bil i trafiken", terms) == "svag bil \"bil\", svag trafik \"trafiken\"")
    let split = codebook([("a", [.svag: ["bil"]]), ("b", [.ord: ["gata"]])])
    #expect(found("bil på gatan", split) == ["b 2: ord gata \"gatan\""])
  }

  @Test func `svag of several words is matched as a phrase`() {
    let terms: [TermKind: [String]] = [.svag: ["stora bilar"], .ord: ["gata"]]
    #expect(
      evidence("stora bilar på gatan", terms)
        == "svag stora bilar \"stora bilar\", ord gata \"gatan\"")
  }

  @Test(arguments: [
    ("på väg", ""), ("på vägen", ""), ("en väg", "ord väg \"väg\""),
    ("på väg till en väg", "ord väg \"väg\""), ("på. Väg", "ord väg \"Väg\""),
  ])
  func `inte cancels the hits that it overlaps`(text: String, expected: String) {
    #expect(evidence(text, [.ord: ["väg"], .inte: ["på väg"]]) == expected)
  }

  @Test func `inte cancels in its own theme only`() {
    let book = codebook([
      ("a", [.led: ["skol"], .inte: ["skolväg"]]), ("b", [.led: ["skolv"]]),
    ])
    #expect(found("skolvägen", book) == ["b 2: led skolv \"skolvägen\""])
    #expect(found("skolvägskorsning", book) == ["b 2: led skolv \"skolvägskorsning\""])
  }

  @Test func `A negation changes nothing`() {
    #expect(evidence("inte någon skola alls", [.ord: ["skola"]]) == "ord skola \"skola\"")
  }
}
