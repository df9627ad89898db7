// Words for the parser's error codes. The library's own messages are not used: they quote names
// and characters from the file.
//
// The numbers are those of `xmlParserErrors` in libxml2's xmlerror.h; they have not changed
// since 2002 and are part of its ABI.
enum XMLErrorWords {
  static let invalidCharacter = 9
  static let nameTooLong = 110

  static func detail(_ code: Int, column: Int) -> String {
    let place = column > 0 ? ", column \(column)" : ""
    return "\(words[code] ?? "not well-formed") (libxml2 \(code)\(place))"
  }

  private static let words: [Int: String] = [
    1: "the markup cannot be parsed",
    2: "no memory for the parser",
    4: "there is no XML in the file",
    5: "the file ends too early or goes on after the end of the root element",
    6: "a hexadecimal character reference has another character in it",
    7: "a decimal character reference has another character in it",
    8: "a character reference names no character",
    9: "a character that XML does not allow",
    22: "an ampersand that begins no entity",
    23: "an entity reference lacks its semicolon",
    26: "an entity that is not declared",
    32: "an unsupported encoding",
    38: "a less-than sign in an attribute value",
    39: "an attribute value without quotes",
    40: "an attribute value is not closed",
    41: "an attribute without a value",
    42: "an attribute stands twice in one tag",
    45: "a comment is not closed",
    46: "a processing instruction does not begin right",
    47: "a processing instruction is not closed",
    56: "the XML declaration does not begin right",
    57: "the XML declaration is not closed",
    62: "two characters that close a CDATA section stand in the text",
    63: "a CDATA section is not closed",
    64: "the name of a processing instruction is reserved",
    65: "a blank is missing",
    68: "a name is missing",
    72: "a less-than sign is missing",
    73: "a tag is not closed",
    74: "an end tag does not begin right",
    75: "an equals sign is missing",
    76: "an end tag belongs to another element",
    77: "an element is not closed",
    78: "the value of standalone is neither yes nor no",
    79: "the encoding's name is malformed",
    80: "two hyphens inside a comment",
    81: "the encoding does not fit",
    85: "the markup is chopped off",
    96: "the XML declaration has no version",
    108: "the XML declaration names an unknown version",
    110: "a name is too long",
    111: "the parsing was stopped",
  ]
}
