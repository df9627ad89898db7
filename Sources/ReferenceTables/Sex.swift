// The two values that Swedish population statistics have.
enum Sex: Hashable, CaseIterable {
  case women
  case men

  // The group's key in the reference population.
  var key: String {
    switch self {
    case .women: "kvinna"
    case .men: "man"
    }
  }
}

// What the sex column of a row says.
enum SexCell: Hashable {
  case total
  case one(Sex)

  // Reads words and SCB's codes, where 1 is men and 2 is women.
  init?(_ text: String) {
    let plain = CellText.plain(text)
    if let sex = Self.sex(named: plain) {
      self = .one(sex)
    } else if plain == "1" {
      self = .one(.men)
    } else if plain == "2" {
      self = .one(.women)
    } else if CellText.isTotal(plain) {
      self = .total
    } else {
      return nil
    }
  }

  static func sex(named plain: String) -> Sex? {
    switch plain {
    case "män", "man", "men", "male", "males", "m": .men
    case "kvinnor", "kvinna", "women", "woman", "female", "females", "k": .women
    default: nil
    }
  }
}
