// Brings the many ways of writing a cell to one.
enum CellText {
  // Lower case, one kind of blank and of dash, no blanks around.
  static func plain(_ text: String) -> String { tidied(text).lowercased() }

  // One kind of blank and of dash, no blanks around; the case is kept.
  static func tidied(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    var isBlankBefore = true
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x09, 0x0A, 0x0D, 0x20, 0xA0, 0x2000...0x200A, 0x202F, 0x205F:
        if !isBlankBefore { scalars.append(" ") }
        isBlankBefore = true
      case 0xAD, 0x200B, 0xFEFF:
        continue
      case 0x2010...0x2015, 0x2212:
        scalars.append("-")
        isBlankBefore = false
      default:
        scalars.append(scalar)
        isBlankBefore = false
      }
    }
    if scalars.last == " " { scalars.removeLast() }
    return String(scalars)
  }

  // Whether a cell stands for all of what its column divides. SCB writes `totalt ålder`, `totalt`
  // and, from 2025, `totalt, samtliga åldrar`; the codes begin with `tot` too.
  static func isTotal(_ plain: String) -> Bool {
    let words = ["totalt", "total", "samtliga", "alla", "all", "summa", "båda könen", "both sexes"]
    if ["tot", "totsa", "tot1", "tot5", "tot10", "båda", "both", "1+2"].contains(plain) {
      return true
    }
    return words.contains {
      plain == $0 || plain.hasPrefix($0 + " ") || plain.hasPrefix($0 + ",")
    }
  }

  static func number(_ digits: some StringProtocol, most: Int = 11) -> Int? {
    guard !digits.isEmpty, digits.utf8.count <= most,
      digits.utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    return Int(digits)
  }

  // A name for a finding, in quotation marks, where it is plainly one. A cell that could be a
  // sentence, or hold a number as long as a telephone's, is not repeated.
  static func shown(_ name: String) -> String? {
    let name = tidied(name)
    guard !name.isEmpty, name.count <= 60 else { return nil }
    var digits = 0
    for character in name {
      digits = character.isNumber ? digits + 1 : 0
      guard digits < 5, character.isLetter || character.isNumber || " -_+,.()/".contains(character)
      else { return nil }
    }
    return "\"\(name)\""
  }
}
