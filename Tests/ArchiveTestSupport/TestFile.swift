import Foundation
import Records

/// Files for tests.
public enum TestFile {
  /// A file with these bytes, open for reading; it has no name any more.
  public static func open(_ bytes: [UInt8]) throws -> InputFile {
    try withPath(bytes) { try InputFile(path: $0) }
  }

  /// Calls `body` with the path of a file with these bytes, which is removed afterwards.
  public static func withPath<R>(
    _ bytes: [UInt8], named name: String = "file", _ body: (String) throws -> R
  ) throws -> R {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("inspel-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent(name)
    try Data(bytes).write(to: file)
    return try body(file.path)
  }

  /// Everything that is left to read of a file.
  public static func rest(of file: InputFile) -> [UInt8] {
    let handle = FileHandle(fileDescriptor: file.descriptor, closeOnDealloc: false)
    return Array((try? handle.readToEnd()) ?? Data())
  }
}
