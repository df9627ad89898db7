/// Decides whether a name from a file may stand in a finding.
///
/// Keys and fixed values are the municipality's own words and are quoted so that they can be
/// found. Anything that could be something else, such as a sentence or a number that was pasted
/// in the wrong place, is not.
enum ShownName {
  /// The name in quotation marks, or `nil` when it is not shown.
  static func quoted(_ name: String) -> String? { isPlain(name) ? "\"\(name)\"" : nil }

  static func isPlain(_ name: String) -> Bool {
    guard !name.isEmpty, name.count <= 40 else { return false }
    var digits = 0
    for character in name {
      if character.isNumber { digits += 1 }
      guard character.isLetter || character.isNumber || "_-./".contains(character) else {
        return false
      }
    }
    // Five digits or more can be a telephone or a personal identity number.
    return digits < 5
  }
}
