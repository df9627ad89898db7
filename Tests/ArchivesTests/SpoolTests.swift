import ArchiveTestSupport
import Archives
import Foundation
import Records
import Testing

@Suite struct SpoolTests {
  private func spool(_ bytes: [UInt8], limit: Int) throws -> [UInt8] {
    let pipe = Pipe()
    let writer = Thread {
      try? pipe.fileHandleForWriting.write(contentsOf: Data(bytes))
      try? pipe.fileHandleForWriting.close()
    }
    writer.start()
    defer { try? pipe.fileHandleForReading.close() }
    let file = try Spool.stored(
      bytesOf: pipe.fileHandleForReading.fileDescriptor, limit: limit)
    #expect(file.size == bytes.count)
    return TestFile.rest(of: file)
  }

  @Test(arguments: [0, 1, 1_000_000])
  func `A pipe becomes a file`(count: Int) throws {
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 13) }
    #expect(try spool(bytes, limit: count) == bytes)
  }

  @Test func `More than the limit is refused`() throws {
    let file = try TestFile.open(bytes("1234567"))
    #expect(kind { _ = try Spool.stored(bytesOf: file.descriptor, limit: 6) } == .memberTooLarge)
  }
}
