import DialogueFiles
import DialogueModel
import Ingest

/// Says what files are, and changes nothing: `inspel inspect`.
public struct FileInspection: Sendable {
  private let files: [String]
  private let scope: InspectionScope

  /// Makes an inspection.
  ///
  /// - Parameters:
  ///   - files: Files, folders, patterns, or `-` for standard input.
  ///   - isFull: Whether all of a large file is read, and not a sample of it.
  ///   - showsValues: Whether some values of each column are kept, to be shown.
  public init(files: [String], isFull: Bool = false, showsValues: Bool = false) {
    self.files = files
    scope = InspectionScope(isFull: isFull, keepsValues: showsValues)
  }

  /// What an inspection found.
  public struct Report: Sendable {
    /// One file that was looked at.
    public typealias File = InspectedFile

    /// The files, in the order in which they were named.
    public let files: [File]

    /// The files as JSON: `{"files": […]}`, with the field names that programs rely on.
    public func json() throws -> [UInt8] {
      struct Document: Encodable {
        let files: [File]
      }
      return try JSONText.encode(Document(files: files))
    }
  }

  /// Looks at the files.
  public func execute() throws -> Report {
    let pipelines = try PipelineFolder()
    let inspector = FileInspector(
      profiles: try Self.profiles(pipelines), dimensions: try Self.dimensions(pipelines),
      scope: scope)
    let targets = InspectionTargets.resolve(files)
    return Report(
      files: targets.flatMap { target in
        target.path == InspectionTargets.standardInput
          ? inspector.inspectStandardInput(shownAs: target.shown)
          : inspector.inspect(path: target.path, shownAs: target.shown)
      })
  }

  private static func profiles(_ pipelines: PipelineFolder) throws(InspelError) -> [SourceProfile] {
    var profiles: [SourceProfile] = []
    for name in pipelines.files(in: "profiles", ending: ".yaml") {
      let shown = "pipelines/" + name
      let text = try PipelineFolder.text(pipelines.path + "/" + name, shownAs: shown)
      let (file, findings) = ProfileFile.load(text: text, file: shown)
      try refuse(findings)
      if let file { profiles.append(file.profile) }
    }
    return profiles
  }

  private static func dimensions(
    _ pipelines: PipelineFolder
  ) throws(InspelError) -> [TargetGroupDimension] {
    let shown = "pipelines/target-groups/standard-sv.yaml"
    let text = try PipelineFolder.text(
      pipelines.path + "/target-groups/standard-sv.yaml", shownAs: shown)
    let (file, findings) = TargetGroupFile.load(text: text, file: shown)
    try refuse(findings)
    return file?.dimensions ?? []
  }

  // Without the files that came with the program, what it says of others would be wrong.
  private static func refuse(_ findings: [Finding]) throws(InspelError) {
    guard let first = findings.first(where: { $0.severity == .error }) else { return }
    throw InspelError(first.code, first.summary, remedy: first.remedy, place: first.place)
  }
}
