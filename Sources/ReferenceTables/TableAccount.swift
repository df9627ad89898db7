/// Where every row of a statistics table went, and what the figures that were used sum to.
public struct TableAccount: Sendable, Equatable {
  /// Why a row gave no figure.
  public enum Reason: String, Sendable, CaseIterable {
    /// Its region is another than the one asked for.
    case otherRegion = "other region"
    /// It is for another day.
    case otherDate = "other day"
    /// It counts something else than the population, such as its growth.
    case otherContents = "other contents"
    /// It is a part of a division whose total is in the table and is used.
    case partOfTotal = "part of a total that is used"
    /// It is a total that was not needed, since its parts were used.
    case totalNotNeeded = "total that is not needed"
    /// Its age class is not needed: other classes of the table give the same ages.
    case classNotNeeded = "age class that is not needed"
    /// Its ages are in none of the bands.
    case outsideBands = "age in no band"
    /// Its figure is not published.
    case missing = "no figure published"
    /// It is written twice with the same figure.
    case repeated = "written twice"
    /// Something in it cannot be read, or the table cannot be used.
    case unreadable = "cannot be read or used"
    /// It is a line of text, such as a footnote.
    case text = "line of text"
  }

  /// The file, as it was named.
  public let file: String
  /// The rows below the header that have text; `used` and `unused` sum to it.
  public internal(set) var rows = 0
  /// The rows that gave a figure which was used.
  public internal(set) var used = 0
  /// The rows that were not used, by reason.
  public internal(set) var unused: [Reason: Int] = [:]
  /// The columns of figures for another day or of other contents.
  public internal(set) var columnsLeftOut = 0
  /// The people in the age bands, where all bands could be made.
  public internal(set) var inBands: Int?
  /// The people whose ages are in no band, where the table has them.
  public internal(set) var outsideBands: Int?
  /// The total that the table publishes for all ages, where it has one.
  public internal(set) var publishedTotal: Int?

  init(file: String) { self.file = file }

  mutating func leaveOut(_ reason: Reason, _ count: Int = 1) {
    if count > 0 { unused[reason, default: 0] += count }
  }

  /// The rows in one line: `404 rows: 202 used, 202 other region`.
  public var description: String {
    let parts = Reason.allCases.compactMap { reason in
      unused[reason].map { "\($0) \(reason.rawValue)" }
    }
    let columns =
      columnsLeftOut > 0 ? "; \(columnsLeftOut) columns of other days or contents" : ""
    return "\(rows) rows: " + (["\(used) used"] + parts).joined(separator: ", ") + columns
  }

  /// The people in one line, or `nil` where not all bands could be made.
  public var people: String? {
    guard let inBands else { return nil }
    var words = "\(inBands) in the bands"
    if let outsideBands {
      words += ", \(outsideBands) in no band, together \(inBands + outsideBands)"
    }
    if let publishedTotal { words += "; the table's own total is \(publishedTotal)" }
    return words
  }
}
