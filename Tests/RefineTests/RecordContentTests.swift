import Refine
import Testing

/// Contents as one row of bytes: the digest for one run, and the one that lasts.
@Suite struct RecordContentTests {
  private func content(_ fields: [String]) -> RecordContent {
    var content = RecordContent()
    for field in fields {
      var field = field
      field.withUTF8 { content.add($0) }
      content.endField()
    }
    return content
  }

  @Test func `Fields that are cut in other places differ`() {
    let contents = [
      ["ab", "c"], ["a", "bc"], ["abc"], ["abc", ""], ["", "abc"], [], [""], ["", ""], ["a\0b"],
      ["a", "\0b"], ["ABC"], ["abc "], [String(repeating: "å", count: 10_000)],
    ]
    let digests = contents.map { content($0).digest(seed: 7) }
    #expect(Set(digests).count == digests.count)
    #expect(content(["ab", "c"]).digest(seed: 7) == digests[0])
    #expect(content(["ab", "c"]).digest(seed: 8) != digests[0])
  }

  @Test func `The lasting digest is that of a hasher that gets the same fields`() {
    for fields in [
      ["Hagfors", "Mer ljus i Råda"], [], [""], ["a", String(repeating: "b", count: 999)],
    ] {
      var hasher = ContentHasher()
      for field in fields {
        var field = field
        field.withUTF8 { hasher.update($0) }
        hasher.endField()
      }
      #expect(content(fields).lastingDigest() == hasher.finish())
    }
  }

  @Test func `A content that is used again has nothing of the one before`() {
    var content = content(["a long one, of more bytes than the next", "b"])
    content.begin(with: [])
    content.add(7)
    content.endField()
    var other = RecordContent()
    other.add(7)
    other.endField()
    #expect(content.digest(seed: 0) == other.digest(seed: 0))
    #expect(content.bytes.count == 16)
  }
}
