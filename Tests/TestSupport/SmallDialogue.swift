import Foundation

/// A dialogue folder for a test: a small dialogue file around sources that the test writes.
public struct SmallDialogue: Sendable {
  /// The folder.
  public let folder: String

  /// Writes a dialogue.
  ///
  /// - Parameters:
  ///   - folder: An empty folder.
  ///   - sources: The items of the list `sources`, indented by two blanks.
  ///   - more: Other top-level blocks, such as `limits`.
  /// - Throws: What the file system says.
  public init(in folder: String, sources: String, more: String = "") throws {
    self.folder = folder
    try FileManager.default.createDirectory(
      atPath: folder + "/inputs", withIntermediateDirectories: true)
    let codebook = folder + "/codebook.yaml"
    if !FileManager.default.fileExists(atPath: codebook) {
      try FileManager.default.copyItem(
        atPath: TestPlaces.package + "/pipelines/codebooks/kommun-bas-sv.yaml", toPath: codebook)
    }
    try """
    dialogue:
      id: prov
      title: Ett prov
      type: medborgardialog
      municipality: Exempelby kommun
      synthetic: true
      idPrefix: PR
    case: {registryNumber: KS 2026/9, title: Ett prov, decidingBody: Kommunfullmäktige}
    purpose: Att pröva en källa.
    influence: {scale: skr5, step: konsultation, open: [ingenting]}
    period: {from: 2026-01-01, through: 2026-12-31}
    channels: [{id: enkat, label: Enkät}]
    sources:
    \(sources)
    \(more)
    codebook: codebook.yaml
    reference: none
    referenceReason: Provet jämför ingenting.
    """.write(toFile: folder + "/dialogue.yaml", atomically: true, encoding: .utf8)
  }

  /// Writes a file below the folder.
  public func write(_ bytes: some Sequence<UInt8>, to name: String) throws {
    let path = folder + "/" + name
    try FileManager.default.createDirectory(
      atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try Data(bytes).write(to: URL(fileURLWithPath: path))
  }

  /// Writes a text file below the folder.
  public func write(_ text: String, to name: String) throws { try write(text.utf8, to: name) }

  /// Runs the program on the dialogue.
  public func run(_ options: String..., out: String = "out") throws -> ProgramRun {
    try ProgramRun(
      ["run", folder, "--at", "2026-06-02T08:00+02:00", "--out", folder + "/" + out] + options)
  }

  /// A number of the account: of one source, or of all.
  public func account(_ key: String, source: String? = nil, out: String = "out") throws -> Int? {
    let path = folder + "/\(out)/internal/account.json"
    let data = try Data(contentsOf: URL(fileURLWithPath: path))
    let account = try JSONSerialization.jsonObject(with: data) as? [String: Any]
    guard let source else { return (account?["total"] as? [String: Any])?[key] as? Int }
    let sources = account?["sources"] as? [[String: Any]]
    return sources?.first { $0["path"] as? String == source }?[key] as? Int
  }

  /// A file of the output as text.
  public func output(_ name: String, out: String = "out") throws -> String {
    try String(contentsOfFile: folder + "/\(out)/" + name, encoding: .utf8)
  }
}
