/// A table with its caption, columns, rows and notes.
public struct Table: Sendable, Equatable, Codable {
  /// What a row or a column is in a sum.
  public enum Part: String, Sendable, Codable, CaseIterable {
    /// It is not part of a sum.
    case none
    /// It is one of those that are added.
    case addend
    /// It is the sum.
    case total
  }

  /// A column.
  public struct Column: Sendable, Equatable, Codable {
    /// The heading.
    public var title: String
    /// Whether the column holds numbers.
    public var isNumber: Bool
    /// What the column is in the rows' sums.
    public var part: Part

    /// Makes a column.
    public init(_ title: String, isNumber: Bool = false, part: Part = .none) {
      self.title = title
      self.isNumber = isNumber
      self.part = part
    }
  }

  /// A row.
  public struct Row: Sendable, Equatable, Codable {
    /// The row's name, in lines.
    public var header: [[Inline]]
    /// The other cells, one for each column but the first.
    public var cells: [Cell]
    /// What the row is in the columns' sums.
    public var part: Part
    /// The id that links lead to.
    public var anchor: String?

    /// Makes a row.
    public init(
      _ header: [[Inline]], _ cells: [Cell], part: Part = .none, anchor: String? = nil
    ) {
      self.header = header
      self.cells = cells
      self.part = part
      self.anchor = anchor
    }

    /// Makes a row whose name is one line of words.
    public init(
      _ header: String, _ cells: [Cell], part: Part = .none, anchor: String? = nil
    ) {
      self.init([[.text(header)]], cells, part: part, anchor: anchor)
    }
  }

  /// Rows with a common heading.
  public struct Group: Sendable, Equatable, Codable {
    /// The heading, where there is one.
    public var title: String?
    /// The rows.
    public var rows: [Row]

    /// Makes a group of rows.
    public init(title: String? = nil, rows: [Row]) {
      self.title = title
      self.rows = rows
    }
  }

  /// How the table is set.
  public enum Style: String, Sendable, Codable, CaseIterable {
    /// As wide as the page.
    case plain
    /// Names and values, without a head.
    case keyValue
    /// No wider than its content.
    case fit
    /// Small type, for long lists.
    case dense
  }

  /// The key that the table's id is made of.
  public var id: String
  /// The printed number, such as `Tabell 3`.
  public var number: String
  /// The title.
  public var title: String
  /// The key of the figure that stands for all the table's numbers.
  public var figure: String?
  /// The unit, and what else the reader needs to read the numbers.
  public var unit: [Sentence]
  /// The columns; the first holds the rows' names.
  public var columns: [Column]
  /// The rows.
  public var groups: [Group]
  /// Notes under the table.
  public var notes: [Sentence]
  /// How it is set.
  public var style: Style
  /// Whether the table may break between pages.
  public var isLong: Bool
  /// Whether it needs more width than a telephone has.
  public var isWide: Bool

  /// Makes a table without notes.
  public init(
    id: String, number: String, title: String, figure: String? = nil, unit: [Sentence] = [],
    columns: [Column], groups: [Group], style: Style = .plain, isLong: Bool = false,
    isWide: Bool = false
  ) {
    self.id = id
    self.number = number
    self.title = title
    self.figure = figure
    self.unit = unit
    self.columns = columns
    self.groups = groups
    notes = []
    self.style = style
    self.isLong = isLong
    self.isWide = isWide
  }

  /// The sums that a reader of the table can compute.
  public var relations: [SumRelation] {
    var relations: [SumRelation] = []
    let all = groups.flatMap(\.rows)
    for row in all {
      var parts: [String] = []
      var total: String?
      for (index, cell) in row.cells.enumerated() where index + 1 < columns.count {
        guard case .number(let measure) = cell else { continue }
        switch columns[index + 1].part {
        case .addend: parts.append(measure.key)
        case .total: total = measure.key
        case .none: break
        }
      }
      if let total, !parts.isEmpty { relations.append(SumRelation(total: total, parts: parts)) }
    }
    for group in groups {
      let own = group.rows.filter { $0.part == .addend }
      let addends = own.isEmpty ? all.filter { $0.part == .addend } : own
      for row in group.rows where row.part == .total {
        for index in row.cells.indices {
          guard case .number(let total) = row.cells[index] else { continue }
          let parts = addends.compactMap { addend -> String? in
            guard index < addend.cells.count, case .number(let part) = addend.cells[index]
            else { return nil }
            return part.key
          }
          if !parts.isEmpty { relations.append(SumRelation(total: total.key, parts: parts)) }
        }
      }
    }
    return relations
  }
}
