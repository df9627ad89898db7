import Foundation

/// Where tests find the project, the corpus and the program.
public enum TestPlaces {
  /// The package's folder.
  public static let package = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

  /// The folder of real files, or `nil` when `INSPEL_CORPUS` is not set.
  public static let corpus: String? = {
    guard let path = ProcessInfo.processInfo.environment["INSPEL_CORPUS"], !path.isEmpty else {
      return nil
    }
    let absolute = path.hasPrefix("/") ? path : package + "/" + path
    return FileManager.default.fileExists(atPath: absolute + "/csv") ? absolute : nil
  }()

  /// The words with which a test that needs the corpus is skipped.
  public static let corpusMissing = "INSPEL_CORPUS does not name the folder of real files"

  /// The program, as it was built beside the tests.
  public static let program: String = {
    var folder = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    for _ in 0..<4 {
      let candidate = folder.appendingPathComponent("inspel").path
      var isFolder: ObjCBool = false
      if FileManager.default.fileExists(atPath: candidate, isDirectory: &isFolder),
        !isFolder.boolValue
      {
        return candidate
      }
      folder.deleteLastPathComponent()
    }
    return package + "/.build/debug/inspel"
  }()

  /// A new empty folder, removed when `body` is done.
  public static func withFolder<Result>(_ body: (String) throws -> Result) throws -> Result {
    let path = NSTemporaryDirectory() + "inspel-test-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: path) }
    return try body(path)
  }

  /// Every file below a folder with its bytes.
  public static func files(below folder: String) throws -> [String: Data] {
    var files: [String: Data] = [:]
    for item in try FileManager.default.subpathsOfDirectory(atPath: folder) {
      var isFolder: ObjCBool = false
      let path = folder + "/" + item
      if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue {
        files[item] = FileManager.default.contents(atPath: path)
      }
    }
    return files
  }
}
