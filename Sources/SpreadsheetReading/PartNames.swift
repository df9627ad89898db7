import Archives

// Finds the parts of a workbook in its archive, where names differ in case without differing.
struct PartNames {
  let archive: ZipArchive
  private let byName: [String: ZipMember]

  init(_ archive: ZipArchive) {
    self.archive = archive
    byName = Dictionary(
      archive.members.lazy.filter { !$0.isDirectory && !$0.isDuplicate }
        .map { (Self.folded($0.name), $0) },
      uniquingKeysWith: { first, _ in first })
  }

  func member(_ name: String) -> ZipMember? { byName[Self.folded(name)] }

  // Some programs on Windows write backslashes.
  private static func folded(_ name: String) -> String {
    String(name.lowercased().map { $0 == "\\" ? "/" : $0 })
  }

  // The part that holds what a part refers to; "" is the package as a whole.
  static func relationships(of part: String) -> String {
    let folders = part.split(separator: "/", omittingEmptySubsequences: true)
    let path = folders.dropLast().map(String.init) + ["_rels", "\(folders.last ?? "").rels"]
    return path.joined(separator: "/")
  }

  // A target, which is absolute or relative to the folder of the part that refers to it.
  static func resolve(_ target: String, against part: String) -> String {
    let isAbsolute = target.hasPrefix("/") || target.hasPrefix("\\")
    var folders =
      isAbsolute ? [] : part.split(separator: "/").dropLast().map(String.init)
    for step in target.split(whereSeparator: { $0 == "/" || $0 == "\\" }) {
      switch step {
      case ".": continue
      case "..": _ = folders.popLast()
      default: folders.append(String(step))
      }
    }
    return folders.joined(separator: "/")
  }
}
