import DialogueModel
import Foundation
import Ingest

/// The files that `inspel inspect` and `inspel init` were asked to look at: files, the files of
/// folders, what a pattern in quotes matches, and standard input.
struct InspectionTargets {
  /// A file to look at.
  struct Target: Equatable {
    /// The path to open.
    var path: String
    /// The path as it is shown.
    var shown: String
    /// Whether it was found in a folder, or named itself.
    var isFound: Bool
  }

  /// The name that stands for standard input.
  static let standardInput = "-"

  /// The files, each name's in the order of their paths; a name that nothing fits stays, so that
  /// the inspection says what is wrong with it.
  static func resolve(_ names: [String]) -> [Target] {
    names.flatMap { name -> [Target] in
      if name == standardInput {
        return [Target(path: name, shown: "standard input", isFound: false)]
      }
      var isFolder: ObjCBool = false
      if FileManager.default.fileExists(atPath: name, isDirectory: &isFolder) {
        return isFolder.boolValue
          ? files(in: name) : [Target(path: name, shown: name, isFound: false)]
      }
      guard name.contains(where: { "*?[".contains($0) }) else {
        return [Target(path: name, shown: name, isFound: false)]
      }
      let matched = matches(name)
      return matched.isEmpty ? [Target(path: name, shown: name, isFound: false)] : matched
    }
  }

  // Hidden files are left out: they are the system's and not somebody's export.
  private static func files(in folder: String) -> [Target] {
    guard let walk = FileManager.default.enumerator(atPath: folder) else { return [] }
    let base = folder.hasSuffix("/") ? folder : folder + "/"
    var found: [String] = []
    for case let item as String in walk {
      if item.split(separator: "/").contains(where: { FileEndings.isClutter($0) }) { continue }
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: base + item, isDirectory: &isFolder),
        !isFolder.boolValue
      else { continue }
      found.append(base + item)
    }
    return sorted(found)
  }

  private static func matches(_ pattern: String) -> [Target] {
    var result = glob_t()
    defer { globfree(&result) }
    guard glob(pattern, 0, nil, &result) == 0 else { return [] }
    let paths = (0..<Int(result.gl_pathc)).compactMap { index in
      result.gl_pathv[index].map { String(cString: $0) }
    }
    return paths.flatMap { path -> [Target] in
      var isFolder: ObjCBool = false
      let isThere = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      return isThere && isFolder.boolValue
        ? files(in: path) : [Target(path: path, shown: path, isFound: true)]
    }
  }

  private static func sorted(_ paths: [String]) -> [Target] {
    paths.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
      .map { Target(path: $0, shown: $0, isFound: true) }
  }
}
