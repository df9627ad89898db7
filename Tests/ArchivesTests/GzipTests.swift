import ArchiveTestSupport
import Archives
import Records
import Testing

@Suite struct GzipTests {
  private func unpack(
    _ bytes: [UInt8], limits: ArchiveLimits = ArchiveLimits()
  ) throws -> [UInt8] {
    let file = try GzipFile.extract(try TestFile.open(bytes), limits: limits)
    let rest = TestFile.rest(of: file)
    #expect(file.size == rest.count)
    return rest
  }

  @Test(arguments: [0, 1, 200_000, 3_000_000])
  func `A file comes out as it went in`(count: Int) throws {
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31 ^ $0 >> 7) }
    #expect(try unpack(Deflate.gzip(bytes)) == bytes)
    #expect(
      try TestFile.withPath(Deflate.gzip(bytes)) {
        TestFile.rest(of: try GzipFile.extract(path: $0))
      } == bytes)
  }

  @Test func `Streams after each other are one file`() throws {
    let two = Deflate.gzip(bytes("a;b\n")) + Deflate.gzip(bytes("1;2\n"))
    #expect(try unpack(two) == bytes("a;b\n1;2\n"))
    #expect(try unpack(two + [0, 0, 0]) == bytes("a;b\n1;2\n"))
  }

  @Test(arguments: [
    (Array("rest".utf8), ArchiveError.Kind.trailingData), ([0, 0, 1], .trailingData),
    ([0x1F], .truncated), ([0x1F, 0x8B, 8], .truncated), ([0x1F, 0x8C], .damaged),
  ])
  func `Anything else at the end is an error`(
    rest: [UInt8], expected: ArchiveError.Kind
  ) throws {
    #expect(kind { _ = try unpack(Deflate.gzip(bytes("a")) + rest) } == expected)
  }

  @Test func `A file that is cut off anywhere is an error`() throws {
    let whole = Deflate.gzip(bytes(String(repeating: "text ", count: 30)))
    for length in 1..<whole.count {
      #expect(
        kind { _ = try unpack(Array(whole.prefix(length))) } == .truncated, "\(length) bytes")
    }
    #expect(kind { _ = try unpack([]) } == .notAnArchive)
    #expect(kind { _ = try unpack(bytes("a;b\n")) } == .notAnArchive)
  }

  @Test func `A wrong checksum is found`() throws {
    var whole = Deflate.gzip(bytes("text"))
    whole[whole.count - 8] ^= 1
    #expect(kind { _ = try unpack(whole) } == .damaged)
  }

  @Test func `Ten gigabytes of zeros are not unpacked`() throws {
    let bomb = Deflate.gzipZeros(mebibytes: 10 << 10)
    #expect(
      kind { _ = try unpack(bomb, limits: ArchiveLimits(memberBytes: 5000)) }
        == .memberTooLarge)
    #expect(
      kind { _ = try unpack(Deflate.gzip([UInt8](repeating: 0, count: 2 << 20))) }
        == .ratioTooHigh)
    let limits = ArchiveLimits(memberBytes: 50 << 20)
    #expect(kind { _ = try unpack(bomb, limits: limits) } == .memberTooLarge)
  }
}
