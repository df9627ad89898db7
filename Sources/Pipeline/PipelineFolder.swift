import DialogueModel
import Foundation

/// The folder `pipelines`: profiles, target groups, policy and scales, as data beside the code.
struct PipelineFolder {
  /// The folder's path.
  let path: String

  /// Finds the folder: what `INSPEL_PIPELINES` names, or the nearest folder `pipelines` above
  /// the program or the working folder.
  init() throws(InspelError) {
    let manager = FileManager.default
    if let named = ProcessInfo.processInfo.environment["INSPEL_PIPELINES"] {
      guard manager.fileExists(atPath: named + "/profiles") else {
        throw InspelError(
          .fileMissing, "INSPEL_PIPELINES names a folder without profiles",
          remedy: "Let it name the folder pipelines that came with the program.",
          place: Place(file: named))
      }
      path = named
      return
    }
    let program = (try? manager.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    for start in [program, manager.currentDirectoryPath] {
      var folder = URL(fileURLWithPath: start)
      while folder.path != "/" {
        for candidate in ["pipelines", "share/inspel/pipelines"] {
          let found = folder.appendingPathComponent(candidate).path
          if manager.fileExists(atPath: found + "/profiles") {
            path = found
            return
          }
        }
        folder.deleteLastPathComponent()
      }
    }
    throw InspelError(
      .fileMissing, "the folder pipelines cannot be found",
      remedy: "Set INSPEL_PIPELINES to the folder pipelines that came with the program.")
  }

  /// The files of a subfolder with an ending, in the order of their names.
  func files(in folder: String, ending: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path + "/" + folder)) ?? []
    return names.filter { $0.hasSuffix(ending) }.sorted().map { folder + "/" + $0 }
  }

  /// The text of a file that a person wrote, which has to be UTF-8.
  static func text(_ path: String, shownAs name: String) throws(InspelError) -> String {
    try contents(path, shownAs: name).text
  }

  /// The text of a file that a person wrote, and the bytes that it stands in.
  static func contents(
    _ path: String, shownAs name: String
  ) throws(InspelError) -> (text: String, bytes: [UInt8]) {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw InspelError(
        .fileMissing, "the file is not there or cannot be read",
        remedy: "Correct the path, and see that the file may be read.", place: Place(file: name))
    }
    guard let text = String(validating: data, as: UTF8.self) else {
      throw InspelError(
        .encodingInvalid, "the file is not UTF-8", remedy: "Save it as UTF-8.",
        place: Place(file: name))
    }
    return (text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text, Array(data))
  }
}
