import Foundation

/// What the names of columns and elements say, in Swedish and English.
///
/// Only names are looked at, never values. A question that merely mentions e-mail is not a column
/// of e-mail addresses, so every word of a name has to fit.
enum ColumnWords {
  /// The parts of a name that can speak for themselves: the question, an option in brackets, and
  /// each header row of several.
  static func parts(_ name: String) -> [String] {
    name.components(separatedBy: " › ").flatMap { part -> [String] in
      guard let open = part.lastIndex(of: "["), part.hasSuffix("]") else { return [part] }
      let inside = part[part.index(after: open)...].dropLast()
      return [String(part[..<open]), String(inside)]
    }
  }

  /// The words of a part in lower case: `RecipientEmail` and `recipient_email` have two.
  static func words(_ part: String) -> [String] {
    var text = part
    for (written, word) in [("e-post", "epost"), ("e-mail", "email"), ("ip-ad", "ipad")] {
      text = text.replacingOccurrences(of: written, with: word, options: .caseInsensitive)
    }
    var words: [String] = []
    var word = ""
    let characters = Array(text)
    for (index, character) in characters.enumerated() {
      guard character.isLetter || character.isNumber else {
        if !word.isEmpty { words.append(word) }
        word = ""
        continue
      }
      let next = index + 1 < characters.count ? characters[index + 1] : " "
      let previous = index > 0 ? characters[index - 1] : " "
      let beginsWord =
        character.isUppercase
        && (previous.isLowercase || (previous.isUppercase && next.isLowercase))
      if beginsWord, !word.isEmpty {
        words.append(word)
        word = ""
      }
      word += character.lowercased()
    }
    if !word.isEmpty { words.append(word) }
    return words
  }

  /// Why a name stands for personal data, or `nil` when it does not.
  static func personal(_ name: String) -> String? {
    for part in parts(name) {
      let words = words(part)
      guard words.count <= 10 else { continue }
      let telling = words.filter { !fillers.contains($0) && Int($0) == nil }
      if !telling.isEmpty, telling.allSatisfy(personalWords.contains) {
        return "the name says personal data"
      }
      if words.last == "id", words.count == 2, personWords.contains(words[0]) {
        return "the name says that it identifies a person"
      }
      if words == ["vad", "heter", "du"] { return "the name asks for a name" }
    }
    return nil
  }

  /// Whether a name stands for the record's own identifier.
  static func isIdentifier(_ name: String) -> Bool {
    parts(name).contains { part in
      let words = words(part)
      guard words.count <= 3, let last = words.last else { return false }
      return identifierWords.contains(words.joined()) || (last == "id" && words.count >= 1)
    }
  }

  /// How well a name fits the time of submission; the lowest fits best, and `nil` not at all.
  static func timeRank(_ name: String) -> Int? {
    var best: Int?
    for part in parts(name) {
      let words = words(part)
      guard words.count <= 4 else { continue }
      // The time at which somebody began to answer is the last to choose.
      let isStart = words.contains(where: startWords.contains)
      let rank =
        isStart
        ? timeWords.count
        : timeWords.firstIndex { group in words.contains(where: group.contains) }
      if let rank { best = min(best ?? rank, rank) }
    }
    return best
  }

  /// Whether a name stands for the language of the answer.
  static func isLanguage(_ name: String) -> Bool {
    parts(name).contains { languageNames.contains(words($0).joined()) }
  }

  /// The target-group dimension that a name asks for: age, sex or place.
  static func dimension(_ name: String) -> String? {
    for part in parts(name) {
      let words = words(part)
      guard words.count <= 10 else { continue }
      let text = words.joined(separator: " ")
      for (dimension, single, phrases) in dimensions
      where words.contains(where: single.contains) || phrases.contains(where: text.contains) {
        return dimension
      }
    }
    return nil
  }

  /// Whether a name asks for an answer in words.
  static func asksForText(_ name: String) -> Bool {
    parts(name).contains { words($0).contains(where: textWords.contains) }
  }

  /// Whether a name is that of a title, which often repeats the text.
  static func isTitle(_ name: String) -> Bool {
    parts(name).contains { titleWords.contains(words($0).joined()) }
  }

  private static let personalWords: Set<String> = [
    "epost", "epostadress", "epostadresser", "mejl", "mejladress", "mailadress", "email", "mail",
    "emailadress", "emailaddress", "mailaddress", "namn", "förnamn", "efternamn", "fornamn",
    "name", "names", "firstname", "lastname", "surname", "forename", "fullname", "username",
    "användarnamn", "vorname", "nachname", "telefon", "telefonnummer", "telefonnr", "tel",
    "mobil", "mobilnummer", "mobilnr", "mobiltelefon", "mobilephone", "mobile", "phone",
    "phonenumber", "telephone", "cellphone", "fax", "ip", "ipaddr", "ipaddress", "ipadress",
    "ipnummer", "adress", "gatuadress", "postadress", "hemadress", "bostadsadress", "address",
    "adresse", "postaladdress", "postnummer", "postnr", "zip", "zipcode", "postcode",
    "personnummer", "personnr", "pnr", "ssn", "socialsecuritynumber", "citizenidentifier",
    "samordningsnummer", "födelsedatum", "birthdate", "dob", "latitude", "longitude",
    "signature", "underskrift", "namnteckning", "kontaktuppgift", "kontaktuppgifter",
    "organisationsnummer", "organizationnumber",
  ]

  // Words that may stand beside: they change nothing of what is asked for.
  private static let fillers: Set<String> = [
    "din", "ditt", "dina", "er", "ert", "mitt", "min", "vad", "är", "ange", "skriv", "gärna", "ev",
    "eventuellt", "eventuell", "frivilligt", "frivillig", "valfritt", "och", "eller", "and", "or",
    "your", "my", "what", "is", "the", "full", "first", "last", "middle", "user", "author",
    "sender", "poster", "owner", "recipient", "respondent", "participant", "contact", "kontakt",
    "customer", "requester", "submitter", "av", "på", "för", "till", "of", "to", "barnet",
    "barnets", "barn", "elev", "elevens", "vårdnadshavare", "förälder", "kontaktperson", "nr",
    "nummer", "number", "mailing", "billing", "us", "home", "hem", "work", "street", "city",
    "state", "line", "security", "social", "postal", "zip", "code",
    "location", "geo", "gps",
  ]

  private static let personWords: Set<String> = [
    "user", "author", "voter", "användar", "användare", "person", "account", "konto",
  ]

  private static let identifierWords: Set<String> = [
    "id", "nr", "nummer", "uuid", "svarsid", "svarid", "svarsnummer", "löpnummer", "lopnummer",
    "responseid",
    "respondentid", "submissionid", "instanceid", "kommentarid", "löpnr",
  ]

  private static let timeWords: [Set<String>] = [
    [
      "submitted", "submitdate", "submissiondate", "submission", "inskickad", "inskickat",
      "inlämnad", "inkom", "inkommen", "completion", "completed", "slutförandetid", "avslutad",
      "recorded", "enddate",
    ],
    ["timestamp", "tidstämpel", "tidpunkt", "datestamp"],
    ["created", "skapad", "published", "publicerad", "registrerad"],
    ["end", "date", "datum", "data", "datetime", "time", "tid", "dag"],
  ]

  private static let startWords: Set<String> = ["start", "started", "starttid", "startdate"]

  private static let languageNames: Set<String> = [
    "startlanguage", "language", "userlanguage", "språk", "sprak", "svarsspråk", "locale",
    "languededépart", "startsprache", "sprache", "lang",
  ]

  private static let dimensions: [(String, Set<String>, [String])] = [
    (
      "age", ["ålder", "åldersgrupp", "åldersspann", "åldersintervall", "age", "födelseår"],
      ["hur gammal", "how old", "birth year", "year of birth"]
    ),
    ("sex", ["kön", "könsidentitet", "könstillhörighet", "gender", "sex"], ["juridiskt kön"]),
    (
      "place", ["bostadsort", "kommundel", "stadsdel", "bostadsområde", "ort"],
      ["var bor", "where do you live", "del av kommunen", "place of residence"]
    ),
  ]

  private static let textWords: Set<String> = [
    "synpunkt", "synpunkter", "kommentar", "kommentarer", "comment", "comments", "förslag",
    "beskriv", "beskriva", "beskrivning", "description", "text", "body", "fritext", "motivera",
    "motivering", "meddelande", "message", "tankar", "idé", "idéer", "tycker", "summary",
    "övrigt", "annat", "other", "sonstiges", "berätta", "utveckla", "feedback",
  ]

  private static let titleWords: Set<String> = ["title", "rubrik", "titel", "ämne", "subject"]
}
