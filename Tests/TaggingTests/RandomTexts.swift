import DialogueModel
import TestSupport

/// Random texts that look like Swedish and are made of a codebook's own parts.
struct RandomTexts {
  private var generator: SeededGenerator
  private let words: [String]
  private let endings: [String]

  static let fillers = [
    "och", "eller", "samt", "för", "på", "till", "i", "är", "en", "Vi", "behöver", "bättre", "när",
    "mer", "hus", "ÅR", "öar", "égal", "naïve", "8", "24", "E45", "5-åring", "Ж", "школа", "日本",
    "ﬁn", "İ", "Straße", "٣", "٣a", "a٣", "e\u{301}x", "x\u{20DD}", "[telefonnummer borttaget]",
    "[e-post borttagen]", "[namn", "borttaget]", "[", "]", "😀", "👩‍👧", "❤\u{FE0F}",
  ]
  static let separators = [
    " ", " ", " ", " ", " ", " ", " ", " ", " ", "  ", "\n", "-", "- ", " - ", "-\n", "-\r\n",
    "- \n ", "-\n\n", ", ", ". ", "! ", ":", ": ", "'", "’", "\u{2010}", "\u{2011}", "\u{2011}\n",
    " – ", "…", "/", "\t", "", "\"", "×", "×", "÷", "·",
  ]

  init(_ codebook: Codebook, seed: UInt64) {
    generator = SeededGenerator(seed)
    words = codebook.themes.flatMap { theme in
      TermKind.allCases.flatMap { theme.terms[$0] ?? [] }
    }
    endings = codebook.matching.inflections + ["s", "plats", "xyz"]
  }

  mutating func next() -> String {
    var text = ""
    for _ in 0..<Int.random(in: 0...14, using: &generator) {
      text += word() + separator()
    }
    return text
  }

  private mutating func pick(_ choices: [String]) -> String {
    choices.randomElement(using: &generator) ?? ""
  }

  private mutating func separator() -> String {
    Int.random(in: 0..<3, using: &generator) == 0 ? pick(Self.separators) : " "
  }

  private mutating func word() -> String {
    var word: String
    switch Int.random(in: 0..<12, using: &generator) {
    case 0...3: word = pick(words)
    case 4, 5: word = pick(words) + pick(endings)
    case 6: word = pick(words) + pick(words)
    case 7: word = split(pick(words))
    case 8: word = pick(words) + ":" + pick(endings)
    case 9: word = String(pick(words).dropLast()) + pick(endings)
    default: word = pick(Self.fillers)
    }
    switch Int.random(in: 0..<8, using: &generator) {
    case 0: word = word.uppercased()
    case 1: word = word.prefix(1).uppercased() + word.dropFirst()
    default: break
    }
    return word
  }

  private mutating func split(_ word: String) -> String {
    let place = Int.random(in: 0...word.count, using: &generator)
    return word.prefix(place) + pick([" ", " ", "-", "-\n"]) + word.dropFirst(place)
      + pick(endings)
  }
}
