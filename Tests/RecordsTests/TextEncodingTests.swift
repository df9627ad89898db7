import Records
import Testing

@Suite struct TextEncodingTests {
  @Test(arguments: [
    ("UTF-8", "utf-8"), ("utf_8", "utf-8"), ("US-ASCII", "utf-8"), ("Windows-1252", "windows-1252"),
    ("cp1252", "windows-1252"), ("latin-1", "iso-8859-1"), ("ISO_8859-1:1987", "iso-8859-1"),
    ("UTF-16LE", "utf-16le"), ("utf16be", "utf-16be"), ("Macintosh", "macintosh"),
    ("UTF-32LE", "utf-32le"), ("utf_32be", "utf-32be"), ("ISO-8859-15", "iso-8859-15"),
    ("Latin-9", "iso-8859-15"), ("cp850", "ibm850"), ("850", "ibm850"), ("DOS850", "ibm850"),
    ("IBM850", "ibm850"),
  ])
  func `a name in any of its usual forms is known`(name: String, expected: String) {
    #expect(TextEncoding(name: name)?.name == expected)
  }

  @Test(arguments: ["utf-16", "utf-32", "ebcdic", "", "å", "utf-7"])
  func `an unknown name is no encoding`(name: String) {
    #expect(TextEncoding(name: name) == nil)
  }

  @Test func `every encoding is found by its own name`() {
    for encoding in TextEncoding.all { #expect(TextEncoding(name: encoding.name) == encoding) }
    #expect(Set(TextEncoding.all).count == TextEncoding.all.count)
  }
}
