import DialogueModel
import Foundation
import Records

/// Finds files that are the same, byte for byte, as one that comes before.
///
/// The same export is easily downloaded twice, with another name. Records that have neither an
/// identifier nor a time of their own cannot be told from other people's, so such a copy has to
/// be recognised as a whole.
public enum SameFiles {
  /// For each file that is a copy, the index of the first that is the same.
  ///
  /// Only files of the same size are read. A file that cannot be read is no copy: the reading
  /// proper says what is wrong.
  public static func find(_ files: [SourceFile]) -> [Int: Int] {
    var bySize: [String: [Int]] = [:]
    for (index, file) in files.enumerated() {
      let attributes = try? FileManager.default.attributesOfItem(atPath: file.absolutePath)
      guard let size = attributes?[.size] as? Int, size > 0 else { continue }
      bySize["\(size)/\(file.member ?? "")/\(file.declaration.sheet ?? "")", default: []]
        .append(index)
    }
    var copies: [Int: Int] = [:]
    for group in bySize.values where group.count > 1 {
      var firsts: [String: Int] = [:]
      for index in group {
        guard let input = try? InputFile(path: files[index].absolutePath),
          let hash = try? FileHash(input).finish()
        else { continue }
        if let first = firsts[hash] { copies[index] = first } else { firsts[hash] = index }
      }
    }
    return copies
  }
}
