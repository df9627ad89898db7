import DialogueModel
import Tagging
import Testing

struct InterplayTests {
  @Test func `The longest term wins over all themes`() {
    let book = codebook([
      ("forskola", [.led: ["förskol"]]), ("skola", [.led: ["förskoleklass"]]),
      ("gata", [.led: ["parkering"]]), ("stod", [.led: ["parkeringstillstånd"]]),
    ])
    #expect(found("förskoleklassen", book) == ["skola 2: led förskoleklass \"förskoleklassen\""])
    #expect(found("förskolan", book) == ["forskola 2: led förskol \"förskolan\""])
    #expect(
      found("Parkeringstillstånd!", book)
        == ["stod 2: led parkeringstillstånd \"Parkeringstillstånd\""])
    #expect(found("parkeringar", book) == ["gata 2: led parkering \"parkeringar\""])
  }

  @Test func `A phrase wins over the words in it`() {
    let book = codebook([
      ("a", [.fras: ["skjuts till skolan"]]), ("b", [.ord: ["skola", "skjuts"]]),
    ])
    #expect(
      found("skjuts till skolan, skolan", book)
        == [
          "a 3: fras skjuts till skolan \"skjuts till skolan\"", "b 2: ord skola \"skolan\"",
        ])
  }

  @Test func `Length is counted in code points and not in bytes`() {
    // ååå is 3 code points and 6 bytes, aaaa 4 of each.
    let book = codebook([("a", [.fras: ["ååå b"]]), ("b", [.fras: ["b aaaa"]])])
    #expect(found("ååå b aaaa", book) == ["b 3: fras b aaaa \"b aaaa\""])
  }

  @Test func `Equally long terms of different themes are all kept`() {
    let book = codebook([("a", [.ord: ["buss"]]), ("b", [.led: ["buss"]])])
    #expect(found("buss", book) == ["a 2: ord buss \"buss\"", "b 2: led buss \"buss\""])
    let phrases = codebook([("a", [.fras: ["x y"]]), ("b", [.fras: ["y z"]])])
    #expect(found("x y z", phrases) == ["a 3: fras x y \"x y\"", "b 3: fras y z \"y z\""])
  }

  @Test func `Of equally long terms of one theme the leftmost wins`() {
    #expect(evidence("x y z", [.fras: ["y z", "x y"]]) == "fras x y \"x y\"")
    #expect(
      evidence("x y x y x", [.fras: ["x y", "y x"]]) == "fras x y \"x y\", fras x y \"x y\"")
  }

  @Test func `In the same place of one theme the heavier kind wins`() {
    #expect(evidence("buss", [.svag: ["buss"], .ord: ["buss"]]) == "ord buss \"buss\"")
    #expect(evidence("buss", [.led: ["buss"], .ord: ["buss"]]) == "led buss \"buss\"")
    let book = codebook([("a", [.led: ["buss"], .ord: ["buss"]])], weights: [.led: 1, .ord: 2])
    #expect(found("buss", book) == ["a 2: ord buss \"buss\""])
  }

  @Test func `A hit that lost takes no other hit with it`() {
    // "a b c" beats "c d", which would have beaten "d".
    let book = codebook([("x", [.fras: ["a b c", "c d"]]), ("y", [.ord: ["d"]])])
    #expect(found("a b c d", book) == ["x 3: fras a b c \"a b c\"", "y 2: ord d \"d\""])
  }

  @Test func `Cancelling comes before overlaps`() {
    let book = codebook([
      ("a", [.ord: ["kortbuss"], .inte: ["kortbuss"]]), ("b", [.led: ["kort"]]),
    ])
    #expect(found("kortbuss", book) == ["b 2: led kort \"kortbuss\""])
  }

  @Test func `inte of another theme does not count as a hit`() {
    let book = codebook([
      ("buss", [.led: ["buss"], .ord: ["busskort"], .inte: ["bussig"]]),
      ("kort", [.slut: ["kort"], .inte: ["busskort"]]),
    ])
    #expect(found("ett busskort", book) == ["buss 2: ord busskort \"busskort\""])
    #expect(found("bussigt", book) == [])
    #expect(found("skolkort", book) == ["kort 2: slut kort \"skolkort\""])
  }

  @Test func `A weak word without company does not beat another theme's word`() {
    let book = codebook([("a", [.svag: ["resande"]]), ("b", [.led: ["resa"]])])
    #expect(found("resande", book) == ["b 2: led resa \"resande\""])
  }

  @Test func `A weak word that lost its company is dropped`() {
    // "gata" is company for "bil" until the longer "gatan brann" takes its place.
    let book = codebook([
      ("a", [.svag: ["bil"], .ord: ["gata"]]), ("b", [.fras: ["gatan brann"]]),
    ])
    #expect(
      found("bil på gatan brann", book) == ["b 3: fras gatan brann \"gatan brann\""])
  }

  @Test func `A term that is weak and strong is no company for itself`() {
    let book = codebook(
      [("a", [.svag: ["skola"], .slut: ["skola"]])], weights: [.svag: 5, .slut: 2])
    #expect(found("skola byskola", book) == ["a 2: slut skola \"skola\", slut skola \"byskola\""])
  }

  @Test func `The score counts each distinct term once`() {
    let terms: [TermKind: [String]] = [.ord: ["skola", "rektor"], .svag: ["klass"]]
    #expect(
      found("skola skolan rektor klass klassen", codebook(terms)).first?.hasPrefix("a 5:") == true)
  }

  @Test func `The same term in two kinds counts once, with the higher weight`() {
    let book = codebook([("a", [.led: ["buss"], .fras: ["buss"]])])
    #expect(
      found("bussen och busskorten", book)
        == ["a 3: fras buss \"bussen\", led buss \"busskorten\""])
  }

  @Test func `A theme below the threshold is not suggested`() {
    let book = codebook([("a", [.ord: ["skola", "rektor"]])], threshold: 4)
    #expect(found("skola skolan", book) == [])
    #expect(found("skola rektor", book).count == 1)
  }

  @Test func `At most so many themes, by score and then in the codebook's order`() {
    let book = codebook(
      [
        ("a", [.ord: ["ek"]]), ("b", [.ord: ["al"]]), ("c", [.ord: ["bok", "lönn"]]),
        ("d", [.ord: ["alm"]]),
      ],
      maximumThemes: 3)
    #expect(
      found("alm bok al ek lönn", book)
        == ["c 4: ord bok \"bok\", ord lönn \"lönn\"", "a 2: ord ek \"ek\"", "b 2: ord al \"al\""])
  }

  @Test func `A result that is used again holds the last text only`() {
    let tagger = ThemeTagger(CodebookIndex(codebook([.ord: ["skola"]])))
    var result = TagResult()
    for text in ["skola skola", "skola", "", "inget"] {
      Array(text.utf8).withUnsafeBufferPointer { tagger.tag($0, into: &result) }
      #expect(result == tagger.tag(text))
    }
    #expect(result.isEmpty && result.hits.isEmpty)
  }
}
