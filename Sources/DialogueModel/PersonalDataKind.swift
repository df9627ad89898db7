/// A kind of personal data that can be found in running text (*personuppgift*).
public enum PersonalDataKind: String, Sendable, CaseIterable, Codable {
  /// A Swedish personal identity number with a right check digit (*personnummer*).
  case personalNumber = "personnummer"
  /// A coordination number with a right check digit (*samordningsnummer*).
  case coordinationNumber = "samordningsnummer"
  /// What is written as a personal identity number and fails the check: probably mistyped.
  case invalidPersonalNumber = "personnummer_ogiltigt"
  /// An e-mail address.
  case email = "epost"
  /// A telephone number.
  case phone = "telefon"

  /// The Swedish words that stand in the text instead of what was masked.
  public var replacement: String {
    switch self {
    case .personalNumber, .coordinationNumber, .invalidPersonalNumber:
      "[personnummer borttaget]"
    case .email: "[e-postadress borttagen]"
    case .phone: "[telefonnummer borttaget]"
    }
  }
}
