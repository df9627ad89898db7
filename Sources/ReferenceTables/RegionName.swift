// A region as a person or a table writes it: `1783 Hagfors`, `1783`, `Hagfors`.
struct RegionName: Hashable {
  var code: String?
  var name: String?

  // The first word is a code when it has a digit: `1783`, `T5688`, `1783A0010`.
  init(_ text: String) {
    let plain = CellText.plain(text)
    let parts = plain.split(separator: " ", maxSplits: 1).map(String.init)
    if let first = parts.first, first.contains(where: \.isNumber) {
      code = first
      name = parts.count > 1 ? Self.short(parts[1]) : nil
    } else {
      name = plain.isEmpty ? nil : Self.short(plain)
    }
  }

  private static func short(_ name: String) -> String {
    name.hasSuffix(" kommun") ? String(name.dropLast(" kommun".count)) : name
  }

  // Whether the cells of a row, one or a code and a name apart, are this region. Where both have
  // a code, the code decides.
  func matches(_ cells: [RegionName]) -> Bool {
    if let code {
      let codes = cells.compactMap(\.code)
      // A spreadsheet takes the first zero away from 0114.
      if !codes.isEmpty { return codes.contains { $0 == code || "0" + $0 == code } }
    }
    guard let name else { return false }
    return cells.contains { $0.name == name }
  }

  // What tells the regions that match this one apart: nothing, where the code has decided.
  func identity(of cells: [RegionName]) -> String {
    let codes = cells.compactMap(\.code)
    if code != nil && !codes.isEmpty { return "" }
    return codes.first ?? cells.compactMap(\.name).joined(separator: " ")
  }
}
