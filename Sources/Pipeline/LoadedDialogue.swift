import Annex
import CSVReading
import Crypto
import DialogueFiles
import DialogueModel
import Foundation
import Policy
import Records

/// A dialogue's files, read and checked: everything a run needs beside the sources.
struct LoadedDialogue: Sendable {
  /// The dialogue's folder.
  let folder: String
  /// The dialogue file's path within the folder.
  let dialogueFile: String
  let file: DialogueFile
  let codebook: Codebook
  let dimensions: [TargetGroupDimension]
  let reference: ReferencePopulation?
  /// Why a dimension or a group has no figure, by key such as `place` or `sex/annat`: what the
  /// target groups say and what the dialogue says.
  let noReference: [String: String]
  let responses: [Response]
  let quotations: [QuotationClearance]
  /// The versions of the annex that were published before, oldest first.
  let earlier: [EarlierEdition]
  let duties: [PolicyDuty]
  let profiles: [String: SourceProfile]
  /// Sixteen bytes that the public numbers are drawn with.
  let idKey: [UInt8]
  /// The key file's name, or `nil` when the dialogue has none.
  let idKeyName: String?
  /// The files read, with their hashes.
  let inputs: [InputRecord]
  /// What was found.
  let findings: [Finding]

  /// A file that a run reads beside the sources.
  struct InputRecord: Sendable, Equatable {
    var path: String
    var role: String
    var sha256: String
    var bytes: Int
  }

  /// The channels of the dialogue, and one for each channel that only a source names.
  var channels: [Channel] {
    var channels = file.dialogue.channels
    for source in file.sources where !channels.contains(where: { $0.id == source.channel }) {
      channels.append(Channel(id: source.channel, label: source.channel))
    }
    return channels
  }

  /// The figure of a group for a channel with a universe; `nil` when there is none, or when the
  /// dialogue file says that there is none for those who could answer, such as those too young to be
  /// asked.
  ///
  /// A reason that came with the target groups gives way to a row, and so does every reason to a
  /// row for the channel's very own universe.
  func figure(_ dimension: String, _ group: String, universe: String?) -> ReferenceRow? {
    guard let row = reference?.row(dimension: dimension, value: group, universe: universe) else {
      return nil
    }
    let isExcused =
      file.noReference[dimension] != nil || file.noReference["\(dimension)/\(group)"] != nil
    return isExcused && row.universe == nil ? nil : row
  }

  /// Whether weights can be made from a dimension in a channel with a universe: every group has a
  /// figure, or a reason not to.
  func canWeight(_ dimension: TargetGroupDimension, universe: String?) -> Bool {
    guard !dimension.isSensitive else { return false }
    let figures = dimension.groups.map { figure(dimension.id, $0.id, universe: universe) }
    guard figures.contains(where: { $0 != nil }) else { return false }
    return zip(dimension.groups, figures).allSatisfy { group, row in
      row.map { $0.countHigh == nil } ?? (noReference["\(dimension.id)/\(group.id)"] != nil)
    }
  }

  /// The dimensions that weights can be made from in some channel.
  var weightedDimensions: Set<String> {
    let universes = Set(channels.map(\.universe))
    return Set(
      dimensions.filter { dimension in
        universes.contains { canWeight(dimension, universe: $0) }
      }.map(\.id))
  }

  /// The absolute path of the dialogue file.
  var absoluteDialogueFile: String {
    URL(fileURLWithPath: folder + "/" + dialogueFile).standardizedFileURL.path
  }

  /// Reads a dialogue's files.
  ///
  /// - Throws: `RefusedRun` with every finding when one of them is an error.
  init(path: String) throws {
    let manager = FileManager.default
    var isFolder: ObjCBool = false
    guard manager.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw InspelError(
        .fileMissing, "there is no such dialogue",
        remedy: "Name a folder with a dialogue.yaml, or make one with inspel init.",
        place: Place(file: path))
    }
    let url = URL(fileURLWithPath: path)
    folder = isFolder.boolValue ? path : Self.folder(of: url, given: path)
    dialogueFile = isFolder.boolValue ? "dialogue.yaml" : url.lastPathComponent
    let pipelines = try PipelineFolder()
    var reader = FileReader(folder: folder, pipelines: pipelines)

    let scales = try reader.shared(in: "", named: "scales.yaml", role: "scales") {
      ScalesFile.load(text: $0, file: $1)
    }
    let text = try reader.own(dialogueFile, role: "dialogue")
    let (dialogue, dialogueFindings) = DialogueFile.load(
      text: text, file: dialogueFile, scales: scales?.scales ?? [])
    reader.findings += dialogueFindings
    guard let dialogue else { throw RefusedRun(findings: reader.findings) }
    file = dialogue

    codebook =
      try reader.part(dialogue.codebook, role: "codebook") {
        CodebookFile.load(text: $0, file: $1)
      }?.codebook
      ?? Codebook(
        id: "", version: "", status: "", language: "sv",
        matching: CodebookMatching(inflections: [], weights: [:], threshold: 1, maximumThemes: 1),
        themes: [])
    let groups = try reader.part(
      dialogue.targetGroups, standIn: "target-groups/standard-sv.yaml", role: "target groups"
    ) { TargetGroupFile.load(text: $0, file: $1) }
    dimensions = groups.map { dialogue.dimensions(of: $0) } ?? []
    let codebook = codebook
    responses =
      try reader.part(dialogue.responses, role: "responses") {
        ResponsesFile.load(
          text: $0, file: $1, codebook: codebook, limits: dialogue.dialogue.influence.limits)
      }?.responses ?? []
    quotations =
      try reader.part(dialogue.quotations, role: "quotations") {
        QuotationsFile.load(text: $0, file: $1, codebook: codebook)
      }?.quotations ?? []
    earlier = try dialogue.published.compactMap { name throws(InspelError) in
      try reader.earlier(name, of: dialogue.dialogue)
    }
    duties =
      try reader.part(
        dialogue.policy, standIn: "policy/hagfors-medborgardialog.yaml", role: "policy"
      ) { PolicyFile.load(text: $0, file: $1, facts: PolicyFacts.kinds) }?.duties ?? []
    noReference = groups.map { dialogue.noReference(with: $0) } ?? [:]
    reference = try reader.reference(dialogue, dimensions, noReference: noReference)
    reader.findings += dialogue.findings(
      file: dialogueFile, dimensions: dimensions, reference: reference)
    profiles = try reader.profiles()
    (idKey, idKeyName) = try reader.key(dialogue)
    inputs = reader.inputs
    reader.findings += Self.contradictions(file, dimensions, profiles, dialogueFile)
    findings = reader.findings
    if findings.contains(where: { $0.severity == .error }) {
      throw RefusedRun(findings: findings)
    }
  }

  /// What can only be seen when all files have been read.
  private static func contradictions(
    _ file: DialogueFile, _ dimensions: [TargetGroupDimension],
    _ profiles: [String: SourceProfile], _ name: String
  ) -> [Finding] {
    var findings: [Finding] = []
    for dimension in dimensions where dimension.groups.count > 254 {
      findings.append(
        Finding(
          .yamlValueInvalid, at: Place(file: "target groups"),
          "dimension \"\(dimension.id)\" has more than 254 groups",
          remedy: "Join groups; nobody can read a comparison of so many."))
    }
    for channel in file.dialogue.channels where channel.drawn != nil {
      guard channel.selection != .probability else { continue }
      findings.append(
        Finding(
          .yamlValueInvalid, at: Place(file: name), severity: .warning,
          "channel \"\(channel.id)\" says how many were drawn, and not that it is drawn by lot",
          consequence: "Its closed answers get no margin of error.",
          remedy: "Write selection: probability, or remove drawn."))
    }
    for source in file.sources where !source.multiple.isEmpty {
      guard let profile = profiles[source.profile], profile.container == .csv,
        profile.choiceSeparator == nil
      else { continue }
      findings.append(
        Finding(
          .yamlValueInvalid, at: Place(file: name, line: source.line),
          "the profile \(profile.id) does not say what joins several choices in one cell",
          consequence: "multiple has no meaning for the source.",
          remedy: "Name the tool's own profile, or give a profile of your own choiceSeparator."))
    }
    for source in file.sources where profiles[source.profile]?.container == .notes {
      let channel = file.dialogue.channels.first { $0.id == source.channel }
      guard channel?.countsPersons == true else { continue }
      findings.append(
        Finding(
          .yamlValueInvalid, at: Place(file: name, line: source.line),
          "channel \"\(source.channel)\" counts persons and has notes as a source",
          consequence: "A note is an official's words and stands for no person.",
          remedy: "Give the notes a channel of their own, without countsPersons."))
    }
    return findings
  }

  private static func folder(of url: URL, given path: String) -> String {
    let parent = (path as NSString).deletingLastPathComponent
    return parent.isEmpty ? "." : parent
  }
}

/// Reads the files one after another, and keeps what was found and what was read.
private struct FileReader {
  let folder: String
  let pipelines: PipelineFolder
  var findings: [Finding] = []
  var inputs: [LoadedDialogue.InputRecord] = []

  init(folder: String, pipelines: PipelineFolder) {
    self.folder = folder
    self.pipelines = pipelines
  }

  mutating func own(_ name: String, role: String) throws(InspelError) -> String {
    let contents = try PipelineFolder.contents(folder + "/" + name, shownAs: name)
    note(name, role, contents.bytes)
    return contents.text
  }

  private mutating func note(_ name: String, _ role: String, _ bytes: [UInt8]) {
    inputs.append(
      LoadedDialogue.InputRecord(
        path: name, role: role, sha256: RunRecord.sha256(bytes), bytes: bytes.count))
  }

  /// A file of the dialogue, or when the dialogue names none, one that came with the program.
  mutating func part<Value>(
    _ name: String?, standIn: String? = nil, role: String,
    _ load: (String, String) -> (Value?, [Finding])
  ) throws(InspelError) -> Value? {
    let text: String
    let shown: String
    if let name {
      do {
        text = try own(name, role: role)
      } catch {
        findings.append(
          Finding(
            error.code, at: error.place ?? Place(file: name), error.message,
            consequence: "dialogue.yaml names it as \(role).", remedy: error.remedy))
        return nil
      }
      shown = name
    } else if let standIn {
      shown = "pipelines/" + standIn
      let contents = try PipelineFolder.contents(
        pipelines.path + "/" + standIn, shownAs: shown)
      text = contents.text
      note(shown, role, contents.bytes)
    } else {
      return nil
    }
    let (value, found) = load(text, shown)
    findings += found
    return value
  }

  mutating func shared<Value>(
    in folder: String, named name: String, role: String,
    _ load: (String, String) -> (Value?, [Finding])
  ) throws(InspelError) -> Value? {
    try part(nil, standIn: folder.isEmpty ? name : folder + "/" + name, role: role, load)
  }

  mutating func profiles() throws(InspelError) -> [String: SourceProfile] {
    var profiles: [String: SourceProfile] = [:]
    for name in pipelines.files(in: "profiles", ending: ".yaml") {
      if let profile = try part(
        nil, standIn: name, role: "profile", { ProfileFile.load(text: $0, file: $1) })?.profile
      {
        profiles[profile.id] = profile
      }
    }
    return profiles
  }

  /// An output that was published before: its folder, with `internal/` and `public/` in it.
  mutating func earlier(
    _ name: String, of dialogue: Dialogue
  ) throws(InspelError) -> EarlierEdition? {
    let files = ["internal", "public"].map { "\(name)/\($0)/annex.json" }
    let edition: EarlierEdition
    do {
      let bytes = try files.map { Array(try own($0, role: "earlier edition").utf8) }
      edition = try EarlierEdition(internalFile: bytes[0], publicFile: bytes[1])
    } catch let error as InspelError {
      findings.append(
        Finding(
          .publishEarlier, at: error.place ?? Place(file: name), error.message,
          consequence: "What a reader of both versions could work out is not known.",
          remedy: "Name the whole output folder as it was when it was published."))
      return nil
    } catch {
      findings.append(
        Finding(
          .publishEarlier, at: Place(file: name),
          "the folder does not hold the two editions of one version",
          consequence: "What a reader of both versions could work out is not known.",
          remedy: "Name the whole output folder as it was when it was published."))
      return nil
    }
    guard edition.registryNumber == dialogue.decisionCase.registryNumber,
      edition.dialogue == dialogue.id
    else {
      findings.append(
        Finding(
          .publishEarlier, at: Place(file: name), "the version belongs to another dialogue",
          remedy: "Name only versions of this dialogue's annex."))
      return nil
    }
    return edition
  }

  mutating func reference(
    _ dialogue: DialogueFile, _ dimensions: [TargetGroupDimension], noReference: [String: String]
  ) throws(InspelError) -> ReferencePopulation? {
    guard let name = dialogue.reference else { return nil }
    let table: SmallTable
    do {
      table = try SmallTable(path: folder + "/" + name, shownAs: name)
    } catch {
      findings.append(
        Finding(
          error.code, at: error.place ?? Place(file: name), error.message,
          consequence: "No group can be compared with the population.", remedy: error.remedy))
      return nil
    }
    if let (hash, bytes) = RunRecord.sha256(ofFile: folder + "/" + name) {
      inputs.append(
        LoadedDialogue.InputRecord(
          path: name, role: "reference population", sha256: hash, bytes: bytes))
    }
    findings += table.findings
    let (reference, found) = ReferencePopulationFile.load(
      rows: table.rows, file: name, dimensions: dimensions, noReference: noReference)
    findings += found
    if let reference { findings += dialogue.findings(unusedIn: reference, file: name) }
    return reference?.population
  }

  /// The key that public numbers are drawn with: from the dialogue's key file, or from its name,
  /// which keeps numbers of different dialogues apart and no more.
  mutating func key(_ dialogue: DialogueFile) throws(InspelError) -> ([UInt8], String?) {
    guard let name = dialogue.idKeyFile else {
      return (Self.key(from: Array("inspel dialogue \(dialogue.dialogue.id)".utf8)), nil)
    }
    guard let data = FileManager.default.contents(atPath: folder + "/" + name), data.count >= 16
    else {
      findings.append(
        Finding(
          .fileMissing, at: Place(file: name),
          "the key file is not there, or has fewer than 16 bytes",
          consequence: "The public numbers cannot be drawn.",
          remedy: "Put it back; with another key every submission gets another number."))
      return ([], name)
    }
    return (Self.key(from: Array(data)), name)
  }

  private static func key(from bytes: [UInt8]) -> [UInt8] {
    Array(SHA256.hash(data: bytes).prefix(16))
  }
}
