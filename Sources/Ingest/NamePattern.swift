/// A name of a column in a profile, in which `*` stands for any characters.
struct NamePattern {
  private let pieces: [[UInt8]]

  init(_ name: String) {
    pieces = HeaderMap.fold(name).split(separator: "*", omittingEmptySubsequences: false)
      .map { Array($0.utf8) }
  }

  /// Whether the pattern takes a name that is folded already.
  func takes(_ folded: String) -> Bool {
    var name = Array(folded.utf8)[...]
    guard let first = pieces.first, let last = pieces.last, name.starts(with: first) else {
      return false
    }
    guard pieces.count > 1 else { return name.count == first.count }
    name = name.dropFirst(first.count)
    guard name.count >= last.count, name.suffix(last.count).elementsEqual(last) else {
      return false
    }
    name = name.dropLast(last.count)
    for piece in pieces.dropFirst().dropLast() where !piece.isEmpty {
      guard let place = Self.place(of: piece, in: name) else { return false }
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
