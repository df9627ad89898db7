import ArchiveTestSupport
import Archives
import Records
import Testing

@Suite struct HostileZipTests {
  private static let tenGigabytes = 10 << 30
  private static let zeros = Deflate.rawZeros(mebibytes: 10 << 10)

  private func extractFirst(
    limits: ArchiveLimits = ArchiveLimits(), _ fill: (inout ZipWriter) -> Void
  ) -> ArchiveError? {
    do {
      let archive = try archive(limits: limits, fill)
      _ = try archive.extract(archive.members[0])
      return nil
    } catch {
      return error as? ArchiveError
    }
  }

  @Test(arguments: [
    // What it claims to unpack to, and why it is refused.
    (UInt64(tenGigabytes), ArchiveError.Kind.memberTooLarge),
    (UInt64(3 << 30), .ratioTooHigh),
    (UInt64(1_000_000), .damaged),
    (0, .damaged),
  ])
  func `Ten gigabytes of zeros are not unpacked, whatever is claimed`(
    claimed: UInt64, kind: ArchiveError.Kind
  ) throws {
    let error = extractFirst {
      $0.add(name: bytes("a"), data: Self.zeros, method: 8, crc: 0, size: Int(claimed))
    }
    #expect(error?.kind == kind)
    #expect(error?.member == 0)
  }

  @Test func `The limits are named in the words`() throws {
    let limits = ArchiveLimits(memberBytes: 1234, totalBytes: 2000, members: 3, ratio: 7)
    let large = extractFirst(limits: limits) { $0.add("a", [UInt8](repeating: 1, count: 1235)) }
    #expect(large?.kind == .memberTooLarge)
    #expect(large?.reason.contains("1234") == true)
    let many = extractFirst(limits: limits) { for index in 0..<4 { $0.add("\(index)", []) } }
    #expect(many?.kind == .tooManyMembers)
    #expect(many?.reason.contains(" 3 ") == true)
    let zeros = [UInt8](repeating: 0, count: ArchiveLimits.ratioFloor + 1)
    let ratio = extractFirst(limits: ArchiveLimits(ratio: 7)) {
      $0.add("a", zeros, deflated: true)
    }
    #expect(ratio?.kind == .ratioTooHigh)
    #expect(ratio?.reason.contains(" 7 ") == true)
    #expect(extractFirst(limits: limits) { $0.add("a", [1]) } == nil)
  }

  @Test func `Up to a mebibyte the ratio is not looked at`() throws {
    let zeros = [UInt8](repeating: 0, count: ArchiveLimits.ratioFloor)
    #expect(extractFirst { $0.add("a", zeros, deflated: true) } == nil)
  }

  @Test func `The total counts each member once`() throws {
    let limits = ArchiveLimits(totalBytes: 250)
    let archive = try archive(limits: limits) {
      for index in 0..<3 { $0.add("\(index)", [UInt8](repeating: 1, count: 100)) }
    }
    for _ in 0..<3 { _ = try archive.extract(archive.members[0]) }
    _ = try archive.extract(archive.members[1])
    #expect(kind { _ = try archive.extract(archive.members[2]) } == .totalTooLarge)
    _ = try archive.extract(archive.members[0])
  }

  @Test func `An archive that claims billions of members makes no room for them`() throws {
    var writer = ZipWriter()
    writer.add("a", [1])
    for count in [20_000, 65_535, 4_000_000_000] {
      let file = try TestFile.open(writer.bytes(count: count))
      #expect(kind { _ = try ZipArchive(file) } == .tooManyMembers)
    }
  }

  @Test func `Members that share the same bytes are refused`() throws {
    let shared = [UInt8](repeating: 5, count: 4000)
    let error = extractFirst {
      $0.add("a", shared)
      for index in 0..<5 { $0.add("\(index)", shared) { $0.offset = 0 } }
    }
    #expect(error?.kind == .overlapping)
  }

  @Test func `A wrong checksum is found`() throws {
    #expect(extractFirst { $0.add("a", bytes("text")) { $0.crc = 1 } }?.kind == .checksum)
    let stored = extractFirst { $0.add("a", bytes("text"), deflated: true) { $0.crc = 1 } }
    #expect(stored?.kind == .checksum)
  }

  @Test(arguments: [UInt64(3), 5, 100_000])
  func `A wrong size is found`(size: UInt64) throws {
    let error = extractFirst { $0.add("a", bytes("text"), deflated: true) { $0.size = size } }
    #expect(error?.kind == .damaged)
  }

  @Test func `An encrypted member is listed and refused`() throws {
    var writer = ZipWriter()
    writer.add("a", [UInt8](repeating: 9, count: 40)) { $0.flags = 0x0801 }
    let archive = try ZipArchive(try TestFile.open(writer.bytes()))
    #expect(archive.members.map(\.isEncrypted) == [true])
    #expect(kind { _ = try archive.extract(archive.members[0]) } == .encrypted)
  }

  @Test func `An unknown method of compression is refused`() throws {
    let error = extractFirst { $0.add("a", bytes("text")) { $0.method = 4 } }
    #expect(error?.kind == .unsupported)
  }

  @Test func `A member outside the archive is refused`() throws {
    let error = extractFirst { $0.add("a", bytes("text")) { $0.offset = 4_000_000 } }
    #expect(error != nil)
  }

  @Test func `Compressed data that are none are refused`() throws {
    let error = extractFirst {
      $0.add(name: bytes("a"), data: [0xFF, 0xFF, 0xFF], method: 8, crc: 0, size: 3)
    }
    #expect(error?.kind == .damaged)
  }

  @Test func `An archive that is cut off anywhere ends in an error or a whole file`() throws {
    var writer = ZipWriter()
    writer.add("a", bytes(String(repeating: "text ", count: 30)), deflated: true)
    let whole = writer.bytes()
    for length in 0..<whole.count {
      let file = try TestFile.open(Array(whole.prefix(length)))
      let found = kind {
        let archive = try ZipArchive(file)
        for member in archive.members { _ = try archive.extract(member) }
      }
      #expect(found != nil, "\(length) bytes")
    }
  }

  @Test func `A byte that is changed anywhere never brings the reading down`() throws {
    var writer = ZipWriter()
    let text = bytes(String(repeating: "text ", count: 30))
    writer.add("a", text, deflated: true)
    writer.add("b", bytes("b"))
    let whole = writer.bytes()
    for at in whole.indices {
      for change: UInt8 in [0x01, 0x80, 0xFF] {
        var bytes = whole
        bytes[at] ^= change
        let archive = try? ZipArchive(try TestFile.open(bytes))
        for member in archive?.members ?? [] where member.name == "a" {
          guard let file = try? archive?.extract(member) else { continue }
          #expect(TestFile.rest(of: file) == text, "byte \(at)")
        }
      }
    }
  }

  @Test func `What is no archive says so`() throws {
    #expect(kind { _ = try ZipArchive(try TestFile.open(bytes("a;b\n1;2\n"))) } == .notAnArchive)
    #expect(kind { _ = try ZipArchive(try TestFile.open([])) } == .notAnArchive)
    #expect(kind { _ = try ZipArchive(try TestFile.open([0x50, 0x4B, 3, 4])) } == .truncated)
  }
}
