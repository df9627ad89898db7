/// How a survey tool or a platform writes its exports; data, one file per tool.
public struct SourceProfile: Sendable, Equatable {
  /// The key, such as `limesurvey`.
  public var id: String
  /// The tool's name.
  public var label: String
  /// What kind of file it is.
  public var container: Container
  /// The number of header rows.
  public var headerRows: Int
  /// Column names or paths by which the tool is recognised; one of them is enough for `run`.
  public var signature: [String]
  /// Namespaces that recognise the tool (XML).
  public var namespaces: [String]
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
  /// What joins several choices in one cell.
  public var choiceSeparator: String?
  /// Values that mean a test or an unfinished answer, by column or path.
  public var incompleteValues: [String: [String]]
  /// Columns or paths of the time by which the latest of several records with the same
  /// identifier counts; none when every record counts.
  public var latestBy: [String]
  /// Times that mean "not stored", such as LimeSurvey's `1980-01-01 00:00:00`.
  public var timeSentinels: [String]
  /// Columns or paths with personal data, dropped at the door.
  public var personal: [String]
  /// Columns or paths that are the tool's own and say nothing of the answer.
  public var technical: [String]
  /// Values that ask for anonymity, by column or path.
  public var anonymity: [String: [String]]

  /// What kind of file a profile reads.
  public enum Container: String, Sendable, CaseIterable {
    /// Delimiter-separated values.
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

  /// Makes a profile.
  public init(id: String, label: String, container: Container) {
    self.id = id
    self.label = label
    self.container = container
    headerRows = 1
    signature = []
    namespaces = []
    valueExcept = []
    idColumns = []
    timeColumns = []
    dateOrder = .yearMonthDay
    completionColumns = []
    timeSentinels = []
    incompleteValues = [:]
    latestBy = []
    personal = []
    technical = []
    anonymity = [:]
  }
}
