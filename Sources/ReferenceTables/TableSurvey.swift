// A first look at all rows of a table: which regions there are, what columns without a name hold,
// and where the rows end and the footnotes begin.
struct TableSurvey {
  // How many regions are told apart; Sweden has 290 municipalities and about 6,000 DeSO.
  static let mostRegions = 10_000
  // How many values of a column without a name are looked at.
  static let values = 200

  private let roles: [ColumnRole]
  private let wanted: RegionName?
  // The columns of figures.
  let figures: [Int]
  private let regionColumns: [Int]
  private var samples: [Int: [String]] = [:]
  private var lastRegion: [String] = []
  // Each region by its cells.
  private(set) var regions: [String: [RegionName]] = [:]
  // The rows of the region that is wanted.
  private(set) var matching = 0
  // The last line that has a figure.
  private(set) var lastLine = 0

  init(roles: [ColumnRole] = [], wanted: RegionName? = nil) {
    self.roles = roles
    self.wanted = wanted
    figures = roles.indices.filter { if case .figure = roles[$0] { true } else { false } }
    regionColumns = roles.indices.filter { roles[$0] == .region }
  }

  func hasFigure(_ cells: [String]) -> Bool {
    figures.contains { column in
      guard column < cells.count, !CellText.tidied(cells[column]).isEmpty else { return false }
      return CountCell(cells[column]) != .unreadable
    }
  }

  mutating func add(line: Int, _ cells: [String]) {
    guard hasFigure(cells) else { return }
    lastLine = line
    for column in cells.indices where column < roles.count && roles[column] == .unnamed {
      let cell = CellText.tidied(cells[column])
      if !cell.isEmpty, samples[column, default: []].count < Self.values {
        samples[column, default: []].append(cell)
      }
    }
    let region = regionColumns.map { $0 < cells.count ? CellText.tidied(cells[$0]) : "" }
    // A blank region is the one above.
    guard region != lastRegion, region.contains(where: { !$0.isEmpty }) else { return }
    lastRegion = region
    let key = region.filter { !$0.isEmpty }.joined(separator: " ")
    guard regions[key] == nil, regions.count < Self.mostRegions else { return }
    let names = region.filter { !$0.isEmpty }.map(RegionName.init)
    regions[key] = names
    if wanted?.matches(names) == true { matching += 1 }
  }

  // The roles, with columns that have no name known by what they hold.
  func rolesByContent() -> [ColumnRole] {
    var roles = roles
    for column in roles.indices where roles[column] == .unnamed {
      guard let values = samples[column], !values.isEmpty else { continue }
      // Numbers alone can be ages, codes for sex, or the numbers of the rows: not to be guessed.
      let isNumbers = values.allSatisfy { CellText.number($0) != nil }
      if isNumbers {
        roles[column] = Self.isRowNumbers(values) ? .unnamed : .other
      } else if !roles.contains(.sex), values.allSatisfy({ SexCell($0) != nil }) {
        roles[column] = .sex
      } else if !roles.contains(.age), values.allSatisfy({ AgeCell($0) != nil }) {
        roles[column] = .age
      } else if !roles.contains(.region),
        values.contains(where: { RegionName($0).code != nil && RegionName($0).name != nil })
      {
        roles[column] = .region
      } else {
        roles[column] = .other
      }
    }
    return roles
  }

  private static func isRowNumbers(_ values: [String]) -> Bool {
    guard values.count > 2, let first = CellText.number(values[0]) else { return false }
    return values.enumerated().allSatisfy { CellText.number($0.element) == first + $0.offset }
  }
}
