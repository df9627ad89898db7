import Foundation

/// The names of a table's columns, and how others name them.
///
/// Case, outer blanks and kinds of blanks make no difference, and neither do the tags and entities
/// of HTML.
struct ColumnNames {
  /// The names, in the order of the columns.
  let all: [String]
  /// The names as they are compared.
  private let folded: [String]
  /// The parts of each name, as they are compared.
  private let parts: [[String]]

  init(_ names: [String]) {
    all = names
    let folded = names.map { $0.isEmpty ? "" : HeaderMap.fold($0) }
    self.folded = folded
    parts = names.indices.map { index in
      // The separator has a sign that few names have, and most tables have none at all.
      guard names[index].utf8.contains(0xE2) else { return [folded[index]] }
      return names[index].components(separatedBy: HeaderRows.separator).map(HeaderMap.fold)
    }
  }

  /// The column that dialogue.yaml names: by its whole name, or by the part before ` › ` when only
  /// one column begins so.
  ///
  /// `kolumn 3` is the third column, for a column without a name and for the second of two with
  /// the same, unless a column is called so.
  func place(of name: String) -> Int? {
    if let exact = all.firstIndex(of: name) { return exact }
    let wanted = HeaderMap.fold(name)
    return folded.firstIndex(of: wanted) ?? only { parts[$0].first == wanted } ?? position(wanted)
  }

  private func position(_ wanted: String) -> Int? {
    let words = wanted.split(separator: " ")
    guard words.count == 2, words[0] == "kolumn", let number = Int(words[1]),
      all.indices.contains(number - 1)
    else { return nil }
    return number - 1
  }

  /// The column that a profile names: as dialogue.yaml does, or by the part after the last ` › `
  /// when only one column ends so.
  func place(ofTools name: String) -> Int? {
    let wanted = HeaderMap.fold(name)
    return place(of: name) ?? only { parts[$0].last == wanted }
  }

  /// The columns that dialogue.yaml leaves out by a name: all that have it, or else all that begin
  /// with it.
  func places(of name: String) -> [Int] {
    let wanted = HeaderMap.fold(name)
    let whole = all.indices.filter { folded[$0] == wanted }
    return whole.isEmpty ? all.indices.filter { parts[$0].first == wanted } : whole
  }

  /// How many columns have a name.
  func count(of name: String) -> Int {
    let wanted = HeaderMap.fold(name)
    return folded.count { $0 == wanted }
  }

  /// Whether a column has a name, or a part of it, that one of the patterns takes.
  func has(_ column: Int, of patterns: NamePatterns) -> Bool {
    guard !folded[column].isEmpty else { return false }
    return patterns.take(folded[column]) || parts[column].contains(where: patterns.take)
  }

  /// The columns that are named as another column, then a separator, and something after it.
  func options(_ separator: String) -> Set<Int> {
    let names = Set(folded)
    let mark = separator.lowercased()
    return Set(
      folded.indices.filter { column in
        var rest = folded[column][...]
        // The separator may stand in the name of the question too.
        while let place = rest.range(of: mark, options: .backwards) {
          rest = rest[..<place.lowerBound]
          if !rest.isEmpty, names.contains(String(rest)) { return true }
        }
        return false
      })
  }

  /// The columns that others are named after, with a separator and something after it.
  func parents(_ separator: String) -> Set<Int> {
    let mark = separator.lowercased()
    let options = self.options(separator)
    return Set(
      folded.indices.filter { column in
        !folded[column].isEmpty
          && options.contains { folded[$0].hasPrefix(folded[column] + mark) }
      })
  }

  private func only(_ fits: (Int) -> Bool) -> Int? {
    var found: Int?
    for index in all.indices where fits(index) {
      if found != nil { return nil }
      found = index
    }
    return found
  }
}
