import Refine
import Testing

/// Which answers count as none.
@Suite struct EmptyAnswerWordsTests {
  private func classify(_ text: String, _ words: EmptyAnswerWords = .standard) -> EmptyAnswer? {
    var text = text
    return text.withUTF8 { words.classify($0) }
  }

  @Test(arguments: [
    "-", "–", "—", "−", ".", "...", "…", "?", "???", "!", "/", "\"\"", "( )", "*", "- -", "_", "§",
  ])
  func `Punctuation only is no answer`(_ text: String) {
    #expect(classify(text) == .punctuationOnly)
    #expect(Refined(" \(text) ").outcome == .empty(.punctuationOnly))
  }

  @Test(arguments: ["", " ", "\n \t", "\u{A0}", "\u{200B}"])
  func `White space only is blank`(_ text: String) {
    #expect(classify(text) == .blank)
    #expect(Refined(text).outcome == .empty(.blank))
  }

  @Test(arguments: [
    "x", "X", "nej", "Nej", "NEJ!", "nej tack.", "Nä", "NÄ", "inget", "Inget särskilt",
    "INGET SÄRSKILT", "ingenting", "vet ej", "Vet ej!", "– vet ej", "vet inte...", "ingen åsikt",
    "Ingen kommentar", "inga kommentarer", "n/a", "N/A", "na", "None", "no", "Not Provided",
    "not provided", "nothing", "i.u.", "I.U", "uppgift saknas", "(vet ej)", "\"Vet ej\"",
    "vet\nej", "vet  ej", "va\u{308}t ej".replacing("va\u{308}t", with: "vet"),
    "Inget sa\u{308}rskilt",
  ])
  func `A word of the list is no answer`(_ text: String) {
    #expect(Refined(text).outcome == .empty(.word))
  }

  @Test(arguments: [
    "Ja", "Bra", "Tomt", "Pass", "Allt", "0", "1", "+1", "Nej till vindkraft", "Inget bygge här",
    "Ingen bro!",
    "Vet ej vem som bestämmer", "👍", "🙂", "x-vägen", "nejlikor", "Råda", "Ö", "å", "ъ", "한",
    "Not provided by the municipality", "…men varför?", "-5", "€",
  ])
  func `Anything else is a text`(_ text: String) {
    #expect(classify(text) == nil)
    #expect(Refined(text).outcome == .text)
  }

  @Test func `An empty answer is kept as it was given`() {
    #expect(Refined("  Vet   ej! ").text == "Vet ej!")
    #expect(Refined("–").text == "–")
  }

  @Test func `A dialogue can have its own words`() {
    let words = EmptyAnswerWords(["Åsikt saknas!", "ÖVRIGT", " . "])
    #expect(classify("åsikt SAKNAS", words) == .word)
    #expect(classify("Övrigt.", words) == .word)
    #expect(classify("nej", words) == nil)
    #expect(classify("-", words) == .punctuationOnly)
    #expect(classify("nej", EmptyAnswerWords([])) == nil)
    #expect(classify("", EmptyAnswerWords([])) == .blank)
    let more = EmptyAnswerWords(EmptyAnswerWords.standardWords + ["Åsikt saknas"])
    #expect(classify("nej", more) == .word)
    #expect(classify("åsikt saknas", more) == .word)
  }

  @Test func `Every standard word is known in its own and in large letters`() {
    for word in EmptyAnswerWords.standardWords {
      #expect(classify(word) == .word, "\(word)")
      #expect(classify(word.uppercased()) == .word, "\(word)")
      #expect(classify("\(word) bro") == nil, "\(word)")
    }
    #expect(
      Set(EmptyAnswerWords.standardWords).count == EmptyAnswerWords.standardWords.count)
  }
}
