/// How a survey tool or a platform writes its exports; data, one file per tool.
public struct SourceProfile: Sendable, Equatable {
  /// The key, such as `limesurvey`.
  public var id: String
  /// The tool's name.
  public var label: String
  /// What kind of file it is.
  public var container: Container
  /// The signs by which the tool is recognised; one of them is enough.
  public var recognise: [RecognitionSign]
  /// The files of the tool that hold no submissions.
  public var notSubmissions: [NotSubmissions]
  /// The ways in which the tool writes the header of a table, the first that fits counts; without
  /// any, the number of header rows is told from the rows alone.
  public var headers: [HeaderStyle]
  /// For XML: the record element.
  public var record: String?
  /// For XML: child elements of a value that are not part of its text.
  public var valueExcept: [String]
  /// Columns of the record identifier, the first present is used; of paths (XML) the first.
  public var idColumns: [String]
  /// Columns of the time of submission, the first present is used; of paths (XML) the first.
  public var timeColumns: [String]
  /// The order of day and month in times that do not say it themselves.
  public var dateOrder: DateOrder
  /// Columns whose emptiness means that the answer was never finished.
  public var completionColumns: [String]
  /// Times that mean "not stored", such as LimeSurvey's `1980-01-01 00:00:00`.
  public var timeSentinels: [String]
  /// Columns or paths with personal data, dropped at the door.
  public var personal: [String]
  /// Columns or paths that are the tool's own and say nothing of the answer.
  public var technical: [String]
  /// Values that ask for anonymity, by column or path.
  public var anonymity: [String: [String]]

  /// What joins several choices in one cell, blanks included.
  public var choiceSeparator: String?
  /// What stands between a question with several choices and each of them, where the tool writes
  /// one column for the joined answer and one for each choice.
  ///
  /// The columns of the choices repeat the joined one, so they count as technical.
  public var optionSeparator: String?
  /// Whether the tool writes characters as words in braces, as LimeSurvey's VV files have them.
  public var braceEscapes: Bool
  /// Values that mean a test or an answer that was never finished, by column or path.
  public var incompleteValues: [String: [String]]
  /// Columns or paths of the time by which the latest of several records with one identifier is
  /// told; the first present counts.
  public var latestBy: [String]
  /// For XML: elements that hold a key and a value.
  public var keyed: Keyed?
  /// For XML: attributes, and the value with which their element is left out.
  public var skippedWhere: [String: String]

  /// What kind of file a profile reads.
  public enum Container: String, Sendable, CaseIterable {
    /// A table: delimiter-separated values or a spreadsheet.
    case csv
    /// XML.
    case xml
    /// Manual notes.
    case notes
  }

  /// The order of day and month in a date such as `3/4/2026`.
  public enum DateOrder: String, Sendable, CaseIterable {
    /// Year, month, day; the only order that needs no agreement.
    case yearMonthDay = "ymd"
    /// Day, month, year.
    case dayMonthYear = "dmy"
    /// Month, day, year.
    case monthDayYear = "mdy"
  }

  /// Elements of which each holds a key and a value, as when a form's fields are rows.
  public struct Keyed: Sendable, Equatable {
    /// The element, as a path in the record.
    public var element: String
    /// The child with the key.
    public var key: String
    /// The child with the value.
    public var value: String
    /// Where the names of the keys stand, or `nil` when nowhere.
    public var lookup: Lookup?

    /// Where the name of a key stands.
    public struct Lookup: Sendable, Equatable {
      /// The element for one key, as a path from the root.
      public var element: String
      /// The child with the key.
      public var key: String
      /// The child with its name.
      public var name: String

      /// Makes a lookup.
      public init(element: String, key: String, name: String) {
        self.element = element
        self.key = key
        self.name = name
      }
    }

    /// Makes a description of keyed elements.
    public init(element: String, key: String, value: String, lookup: Lookup? = nil) {
      self.element = element
      self.key = key
      self.value = value
      self.lookup = lookup
    }
  }

  /// Makes a profile.
  public init(id: String, label: String, container: Container) {
    self.id = id
    self.label = label
    self.container = container
    recognise = []
    notSubmissions = []
    headers = []
    valueExcept = []
    idColumns = []
    timeColumns = []
    dateOrder = .yearMonthDay
    completionColumns = []
    timeSentinels = []
    personal = []
    technical = []
    anonymity = [:]
    incompleteValues = [:]
    braceEscapes = false
    latestBy = []
    skippedWhere = [:]
  }

  /// The columns of tables by which the tool is recognised, each once.
  public var signature: [String] {
    var names: [String] = []
    for mark in recognise.map(\.mark) {
      for name in mark.columns + mark.first where !names.contains(name) { names.append(name) }
    }
    return names
  }

  /// For XML: the paths with personal data, and the same with 1 to 9 after the name, which is how
  /// platforms name the fields of rows that repeat.
  public var personalPaths: [String] {
    personal.flatMap { path -> [String] in
      guard path.last?.isLetter == true else { return [path] }
      return [path] + (1...9).map { path + String($0) }
    }
  }
}
