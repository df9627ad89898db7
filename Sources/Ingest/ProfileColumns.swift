import DialogueModel

/// What a profile says of a table's columns: which are the tool's own, and which are personal
/// data.
struct ProfileColumns {
  /// The columns with personal data.
  let personal: Set<Int>
  /// The columns that are the tool's own, the separate columns of joined choices included.
  let technical: Set<Int>
  private let names: ColumnNames
  private let profile: SourceProfile

  init(_ profile: SourceProfile, _ names: ColumnNames) {
    self.profile = profile
    self.names = names
    let personalNames = NamePatterns(profile.personal)
    let technicalNames = NamePatterns(profile.technical)
    let columns = names.all.indices
    personal = Set(columns.filter { names.has($0, of: personalNames) })
    var technical = Set(columns.filter { names.has($0, of: technicalNames) })
    if let separator = profile.optionSeparator { technical.formUnion(names.options(separator)) }
    self.technical = technical
  }

  /// The column with the record's identifier.
  var id: Int? { first(of: profile.idColumns) }
  /// The column with the time.
  var time: Int? { first(of: profile.timeColumns) }
  /// The columns that are empty when an answer was never finished.
  var completion: [Int] {
    Set(profile.completionColumns.compactMap(names.place(ofTools:))).sorted()
  }

  /// The first column of several that the table has.
  func first(of candidates: [String]) -> Int? {
    candidates.lazy.compactMap(names.place(ofTools:)).first
  }
}
