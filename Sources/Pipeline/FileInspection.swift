import DialogueFiles
import DialogueModel
import Ingest

/// Says what files are, and changes nothing: `inspel inspect`.
public struct FileInspection: Sendable {
  private let files: [String]

  /// Makes an inspection of files.
  public init(files: [String]) { self.files = files }

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
      profiles: try Self.profiles(pipelines), dimensions: try Self.dimensions(pipelines))
    return Report(files: files.map { inspector.inspect(path: $0) })
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
