import DialogueModel

/// What a reference population is to be made of.
public struct ReferenceOptions: Sendable, Equatable {
  /// The region as its code, its name or both: `1783`, `Hagfors`, `1783 Hagfors`.
  public var region: String
  /// The age groups, or `nil` for none.
  public var bands: AgeBands?
  /// The day of the figures, or `nil` for the only one that the table has.
  public var date: CalendarDate?
  /// Who published the figures, or `nil` for what the file says.
  public var source: String?
  /// The table that the figures stand in, or `nil` for the file's title.
  public var table: String?
  /// The populations that channels may refer to, such as 16 and older.
  ///
  /// The first is also the one that the figures for women and men are for. Without any it is
  /// everybody, `alla`, which is among the rows anyway when the table has it.
  public var totals: [AgeRange]

  /// Makes options.
  public init(
    region: String, bands: AgeBands? = nil, date: CalendarDate? = nil, source: String? = nil,
    table: String? = nil, totals: [AgeRange] = []
  ) {
    self.region = region
    self.bands = bands
    self.date = date
    self.source = source
    self.table = table
    self.totals = totals
  }

  /// The day that statistics of a year describe: its last.
  public static func date(ofYear year: Int) -> CalendarDate? { StatisticsDay.lastDay(ofYear: year) }

  /// Reads a population as the command line has it: `16+`, `16-79`, or `alla` for everybody.
  public static func total(written text: String) -> AgeRange? {
    guard case .total? = AgeCell(text) else { return AgeRange(written: text) }
    return .all
  }
}
