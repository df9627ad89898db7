import DialogueModel

// What a column of a statistics table is, by its name.
enum ColumnRole: Equatable {
  case region
  case age
  case sex
  case period
  case contents
  // A figure: what it counts, and the day and the sex that its name says.
  case figure(FigureColumn)
  // A division that is not asked for, such as civil status or country of birth.
  case other
  case unnamed

  init(named name: String) {
    let plain = CellText.plain(name)
    func begins(_ words: String...) -> Bool {
      words.contains { plain == $0 || plain.hasPrefix($0 + " ") || plain.hasPrefix($0 + "_") }
    }
    if plain.isEmpty {
      self = .unnamed
    } else if begins("region", "regionkod", "kommun", "kommunkod", "kommunnamn", "municipality")
      || [
        "kod", "code", "k_id", "lkf", "name", "namn", "län", "deso", "regso", "tätort", "ort",
        "locality", "distrikt", "valdistrikt", "församling", "område",
      ].contains(plain)
    {
      self = .region
    } else if begins("ålder", "alder", "age", "åldersgrupp", "åldersklass", "åldrar") {
      self = .age
    } else if begins("kön", "kon", "sex", "gender") {
      self = .sex
    } else if [
      "år", "ar", "year", "tid", "time", "månad", "month", "date", "datum", "period",
      "vid tidpunkt",
    ].contains(plain) {
      self = .period
    } else if ["tabellinnehåll", "innehåll", "contents", "contentscode", "variabel", "mått"]
      .contains(plain)
    {
      self = .contents
    } else if let column = FigureColumn(plain) {
      self = .figure(column)
    } else {
      self = .other
    }
  }

  // Whether the name is one that a header has and a row of figures or a title has not.
  var isDivision: Bool {
    switch self {
    case .region, .age, .sex, .period, .contents: true
    default: false
    }
  }
}

// A column of figures.
struct FigureColumn: Equatable {
  // What is counted, in lower case, without year and sex; may be empty.
  var measure: String
  var date: CalendarDate?
  var sex: SexCell?

  // `folkmängd 2019`, `2019`, `x2019`, `ar_1950`, `folkmängd män 2019`, `antal`.
  init?(_ plain: String) {
    var words: [Substring] = []
    for word in plain.split(whereSeparator: { $0 == " " || $0 == "_" }) {
      let year = word.hasPrefix("x") ? word.dropFirst() : word
      if let found = StatisticsDay.read(String(year)) {
        // Two years are a span in a title, and not a column.
        guard date == nil else { return nil }
        date = found
      } else if let found = SexCell.sex(named: String(word)), sex == nil {
        sex = .one(found)
      } else {
        words.append(word)
      }
    }
    if date != nil { words.removeAll { ["år", "ar", "year", "x"].contains($0) } }
    if words.last == "totalt" || words.last == "total" {
      words.removeLast()
      sex = sex ?? .total
    }
    measure = words.joined(separator: " ")
    if date == nil && !Self.isCount(measure) { return nil }
  }

  // Words that say that people are counted.
  static func isCount(_ measure: String) -> Bool {
    isPopulation(measure)
      || [
        "antal", "antal personer", "antal invånare", "invånare", "personer", "count", "number",
        "persons", "number of persons", "inhabitants", "värde", "value", "observations",
      ].contains(measure)
  }

  // Words that say that it is the population; not its growth or its mean.
  static func isPopulation(_ measure: String) -> Bool {
    [
      "folkmängd", "folkmängden", "population", "befolkning", "folkmängd per månad",
      "population per month", "folkmängden per månad",
    ].contains(measure)
  }
}
