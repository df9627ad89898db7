/// Gives tables and charts their printed numbers: *Tabell 3*, *Tabell 3b*, *Tabell 3c*.
struct TableNumbers {
  private var used: [String: Int] = [:]

  mutating func table(_ number: Int) -> String { next("Tabell \(number)") }

  mutating func chart(_ number: Int) -> String { next("Figur \(number)") }

  private mutating func next(_ name: String) -> String {
    let index = used[name, default: 0]
    used[name] = index + 1
    return name + Self.letter(index)
  }

  /// The letter after the first: none, b, c …, then with numbers.
  static func letter(_ index: Int) -> String {
    guard index > 0 else { return "" }
    let letters = Array("bcdefghijklmnopqrstuvwxyz")
    return index <= letters.count ? String(letters[index - 1]) : "-\(index + 1)"
  }
}
