import Records

// What the first bytes of an XML file say of its encoding before any name has been read, after
// appendix F of the XML recommendation.
struct EncodingSignature {
  // `nil` for a family that no reader here knows.
  let encoding: TextEncoding?
  // Whether the bytes leave no doubt; otherwise it is a guess that a declaration may overrule.
  let isCertain: Bool
  // The number of bytes of the byte order mark.
  let markLength: Int
  // What the family is called when it is refused.
  let unknownName: String?

  init(_ head: [UInt8]) {
    var start: UInt32 = 0
    for index in 0..<4 { start = start << 8 | UInt32(index < head.count ? head[index] : 0) }
    let isLong = head.count >= 4
    let markIsThree = head.count >= 3 && start >> 8 == 0xEFBBBF
    let markIsTwo = head.count >= 2 ? start >> 16 : 0
    if isLong && (start == 0x0000_FEFF || start == 0x0000_003C) {
      self.init(named: "utf-32be", markLength: start == 0x0000_003C ? 0 : 4)
    } else if isLong && (start == 0xFFFE_0000 || start == 0x3C00_0000) {
      self.init(named: "utf-32le", markLength: start == 0x3C00_0000 ? 0 : 4)
    } else if isLong && start == 0x4C6F_A794 {
      self.init(nil, unknown: "ebcdic")
    } else if markIsThree {
      self.init(.utf8, isCertain: true, markLength: 3)
    } else if markIsTwo == 0xFFFE {
      self.init(.utf16LittleEndian, isCertain: true, markLength: 2)
    } else if markIsTwo == 0xFEFF {
      self.init(.utf16BigEndian, isCertain: true, markLength: 2)
    } else if markIsTwo == 0x3C00 {
      self.init(.utf16LittleEndian, isCertain: true)
    } else if markIsTwo == 0x003C {
      self.init(.utf16BigEndian, isCertain: true)
    } else {
      self.init(.utf8)
    }
  }

  // A family that the reader of encodings may know or not.
  private init(named name: String, markLength: Int) {
    if let encoding = TextEncoding(name: name) {
      self.init(encoding, isCertain: true, markLength: markLength)
    } else {
      self.init(nil, unknown: String(name.dropLast(2)))
    }
  }

  private init(
    _ encoding: TextEncoding?, isCertain: Bool = false, markLength: Int = 0,
    unknown: String? = nil
  ) {
    self.encoding = encoding
    self.isCertain = isCertain
    self.markLength = markLength
    unknownName = unknown
  }
}

extension TextEncoding {
  // How many bytes one unit has. A declaration in an encoding of one can be read before it is
  // known which.
  var unitWidth: Int {
    if name.hasPrefix("utf-16") { return 2 }
    return name.hasPrefix("utf-32") ? 4 : 1
  }

  // The same for a declared name that says nothing of the byte order.
  static func unitWidth(ofFamily name: String) -> Int? {
    switch name {
    case "utf-16", "utf16", "utf_16", "ucs-2", "iso-10646-ucs-2": 2
    case "utf-32", "utf32", "utf_32", "ucs-4", "iso-10646-ucs-4": 4
    default: nil
    }
  }
}
