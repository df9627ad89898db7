/// The encoding of a text file, known by its IANA name in lower case.
///
/// The values are the encodings that `UTF8Source` can read. To add one, add a static constant
/// and a form below; a single-byte encoding needs no more than its table.
public struct TextEncoding: Hashable, Sendable, CustomStringConvertible {
  // How bytes become text. Kept apart from the name, so that two names may share a form.
  enum Form: Hashable, Sendable {
    case utf8
    case utf16(bigEndian: Bool)
    case utf32(bigEndian: Bool)
    case singleByte(SingleByteTable)
  }

  /// The IANA name in lower case, such as `utf-16le`.
  public let name: String
  let form: Form

  private init(_ name: String, _ form: Form) {
    self.name = name
    self.form = form
  }

  /// UTF-8, and ASCII with it.
  public static let utf8 = TextEncoding("utf-8", .utf8)
  /// UTF-16 with the low byte first, as Windows writes it.
  public static let utf16LittleEndian = TextEncoding("utf-16le", .utf16(bigEndian: false))
  /// UTF-16 with the high byte first.
  public static let utf16BigEndian = TextEncoding("utf-16be", .utf16(bigEndian: true))
  /// UTF-32 with the low byte first.
  public static let utf32LittleEndian = TextEncoding("utf-32le", .utf32(bigEndian: false))
  /// UTF-32 with the high byte first.
  public static let utf32BigEndian = TextEncoding("utf-32be", .utf32(bigEndian: true))
  /// The western single-byte encoding of Windows.
  public static let windows1252 = TextEncoding("windows-1252", .singleByte(.windows1252))
  /// Latin-1.
  public static let iso88591 = TextEncoding("iso-8859-1", .singleByte(.iso88591))
  /// Latin-9, which is Latin-1 with the euro sign and seven letters in place of eight signs.
  public static let iso885915 = TextEncoding("iso-8859-15", .singleByte(.iso885915))
  /// Mac OS Roman, which older Excel for Mac writes.
  public static let macintosh = TextEncoding("macintosh", .singleByte(.macintosh))
  /// Code page 850, the western encoding of DOS and of the Windows command line.
  public static let ibm850 = TextEncoding("ibm850", .singleByte(.ibm850))

  /// Every encoding that can be read.
  public static let all: [TextEncoding] = [
    .utf8, .utf16LittleEndian, .utf16BigEndian, .utf32LittleEndian, .utf32BigEndian,
    .windows1252, .iso88591, .iso885915, .macintosh, .ibm850,
  ]

  /// The encoding with this name or a usual alias of it, or `nil` when no reader here knows it.
  ///
  /// Case, blanks, hyphens and underscores make no difference: `UTF_8`, `utf8` and `UTF-8` are
  /// the same. Plain `utf-16` and `utf-32` are no values, since they say nothing of the byte
  /// order; `EncodingDetector` takes them as declared names and finds the order in the bytes.
  public init?(name: String) {
    switch Self.folded(name) {
    case "utf8", "utf8sig", "unicode11utf8", "usascii", "ascii", "iso646us", "ansix341968":
      self = .utf8
    case "utf16le": self = .utf16LittleEndian
    case "utf16be": self = .utf16BigEndian
    case "utf32le", "ucs4le": self = .utf32LittleEndian
    case "utf32be", "ucs4be": self = .utf32BigEndian
    case "windows1252", "cp1252", "xcp1252", "ansi", "mswin1252": self = .windows1252
    case "iso88591", "latin1", "l1", "iso885911987", "isoir100", "ibm819", "cp819":
      self = .iso88591
    case "iso885915", "latin9", "l9", "csiso885915", "ibm923", "cp923": self = .iso885915
    case "ibm850", "cp850", "850", "dos850", "cspc850multilingual": self = .ibm850
    case "macintosh", "mac", "macroman", "xmacroman", "csmacintosh": self = .macintosh
    default: return nil
    }
  }

  // The number of bytes in the smallest part of a text.
  var unitLength: Int {
    switch form {
    case .utf8, .singleByte: 1
    case .utf16: 2
    case .utf32: 4
    }
  }

  /// The name.
  public var description: String { name }

  // A name in lower case, with everything but letters and digits taken away.
  static func folded(_ name: String) -> String {
    var folded = ""
    for scalar in name.unicodeScalars {
      switch scalar.value {
      case 0x30...0x39, 0x61...0x7A: folded.unicodeScalars.append(scalar)
      case 0x41...0x5A: folded.unicodeScalars.append(Unicode.Scalar(UInt8(scalar.value) | 0x20))
      default: continue
      }
    }
    return folded
  }
}
