/// Finds small counts in words that others wrote, such as *3 personer*.
struct SmallCountWords {
  private static let nouns: [String: String] = [
    "person": "personer", "inlämning": "inlämningar", "synpunkt": "synpunkter",
    "post": "poster", "svar": "svar", "deltagare": "deltagare", "elev": "elever",
    "barn": "barn", "familj": "familjer", "boende": "boende", "invånare": "invånare",
    "förälder": "föräldrar",
  ]
  private static let numerals = ["två": 2, "tre": 3, "fyra": 4]
  private static let plurals = Set(nouns.values)

  let limit: Int

  /// The words with *färre än fem* instead of every small count.
  func masked(_ words: String) -> String {
    var pieces = pieces(words)
    for (number, noun) in matches(pieces) {
      let isFirst = pieces[..<number].allSatisfy { $0.allSatisfy(\.isWhitespace) }
      let words = "färre än \(Swedish.word(limit))"
      pieces[number] = isFirst ? Swedish.capitalised(words) : words
      let (core, tail) = split(pieces[noun])
      pieces[noun] = (Self.nouns[core.lowercased()] ?? core) + tail
    }
    return pieces.joined()
  }

  /// Whether the words hold a small count.
  func isFound(in words: String) -> Bool { !matches(pieces(words)).isEmpty }

  private func matches(_ pieces: [String]) -> [(number: Int, noun: Int)] {
    pieces.indices.dropLast(2).compactMap { place in
      let word = pieces[place].lowercased()
      guard let number = Int(word) ?? Self.numerals[word], number > 0, number < limit else {
        return nil
      }
      let core = split(pieces[place + 2]).core.lowercased()
      guard Self.nouns[core] != nil || Self.plurals.contains(core) else { return nil }
      return (place, place + 2)
    }
  }

  /// The words and the blanks between them, in turn.
  private func pieces(_ words: String) -> [String] {
    var pieces: [String] = []
    for character in words {
      if let last = pieces.last, last.last?.isWhitespace == character.isWhitespace {
        pieces[pieces.count - 1].append(character)
      } else {
        pieces.append(String(character))
      }
    }
    return pieces
  }

  /// A word without the punctuation after it.
  private func split(_ word: String) -> (core: String, tail: String) {
    var core = word
    var tail = ""
    while let last = core.last, !last.isLetter, !last.isNumber {
      tail = String(core.removeLast()) + tail
    }
    return (core, tail)
  }
}

extension AnnexDocument {
  /// Where words that officials wrote hold what looks like a small count of persons or
  /// submissions.
  ///
  /// They are theirs, so they are not changed: a person has to look.
  public var smallCountsInWords: [String] {
    let words = SmallCountWords(limit: smallestCount)
    var places: [String] = []
    forEachBlock { section, block in
      // What the municipality did itself has small numbers by nature.
      if case .table(let table) = block, ["case", "planning"].contains(table.id) { return }
      var texts: [String] = []
      let map = DocumentMap(inline: {
        if case .text(let text) = $0 { texts.append(text) }
        return $0
      })
      _ = map.apply(block)
      if case .proposals(let rows) = block { texts += rows.compactMap(\.about) }
      guard texts.contains(where: words.isFound) else { return }
      if case .table(let table) = block {
        places.append(table.number)
      } else {
        places.append("avsnitt \(section.number ?? section.title)")
      }
    }
    var seen: Set<String> = []
    return places.filter { seen.insert($0).inserted }
  }
}
