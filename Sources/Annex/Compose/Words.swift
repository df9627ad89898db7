import DialogueModel

/// The Swedish words for the vocabulary's values.
enum Words {
  static func outcome(_ outcome: RecordOutcome) -> String {
    switch outcome {
    case .accepted: "Ingår"
    case .duplicate: "Dubbletter"
    case .empty: "Tomma"
    case .incomplete: "Ofullständiga"
    case .outOfPeriod: "Utanför perioden"
    case .rejected: "Avvisade"
    }
  }

  static func kind(_ kind: DialogueKind) -> String {
    switch kind {
    case .citizenDialogue: "Medborgardialog"
    case .userDialogue: "Brukardialog"
    case .statutoryConsultation: "Lagstadgat samråd"
    case .citizenProposal: "Medborgarförslag"
    case .advisoryCouncil: "Råd"
    }
  }

  /// What a body decides when it decides on a dialogue of the kind.
  static func holding(_ kind: DialogueKind) -> String {
    switch kind {
    case .citizenDialogue: "hålla en medborgardialog"
    case .userDialogue: "hålla en brukardialog"
    case .statutoryConsultation: "hålla ett lagstadgat samråd"
    case .citizenProposal: "ta upp ett medborgarförslag"
    case .advisoryCouncil: "höra ett råd"
    }
  }

  static func personalData(_ kind: PersonalDataKind) -> String {
    switch kind {
    case .personalNumber: "Personnummer"
    case .coordinationNumber: "Samordningsnummer"
    case .invalidPersonalNumber: "Personnummer med fel kontrollsiffra"
    case .email: "E-postadress"
    case .phone: "Telefonnummer"
    }
  }

  /// Why records are rejected, in words that need no knowledge of file formats.
  static func rejection(_ code: FindingCode) -> String {
    switch code {
    case .csvFieldCount: "Posten har fel antal fält"
    case .csvUnterminatedQuote: "Ett citattecken saknas i slutet av filen"
    case .csvRecordTooLong: "Posten är större än gränsen"
    case .csvNulByte: "Posten innehåller tecken som inte är text"
    case .encodingInvalid: "Posten innehåller tecken som inte går att läsa"
    case .xmlNotWellFormed: "Filen är inte giltig XML"
    case .xmlValueTooLong: "Ett värde är längre än gränsen"
    case .xmlTooDeep: "Posten är djupare nästlad än gränsen"
    case .mapTimeUnreadable: "Tiden går inte att läsa"
    case .notesItem: "En punkt i anteckningen går inte att läsa"
    default: code.rawValue
    }
  }

  static func place(_ place: Place) -> String {
    var words = place.file
    if let line = place.line { words += " rad\u{A0}\(line)" }
    if let record = place.record { words += ", post\u{A0}\(record)" }
    return words
  }

  static func reason(_ reason: RepresentationReason) -> String {
    switch reason {
    case .noReference: "ingen jämförelse"
    case .byDesign: "prövas inte, eftersom deltagarna bjöds in efter grupp"
    case .noKnown: "ingen uppgav svaret"
    case .dataConflict: "talen stämmer inte med referensen"
    case .mostlyUnknown: "fler än hälften uppgav inte svaret"
    case .tooFew: "för få svar"
    case .differenceExtentUnclear: "större skillnad än lottning ger, men den kan vara liten"
    case .referenceUncertain: "osäker referens"
    }
  }

  static func terms(_ kind: TermKind) -> String {
    switch kind {
    case .fras: "Fras"
    case .led: "Början av ord"
    case .slut: "Slut på ord"
    case .ord: "Ord"
    case .svag: "Svagt ord"
    case .inte: "Räknas inte"
    }
  }

  static func audience(_ audience: FeedbackEvent.Audience) -> String {
    switch audience {
    case .participants: "deltagare"
    case .everyone: "allmänheten"
    case .both: "deltagare och allmänheten"
    }
  }

  static func role(_ role: ResponsibleRole) -> String {
    role.body.map { "\(role.role) (\($0))" } ?? role.role
  }
}
