import DialogueModel

extension CalendarDate {
  /// Reads a day written with digits and hyphens only, `2026-06-22`.
  ///
  /// The model's own reading lets a sign pass, as in `2026-+6-22`.
  init?(written text: String) {
    guard text.utf8.allSatisfy({ $0 == 0x2D || (0x30...0x39).contains($0) }) else { return nil }
    self.init(text)
  }
}
