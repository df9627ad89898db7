import DialogueModel
import Ingest

/// Which files go where in a new dialogue folder, and which sources, channels and activities they
/// give.
struct InitializationPlan {
  /// A file that is copied.
  struct Copy: Equatable {
    var source: String
    var target: String
    var sha256: String
  }

  /// A source of the dialogue file, with what was found in its files.
  struct Source {
    var path: String
    var proposal: ProposedSource
    /// What the files are, for a comment.
    var words: String
    /// Columns without a role, for a comment.
    var unmapped: [String]
  }

  /// A channel that the sources use.
  struct Channel: Equatable {
    var id: String
    var label: String
  }

  /// An activity that a note names.
  struct Activity: Equatable {
    var id: String
    var date: CalendarDate?
    var place: String?
    var participants: Int?
  }

  /// The kinds of files that hold a table.
  private static let tables = ["csv", "xlsx", "ods"]

  private(set) var copies: [Copy] = []
  private(set) var sources: [Source] = []
  private(set) var channels: [Channel] = []
  private(set) var activities: [Activity] = []
  private(set) var findings: [Finding] = []
  private var taken: Set<String> = []

  init(_ files: [InspectedFile]) {
    let tables = files.filter { $0.source != nil && Self.tables.contains($0.container) }
    for file in tables { addTable(file) }
    addXML(files.filter { $0.source != nil && $0.container == "xml" })
    addNotes(files.filter { $0.source != nil && $0.container == "notes" })
    for file in files where file.source == nil {
      copy(file, to: "inputs")
      findings.append(
        Finding(
          .mapNothingMapped, at: Place(file: file.path), severity: .note,
          "the file is copied, and no source is made of it",
          consequence: "It gives no submissions.",
          remedy: "Add a source to dialogue.yaml if it is one, or take it out of inputs/."))
    }
  }

  private mutating func addTable(_ file: InspectedFile) {
    guard var proposal = file.source else { return }
    proposal.channel = channel("webbenkat", label: "Webbenkät", isNew: true)
    add(copy(file, to: "inputs"), proposal, [file])
  }

  // Files of the same tool and form are one source, the folder that they lie in.
  private mutating func addXML(_ files: [InspectedFile]) {
    var groups: [(key: String, files: [InspectedFile])] = []
    for file in files {
      let key = file.tool.profile + " " + (file.source?.record ?? "")
      if let index = groups.firstIndex(where: { $0.key == key }) {
        groups[index].files.append(file)
      } else {
        groups.append((key, [file]))
      }
    }
    for group in groups {
      guard var proposal = group.files.first?.source else { continue }
      proposal.channel = channel("e-tjanst", label: "E-tjänst", isNew: true)
      let archives = Set(group.files.map(\.storedPath))
      if archives.count == 1, group.files.count > 1, let first = group.files.first {
        // All of them lie in one archive, which is then the source.
        for file in group.files { file.source.map { proposal.merge($0) } }
        let target = copy(first, to: "inputs")
        add(String(target.dropLast((first.member?.count ?? -1) + 1)), proposal, group.files)
        continue
      }
      guard group.files.count > 1 else {
        for file in group.files { add(copy(file, to: "inputs"), proposal, [file]) }
        continue
      }
      for file in group.files {
        copy(file, to: "inputs/" + proposal.channel)
        guard let other = file.source else { continue }
        proposal.merge(other)
      }
      add("inputs/" + proposal.channel, proposal, group.files)
    }
  }

  private mutating func addNotes(_ files: [InspectedFile]) {
    guard var proposal = files.first?.source else { return }
    proposal.channel = channel("moten", label: "Möten", isNew: false)
    for file in files {
      let target = copy(file, to: "notes")
      addActivity(of: file)
      if files.count == 1 { add(target, proposal, [file]) }
    }
    // The files of a glob are known by their ending.
    if files.count > 1, copies.allSatisfy({ !isNote($0) || $0.target.hasSuffix(".md") }) {
      add("notes/*.md", proposal, files)
    } else if files.count > 1 {
      add("notes", proposal, files)
    }
  }

  private func isNote(_ copy: Copy) -> Bool { copy.target.hasPrefix("notes/") }

  private mutating func addActivity(of file: InspectedFile) {
    guard let contents = try? PipelineFolder.contents(file.path, shownAs: file.path) else { return }
    let note = ManualNote.read(contents.text, file: file.path).note
    guard let id = note.activity, Self.isIdentifier(id),
      !activities.contains(where: { $0.id == id })
    else { return }
    activities.append(
      Activity(id: id, date: note.date, place: note.place, participants: note.participants))
  }

  private static func isIdentifier(_ text: String) -> Bool {
    !text.isEmpty && text.count <= 60
      && text.allSatisfy { ($0.isLetter && !$0.isUppercase) || $0.isNumber || "-_+".contains($0) }
  }

  private mutating func add(
    _ path: String, _ proposal: ProposedSource, _ files: [InspectedFile]
  ) {
    let records = files.reduce(0) { $0 + $1.records }
    let isNote = proposal.profile == "notes"
    let tool = isNote ? "minnesanteckning" : files.first?.tool.name ?? "okänt verktyg"
    let count = files.count == 1 ? "" : "\(files.count) filer, "
    var unmapped: [String] = []
    for file in files {
      for column in file.columns where column.role == .unmapped && column.filled > 0 {
        let name = column.name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        if !name.isEmpty, !unmapped.contains(name) { unmapped.append(name) }
      }
    }
    sources.append(
      Source(
        path: path, proposal: proposal, words: "\(tool), \(count)\(records) poster",
        unmapped: unmapped))
  }

  private mutating func channel(_ id: String, label: String, isNew: Bool) -> String {
    var key = id
    var name = label
    var number = 1
    while isNew, channels.contains(where: { $0.id == key }) {
      number += 1
      key = "\(id)-\(number)"
      name = "\(label) \(number)"
    }
    if !channels.contains(where: { $0.id == key }) {
      channels.append(Channel(id: key, label: name))
    }
    return key
  }

  /// Plans to copy a file, an archive once for all files in it, and gives the file's new path.
  @discardableResult
  private mutating func copy(_ file: InspectedFile, to folder: String) -> String {
    let stored = file.storedPath
    let member = file.member.map { "/" + $0 } ?? ""
    if let copy = copies.first(where: { $0.source == stored }) { return copy.target + member }
    let name = stored.split(separator: "/").last.map(String.init) ?? "fil"
    let dot = name.lastIndex(of: ".")
    let stem = dot.map { name[..<$0] } ?? name[...]
    let ending = dot.map { String(name[$0...]) } ?? ""
    var target = folder + "/" + name
    var number = 1
    while !taken.insert(target.lowercased()).inserted {
      number += 1
      target = "\(folder)/\(stem)-\(number)\(ending)"
    }
    copies.append(Copy(source: stored, target: target, sha256: file.sha256 ?? ""))
    return target + member
  }
}
