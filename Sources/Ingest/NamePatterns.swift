/// Names of columns in a profile, in which `*` stands for any characters.
struct NamePatterns {
  private var names: Set<String> = []
  private var patterns: [[[UInt8]]] = []

  init(_ written: [String]) {
    for name in written.map(HeaderMap.fold) {
      if name.contains("*") {
        patterns.append(
          name.split(separator: "*", omittingEmptySubsequences: false).map { Array($0.utf8) })
      } else {
        names.insert(name)
      }
    }
  }

  /// Whether one of them takes a name that is folded already.
  func take(_ folded: String) -> Bool {
    names.contains(folded) || patterns.contains { Self.takes($0, folded) }
  }

  // Before, between and after the pieces anything may stand, but not before the first or after
  // the last.
  private static func takes(_ pieces: [[UInt8]], _ folded: String) -> Bool {
    guard let first = pieces.first, let last = pieces.last, folded.utf8.starts(with: first) else {
      return false
    }
    var name = Array(folded.utf8.dropFirst(first.count))[...]
    guard name.count >= last.count, name.suffix(last.count).elementsEqual(last) else {
      return false
    }
    name = name.dropLast(last.count)
    for piece in pieces.dropFirst().dropLast() where !piece.isEmpty {
      guard let place = place(of: piece, in: name) else { return false }
      name = name[(place + piece.count)...]
    }
    return true
  }

  private static func place(of piece: [UInt8], in name: ArraySlice<UInt8>) -> Int? {
    guard name.count >= piece.count else { return nil }
    return (name.startIndex...(name.endIndex - piece.count)).first {
      name[$0...].starts(with: piece)
    }
  }
}
