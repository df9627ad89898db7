/// Joins a Latin letter and a combining mark to the letter that Unicode has for the two.
///
/// Nearly all decomposed text in Swedish files is å, ä, ö and é from a Mac, one mark a letter.
/// This table answers those in a few loads, where `Foundation` needs microseconds for a value.
/// It holds every primary composite of a Latin base (up to U+024F, and U+1E00–U+1EFF) and one
/// mark of U+0300–U+036F, and ≮ ≠ ≯. What it does not hold is left to `Foundation`.
final class LatinComposer: Sendable {
  /// The table; the same for everyone.
  static let shared = LatinComposer()

  /// For a base, its row from 1, or 0.
  ///
  /// U+1E00–U+1EFF follow U+024F.
  private let rows: [UInt8]
  /// For a mark counted from U+0300, its column from 1, or 0.
  private let columns: [UInt8]
  /// Row after row, the composites; 0 where there is none.
  private let composites: [UInt16]
  private let width: Int

  private init() {
    var rows = [UInt8](repeating: 0, count: 0x250 + 0x100)
    var columns = [UInt8](repeating: 0, count: 0x70)
    var rowCount: UInt8 = 0
    var width = 0
    var entries: [(row: Int, column: Int, composite: UInt16)] = []
    for (mark, pairs) in Self.pairs {
      if columns[mark - 0x300] == 0 {
        width += 1
        columns[mark - 0x300] = UInt8(width)
      }
      let scalars = pairs.unicodeScalars.map(\.value)
      for index in stride(from: 0, to: scalars.count - 1, by: 2) {
        guard let slot = Self.slot(of: scalars[index]) else { continue }
        if rows[slot] == 0 {
          rowCount += 1
          rows[slot] = rowCount
        }
        entries.append(
          (Int(rows[slot]), Int(columns[mark - 0x300]), UInt16(scalars[index + 1])))
      }
    }
    var composites = [UInt16](repeating: 0, count: (Int(rowCount) + 1) * (width + 1))
    for entry in entries {
      composites[entry.row * (width + 1) + entry.column] = entry.composite
    }
    self.rows = rows
    self.columns = columns
    self.composites = composites
    self.width = width + 1
  }

  /// The letter for `base` with `mark`, or `nil` when the table holds none.
  @inline(__always)
  func compose(_ base: UInt32, _ mark: UInt32) -> UInt32? {
    guard mark >= 0x300, mark < 0x370, let slot = Self.slot(of: base) else { return nil }
    let composite = composites[Int(rows[slot]) * width + Int(columns[Int(mark) - 0x300])]
    return composite == 0 ? nil : UInt32(composite)
  }

  @inline(__always)
  private static func slot(of base: UInt32) -> Int? {
    if base < 0x250 { return Int(base) }
    if base >= 0x1E00, base < 0x1F00 { return Int(base) - 0x1E00 + 0x250 }
    return nil
  }

  /// For each mark, bases and their composites in turn.
  private static let pairs: [(Int, String)] = [
    // grave accent
    (0x300, "AÀEÈIÌNǸOÒUÙWẀYỲaàeèiìnǹoòuùwẁyỳÂẦÊỀÔỒÜǛâầêềôồüǜĂẰăằĒḔēḕŌṐōṑƠỜơờƯỪưừ"),
    // acute accent
    (0x301, "AÁCĆEÉGǴIÍKḰLĹMḾNŃOÓPṔRŔSŚUÚWẂYÝZŹaácćeégǵiíkḱlĺmḿnńoópṕrŕsśuúwẃyýzźÂẤÅǺ"),
    (0x301, "ÆǼÇḈÊẾÏḮÔỐÕṌØǾÜǗâấåǻæǽçḉêếïḯôốõṍøǿüǘĂẮăắĒḖēḗŌṒōṓŨṸũṹƠỚơớƯỨưứ"),
    // circumflex accent
    (0x302, "AÂCĈEÊGĜHĤIÎJĴOÔSŜUÛWŴYŶZẐaâcĉeêgĝhĥiîjĵoôsŝuûwŵyŷzẑẠẬạậẸỆẹệỌỘọộ"),
    // tilde
    (0x303, "AÃEẼIĨNÑOÕUŨVṼYỸaãeẽiĩnñoõuũvṽyỹÂẪÊỄÔỖâẫêễôỗĂẴăẵƠỠơỡƯỮưữ"),
    // macron
    (0x304, "AĀEĒGḠIĪOŌUŪYȲaāeēgḡiīoōuūyȳÄǞÆǢÕȬÖȪÜǕäǟæǣõȭöȫüǖǪǬǫǭȦǠȧǡȮȰȯȱḶḸḷḹṚṜṛṝ"),
    // breve
    (0x306, "AĂEĔGĞIĬOŎUŬaăeĕgğiĭoŏuŭȨḜȩḝẠẶạặ"),
    // dot above
    (0x307, "AȦBḂCĊDḊEĖFḞGĠHḢIİMṀNṄOȮPṖRṘSṠTṪWẆXẊYẎZŻaȧbḃcċdḋeėfḟgġhḣmṁnṅoȯpṗrṙsṡtṫwẇ"),
    (0x307, "xẋyẏzżŚṤśṥŠṦšṧſẛṢṨṣṩ"),
    // diaeresis
    (0x308, "AÄEËHḦIÏOÖUÜWẄXẌYŸaäeëhḧiïoötẗuüwẅxẍyÿÕṎõṏŪṺūṻ"),
    // hook above
    (0x309, "AẢEẺIỈOỎUỦYỶaảeẻiỉoỏuủyỷÂẨÊỂÔỔâẩêểôổĂẲăẳƠỞơởƯỬưử"),
    // ring above
    (0x30A, "AÅUŮaåuůwẘyẙ"),
    // double acute accent
    (0x30B, "OŐUŰoőuű"),
    // caron
    (0x30C, "AǍCČDĎEĚGǦHȞIǏKǨLĽNŇOǑRŘSŠTŤUǓZŽaǎcčdďeěgǧhȟiǐjǰkǩlľnňoǒrřsštťuǔzžÜǙüǚƷǮ"),
    (0x30C, "ʒǯ"),
    // double grave accent
    (0x30F, "AȀEȄIȈOȌRȐUȔaȁeȅiȉoȍrȑuȕ"),
    // inverted breve
    (0x311, "AȂEȆIȊOȎRȒUȖaȃeȇiȋoȏrȓuȗ"),
    // horn
    (0x31B, "OƠUƯoơuư"),
    // dot below
    (0x323, "AẠBḄDḌEẸHḤIỊKḲLḶMṂNṆOỌRṚSṢTṬUỤVṾWẈYỴZẒaạbḅdḍeẹhḥiịkḳlḷmṃnṇoọrṛsṣtṭuụvṿwẉ"),
    (0x323, "yỵzẓƠỢơợƯỰưự"),
    // diaeresis below
    (0x324, "UṲuṳ"),
    // ring below
    (0x325, "AḀaḁ"),
    // comma below
    (0x326, "SȘTȚsștț"),
    // cedilla
    (0x327, "CÇDḐEȨGĢHḨKĶLĻNŅRŖSŞTŢcçdḑeȩgģhḩkķlļnņrŗsştţ"),
    // ogonek
    (0x328, "AĄEĘIĮOǪUŲaąeęiįoǫuų"),
    // circumflex accent below
    (0x32D, "DḒEḘLḼNṊTṰUṶdḓeḙlḽnṋtṱuṷ"),
    // breve below
    (0x32E, "HḪhḫ"),
    // tilde below
    (0x330, "EḚIḬUṴeḛiḭuṵ"),
    // macron below
    (0x331, "BḆDḎKḴLḺNṈRṞTṮZẔbḇdḏhẖkḵlḻnṉrṟtṯzẕ"),
    // long solidus overlay
    (0x338, "<≮=≠>≯"),
  ]
}
