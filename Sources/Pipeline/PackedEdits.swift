import Refine

/// How a viewpoint's text was changed from the original, as a few bytes for the register: for
/// each edit how many bytes were equal before it, and its lengths in both texts.
enum PackedEdits {
  static func pack(_ edits: EditList, into bytes: inout [UInt8]) {
    var original = 0
    for edit in edits.edits {
      Varint.append(edit.original.lowerBound - original, to: &bytes)
      Varint.append(edit.original.count, to: &bytes)
      Varint.append(edit.refined.count, to: &bytes)
      original = edit.original.upperBound
    }
  }

  static func unpack(_ bytes: [UInt8]) -> EditList {
    var edits: [TextEdit] = []
    var index = 0
    var original = 0
    var refined = 0
    while index < bytes.count {
      guard let equal = Varint.read(bytes, at: &index),
        let removed = Varint.read(bytes, at: &index), let added = Varint.read(bytes, at: &index),
        [equal, removed, added].allSatisfy({ (0...Int(UInt32.max)).contains($0) })
      else { break }
      original += equal
      refined += equal
      edits.append(
        TextEdit(original: original..<original + removed, refined: refined..<refined + added))
      original += removed
      refined += added
    }
    return EditList(edits)
  }
}
