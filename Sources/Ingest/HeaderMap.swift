import DialogueModel

/// Gives a table's columns their roles, from what the dialogue file and the profile say.
///
/// Nothing is guessed: a column that neither names is left out and listed.
struct HeaderMap {
  /// The names of the file's columns, in order.
  let names: [String]
  /// The file, for findings.
  let file: String
  /// The line of the header.
  let line: Int

  /// The layout, for each file column its batch column or −1, and what was found.
  func map(
    _ declaration: SourceDeclaration, _ profile: SourceProfile
  ) -> (layout: SourceLayout, selection: [Int], findings: [Finding]) {
    var layout = SourceLayout()
    var findings: [Finding] = []
    var selection = Array(repeating: -1, count: names.count)
    var taken = Array(repeating: false, count: names.count)

    let columnNames = ColumnNames(names)
    let known = ProfileColumns(profile, columnNames)

    // A file column may serve two roles, for example completion and time: it is read once.
    func column(at position: Int) -> Int {
      taken[position] = true
      if selection[position] < 0 { selection[position] = layout.nextColumn() }
      return selection[position]
    }

    func declared(_ name: String, role: String, key: String) -> Int? {
      guard let position = columnNames.place(of: name) else {
        let several = columnNames.places(of: name).count
        findings.append(
          missing(name, role: role, line: declaration.lines[key], several: several))
        return nil
      }
      let repeats = columnNames.count(of: name)
      if repeats > 1 {
        findings.append(
          Finding(
            .mapColumnRepeated, at: Place(file: file, line: line, column: Self.short(name)),
            "column \"\(Self.short(name))\" stands \(repeats) times in the header",
            consequence: "The first of them is used.",
            remedy: "Give the columns different names in the export."))
      }
      return column(at: position)
    }

    layout.id =
      declaration.id.flatMap { declared($0, role: "id", key: "id") }
      ?? (declaration.id == nil ? known.id.map(column(at:)) : nil)
    layout.time =
      declaration.time.flatMap { declared($0, role: "time", key: "time") }
      ?? (declaration.time == nil ? known.time.map(column(at:)) : nil)
    layout.completion = known.completion.map(column(at:))
    for (name, values) in profile.incompleteValues.sorted(by: { $0.key < $1.key }) {
      if let position = columnNames.place(ofTools: name) {
        layout.incomplete.append(SourceLayout.Marked(index: column(at: position), answers: values))
      }
    }
    for name in declaration.text {
      if let index = declared(name, role: "text", key: "text/\(name)") {
        layout.text.append(SourceLayout.Column(index: index, name: name))
      }
    }
    for name in declaration.closed {
      if let index = declared(name, role: "closed", key: "closed/\(name)") {
        layout.closed.append(SourceLayout.Column(index: index, name: name))
      }
    }
    layout.takeChoices(declaration, profile)
    for (dimension, name) in declaration.background.sorted(by: { $0.key < $1.key }) {
      if let index = declared(name, role: dimension, key: "background/\(dimension)") {
        layout.background.append(SourceLayout.Column(index: index, name: dimension))
      }
    }
    for (name, answers) in declaration.organisation.sorted(by: { $0.key < $1.key }) {
      if let index = declared(name, role: "organisation", key: "organisation/\(name)") {
        layout.organisation.append(SourceLayout.Marked(index: index, answers: answers))
      }
    }
    for (name, answers) in profile.anonymity.sorted(by: { $0.key < $1.key }) {
      if let position = columnNames.place(ofTools: name) {
        layout.anonymity.append(
          SourceLayout.Marked(index: column(at: position), answers: answers))
      }
    }

    let onPurpose = Set((declaration.drop + declaration.contact).flatMap(columnNames.places(of:)))
      .union(known.personal).union(known.technical)
    for (position, name) in names.enumerated() where !taken[position] {
      let shown = name.isEmpty ? "kolumn \(position + 1)" : Self.short(name)
      if onPurpose.contains(position) {
        layout.dropped.append(shown)
      } else {
        layout.unmapped.append(shown)
      }
    }
    return (layout, selection, findings)
  }

  private func missing(
    _ name: String, role: String, line declaredLine: Int?, several: Int
  ) -> Finding {
    let declaredAt = declaredLine.map { "dialogue.yaml line \($0)" } ?? "dialogue.yaml"
    if several > 1 {
      return Finding(
        .mapColumnMissing, at: Place(file: file, line: line, column: Self.short(name)),
        "no column is \"\(Self.short(name))\", and \(several) begin with it",
        consequence:
          "\(declaredAt) gives it the role \(role). The file has \(Self.list(names)). None of them is chosen.",
        remedy: "Write the whole name of one, with what stands after the ›.")
    }
    let nearest = NearestName.to(name, among: names).map {
      " The nearest name is \"\(Self.short($0))\"."
    }
    return Finding(
      .mapColumnMissing, at: Place(file: file, line: line, column: Self.short(name)),
      "column \"\(Self.short(name))\" is not in the file",
      consequence:
        "\(declaredAt) gives it the role \(role). The file has \(Self.list(names)).\(nearest ?? "")",
      remedy: "Correct the name, or remove the line.")
  }

  /// Column names are compared without outer blanks, case, kinds of blanks, tags and entities.
  static func fold(_ name: String) -> String {
    HeaderText.plain(name).split(whereSeparator: \.isWhitespace).joined(separator: " ").lowercased()
  }

  private static func list(_ names: [String]) -> String {
    let named = names.filter { !$0.isEmpty }
    let shown = named.prefix(6).map { "\"\(short($0))\"" }.joined(separator: ", ")
    return named.count > 6 ? "\(shown) and \(named.count - 6) more" : shown
  }

  private static func looksPersonal(_ name: String) -> Bool {
    guard name.count <= 80 else { return false }
    if name.contains("@"), !name.contains(" ") { return true }
    let digits = name.filter(\.isNumber).count
    return digits >= 7 && digits * 2 >= name.filter { !$0.isWhitespace }.count
  }

  /// A header cell may be 37,000 characters long; a finding shows its beginning.
  ///
  /// Where a file has no header, its first record stands there: what looks like an address or a
  /// number of a person is not shown.
  static func short(_ name: String) -> String {
    if looksPersonal(name) { return "(a name that looks like personal data)" }
    let line = name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return line.count <= 60 ? line : line.prefix(59) + "…"
  }
}
