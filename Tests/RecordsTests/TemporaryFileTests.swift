import Foundation
import Records
import Testing

#if canImport(Glibc)
  import Glibc
#endif

/// Files without a name, in which is kept what memory should not hold.
@Suite struct TemporaryFileTests {
  @Test func `What was written is read at any place`() throws {
    let file = try Records.TemporaryFile()
    let bytes = (0..<100_000).map { UInt8(truncatingIfNeeded: $0 &* 7) }
    try bytes[..<60_000].withUnsafeBytes { try file.append($0) }
    try bytes[60_000...].withUnsafeBytes { try file.append($0) }
    #expect(file.count == 100_000)
    let input = try file.finish()
    #expect(input.size == 100_000)
    var part = [UInt8](repeating: 0, count: 1_000)
    try part.withUnsafeMutableBytes { try input.read(at: 59_500, into: $0) }
    #expect(part == Array(bytes[59_500..<60_500]))
    #expect(throws: SourceError.self) {
      try part.withUnsafeMutableBytes { try input.read(at: 99_500, into: $0) }
    }
  }

  @Test func `Nobody else may read it`() throws {
    let input = try Records.TemporaryFile().finish()
    var status = stat()
    #expect(fstat(input.descriptor, &status) == 0)
    #expect(status.st_mode & 0o777 == 0o600)
    #expect(status.st_nlink == 0)
  }

  @Test func `A full disk is an error that says so`() throws {
    let descriptor = open("/dev/full", O_RDWR)
    try #require(descriptor >= 0)
    let file = Records.TemporaryFile(owning: descriptor)
    let error = #expect(throws: SourceError.self) {
      try [UInt8](repeating: 1, count: 10).withUnsafeBytes { try file.append($0) }
    }
    #expect(error?.code == ENOSPC)
    #expect(file.count == 0)
  }

  @Test func `A folder that is not there is an error`() {
    let error = #expect(throws: SourceError.self) {
      _ = try Records.TemporaryFile(in: "/nowhere/at-all")
    }
    #expect(error?.code == ENOENT)
  }
}
