import DialogueModel

/// The rule by which a span of text was taken for personal data.
///
/// The raw value is the rule's printed name. It is stable: records of masking keep it.
public enum MaskingRule: String, Sendable, CaseIterable, Codable {
  /// Twelve digits of a personal identity number, with or without a separator; check digit right.
  case personalNumber12 = "pii.personnummer-12"
  /// Ten digits of a personal identity number with a separator; check digit right.
  case personalNumber10 = "pii.personnummer-10"
  /// Ten digits of a personal identity number without a separator; check digit right.
  case personalNumberBare = "pii.personnummer-10-bare"
  /// An interim personal identity number: a letter in the first place of the birth number.
  case personalNumberInterim = "pii.personnummer-interim"
  /// A VAT number of a sole trader: SE, a personal identity number, 01.
  case personalNumberVAT = "pii.personnummer-vat"
  /// Twelve digits of a coordination number (day + 60); check digit right.
  case coordinationNumber12 = "pii.samordningsnummer-12"
  /// Ten digits of a coordination number with a separator; check digit right.
  case coordinationNumber10 = "pii.samordningsnummer-10"
  /// Ten digits of a coordination number without a separator; check digit right.
  case coordinationNumberBare = "pii.samordningsnummer-10-bare"
  /// Twelve digits that begin with a date of birth; check digit wrong or birth number 000.
  case invalidNumber12 = "pii.personnummer-12-check"
  /// Ten digits with a separator that begin with a date of birth; check digit wrong or birth
  /// number 000.
  case invalidNumber10 = "pii.personnummer-10-check"
  /// An e-mail address.
  case email = "pii.email"
  /// An e-mail address with "(at)" or the like instead of @.
  case emailSpelled = "pii.email-spelled"
  /// The beginning of an e-mail address whose domain has no top level: anna.exempel@kommun.
  case emailIncomplete = "pii.email-incomplete"
  /// A Swedish mobile number, 070, 072, 073, 076 or 079.
  case phoneMobile = "pii.phone-mobile"
  /// A Swedish number with an area code or of another national series.
  case phoneArea = "pii.phone-area"
  /// A Swedish number with +46, 0046 or 46.
  case phoneCountryCode = "pii.phone-46"
  /// A number of another country, with + or 00.
  case phoneForeign = "pii.phone-foreign"

  /// The kind of personal data that the rule finds.
  public var kind: PersonalDataKind {
    switch self {
    case .personalNumber12, .personalNumber10, .personalNumberBare, .personalNumberInterim,
      .personalNumberVAT:
      .personalNumber
    case .coordinationNumber12, .coordinationNumber10, .coordinationNumberBare:
      .coordinationNumber
    case .invalidNumber12, .invalidNumber10: .invalidPersonalNumber
    case .email, .emailSpelled, .emailIncomplete: .email
    case .phoneMobile, .phoneArea, .phoneCountryCode, .phoneForeign: .phone
    }
  }
}
