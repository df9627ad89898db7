import ArchiveTestSupport
import Archives
import Records
import Testing

@Suite struct ZipArchiveTests {
  @Test func `Members come in the archive's order and out as they went in`() throws {
    let long = (0..<300_000).map { UInt8(truncatingIfNeeded: $0 &* 7 ^ $0 >> 8) }
    let archive = try archive {
      $0.add("svar/åäö.csv", bytes("a;b\n"))
      $0.add("svar/", [])
      $0.add("lång.bin", long, deflated: true)
      $0.add("tom.txt", [])
    }
    #expect(archive.members.map(\.name) == ["svar/åäö.csv", "svar/", "lång.bin", "tom.txt"])
    #expect(archive.members.map(\.size) == [4, 0, 300_000, 0])
    #expect(archive.members.map(\.isDirectory) == [false, true, false, false])
    #expect(TestFile.rest(of: try archive.extract(archive.members[0])) == bytes("a;b\n"))
    let unpacked = try archive.extract(archive.members[2])
    #expect(unpacked.size == 300_000)
    #expect(TestFile.rest(of: unpacked) == long)
    #expect(try archive.extract(archive.members[3]).size == 0)
    // Once more, and in another order.
    #expect(TestFile.rest(of: try archive.extract(archive.members[0])) == bytes("a;b\n"))
  }

  @Test func `An archive is opened by its path`() throws {
    var writer = ZipWriter()
    writer.add("a", bytes("x"))
    let archive = try TestFile.withPath(writer.bytes()) { try ZipArchive(path: $0) }
    #expect(TestFile.rest(of: try archive.extract(archive.members[0])) == bytes("x"))
    #expect(kind { _ = try ZipArchive(path: "/nonexistent/svar.zip") } == .system)
  }

  @Test func `The place where others read the file is not moved`() throws {
    var writer = ZipWriter()
    writer.add("a", bytes("x"))
    let file = try TestFile.open(writer.bytes())
    let archive = try ZipArchive(file)
    _ = try archive.extract(archive.members[0])
    #expect(TestFile.rest(of: file) == writer.bytes())
  }

  @Test(arguments: [
    ([0x86, 0x84, 0x94], UInt16(0), "åäö"),
    (Array("åäö".utf8), 0, "åäö"),
    (Array("åäö".utf8), 0x0800, "åäö"),
    ([0x61, 0xFF, 0x62], 0, "a\u{A0}b"),
  ])
  func `Names are read in the encodings that programs write`(
    raw: [UInt8], flags: UInt16, name: String
  ) throws {
    let archive = try archive { writer in
      writer.add(name: raw, data: [65], method: 0, crc: Checksum.crc([65]), size: 1) {
        $0.flags = flags
      }
    }
    #expect(archive.members.map(\.name) == [name])
    #expect(TestFile.rest(of: try archive.extract(archive.members[0])) == [65])
  }

  @Test func `A name that is not the UTF-8 it is marked as is an error`() throws {
    let found = kind {
      _ = try archive { writer in
        writer.add(name: [0x61, 0xFF], data: [65], method: 0, crc: Checksum.crc([65]), size: 1)
      }
    }
    #expect(found == .damaged)
  }

  @Test(arguments: [
    ("svar.csv", false), ("a/svar.csv", false), ("__MACOSX/._svar.csv", true),
    ("__MACOSX/x.csv", true), (".DS_Store", true), ("a/.DS_Store", true), ("._svar.csv", true),
    ("Thumbs.db", true), ("a\\desktop.ini", true), ("a/", true), ("a/__MACOSX.csv", false),
  ])
  func `What a file manager put there is marked`(name: String, isClutter: Bool) throws {
    let archive = try archive { $0.add(name, []) }
    #expect(archive.members.map(\.isClutter) == [isClutter])
  }

  @Test(arguments: ["../../etc/passwd", "/etc/passwd", "a/../b", "C:\\windows\\x"])
  func `A name that leads elsewhere is listed and does no harm`(name: String) throws {
    let archive = try archive { $0.add(name, bytes("inside")) }
    #expect(archive.members.map(\.name) == [name])
    #expect(TestFile.rest(of: try archive.extract(archive.members[0])) == bytes("inside"))
  }

  @Test func `Of two members with the same name neither is extracted`() throws {
    let archive = try archive {
      $0.add("svar.csv", bytes("one"))
      $0.add("annat.csv", bytes("other"))
      $0.add("svar.csv", bytes("two"))
    }
    #expect(archive.members.map(\.isDuplicate) == [true, false, true])
    #expect(archive.member(named: "svar.csv") == nil)
    #expect(archive.member(named: "annat.csv")?.index == 1)
    #expect(kind { _ = try archive.extract(archive.members[0]) } == .duplicateName)
    #expect(kind { _ = try archive.extract(archive.members[2]) } == .duplicateName)
    #expect(TestFile.rest(of: try archive.extract(archive.members[1])) == bytes("other"))
  }

  @Test func `A folder and a member of another archive are not extracted`() throws {
    let first = try archive { $0.add("a/", []) }
    let second = try archive { $0.add("b", bytes("b")) }
    #expect(kind { _ = try first.extract(first.members[0]) } == .noSuchMember)
    #expect(kind { _ = try first.extract(second.members[0]) } == .noSuchMember)
  }

  @Test func `An archive in an archive comes out as it is`() throws {
    var inner = ZipWriter()
    inner.add("svar.csv", bytes("a;b"))
    let outer = try archive { $0.add("inner.zip", inner.bytes()) }
    let file = try outer.extract(outer.members[0])
    #expect(try ContainerKind.of(file) == .zip)
    let nested = try ZipArchive(file)
    #expect(TestFile.rest(of: try nested.extract(nested.members[0])) == bytes("a;b"))
  }
}
