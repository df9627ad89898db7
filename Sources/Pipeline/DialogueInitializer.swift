import DialogueModel
import Foundation
import Ingest

/// Makes a new dialogue folder from the files that there are: `inspel init`.
///
/// The files are copied byte for byte, and never moved. dialogue.yaml says what was found in them
/// and has a marked place for everything that only a person can know. The folder is written beside
/// its place and moved there in one step, so that a failure leaves nothing half made.
public struct DialogueInitializer: Sendable {
  private let folder: String
  private let files: [String]

  /// Makes an initializer for a folder that is not there, or is empty.
  public init(folder: String, files: [String]) {
    self.folder = folder
    self.files = files
  }

  /// What was made.
  public struct Made: Sendable {
    /// The path of dialogue.yaml.
    public let dialogueFile: String
    /// What was found in the files.
    public let findings: [Finding]
  }

  /// Makes the folder.
  public func execute() throws -> Made {
    let url = URL(fileURLWithPath: folder).standardizedFileURL
    try refuseUsed(url.path)
    if files.contains(InspectionTargets.standardInput) {
      throw InspelError(
        .usage, "a dialogue cannot begin from standard input, which has no file to keep",
        remedy: "Save it in a file, and name that. Nothing was made.")
    }
    let inspected = try FileInspection(files: files, isFull: true).execute().files
    if let missing = inspected.first(where: { $0.sha256 == nil }) {
      let finding = missing.findings.first
      throw InspelError(
        finding?.code ?? .fileUnreadable, finding?.summary ?? "the file cannot be read",
        remedy: "Correct the path. Nothing was made.", place: Place(file: missing.path))
    }
    let plan = InitializationPlan(inspected)
    let pipelines = try PipelineFolder()
    let parent = url.deletingLastPathComponent().path
    let number = ProcessInfo.processInfo.processIdentifier
    let draft = "\(parent)/.\(url.lastPathComponent).inspel-init-\(number)"
    do {
      try write(plan, pipelines, name: url.lastPathComponent, to: draft)
      // An empty folder that is there gives way to the new one.
      if FileManager.default.fileExists(atPath: url.path) {
        try FileManager.default.removeItem(atPath: url.path)
      }
      try FileManager.default.moveItem(atPath: draft, toPath: url.path)
    } catch {
      try? FileManager.default.removeItem(atPath: draft)
      throw failure(error)
    }
    return Made(
      dialogueFile: folder.hasSuffix("/") ? folder + "dialogue.yaml" : folder + "/dialogue.yaml",
      findings: inspected.flatMap(\.findings) + plan.findings)
  }

  private func refuseUsed(_ path: String) throws(InspelError) {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { return }
    let content = try? FileManager.default.contentsOfDirectory(atPath: path)
    guard isFolder.boolValue, content?.isEmpty == true else {
      throw InspelError(
        .outputFailed,
        isFolder.boolValue ? "the folder is not empty" : "there is a file with that name",
        remedy: "Name a folder that is not there yet. Nothing was made.",
        place: Place(file: folder))
    }
  }

  private func write(
    _ plan: InitializationPlan, _ pipelines: PipelineFolder, name: String, to draft: String
  ) throws {
    let manager = FileManager.default
    try manager.createDirectory(atPath: draft, withIntermediateDirectories: true)
    for copy in plan.copies {
      let target = draft + "/" + copy.target
      try manager.createDirectory(
        atPath: (target as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
      let source = URL(fileURLWithPath: copy.source).resolvingSymlinksInPath().path
      try manager.copyItem(atPath: source, toPath: target)
      guard RunRecord.sha256(ofFile: target)?.hash == copy.sha256 else {
        throw InspelError(
          .fileChanged, "the file changed while it was copied",
          remedy: "See that nobody writes the file, and run again. Nothing was made.",
          place: Place(file: copy.source))
      }
    }
    try manager.copyItem(
      atPath: pipelines.path + "/codebooks/kommun-bas-sv.yaml", toPath: draft + "/codebook.yaml")
    let text = DialogueTemplate(plan: plan, folderName: name).text()
    try Data(text.utf8).write(to: URL(fileURLWithPath: draft + "/dialogue.yaml"))
  }

  private func failure(_ error: any Error) -> InspelError {
    if let error = error as? InspelError { return error }
    return InspelError(
      .outputFailed, "the folder cannot be made",
      remedy: "See that you may write there and that the disk is not full. Nothing was made.",
      place: Place(file: folder), cause: (error as NSError).localizedDescription)
  }
}
