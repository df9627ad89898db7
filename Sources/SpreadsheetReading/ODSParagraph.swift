// The text of one paragraph. Blanks in the XML are one blank, and none at the ends; blanks that
// count are written as elements.
struct ODSParagraph {
  private var hasText = false
  private var isBlankOpen = false

  init() {}

  mutating func add(_ text: UnsafeBufferPointer<UInt8>, to store: RowStore) {
    var start = 0
    var at = 0
    while at < text.count {
      guard text[at].isXMLBlank else {
        at += 1
        continue
      }
      addWord(UnsafeBufferPointer(rebasing: text[start..<at]), to: store)
      if hasText { isBlankOpen = true }
      at += 1
      start = at
    }
    addWord(UnsafeBufferPointer(rebasing: text[start..<at]), to: store)
  }

  mutating func add(_ byte: UInt8, times: Int, to store: RowStore) {
    closeBlank(store)
    store.extend(byte, times: times)
  }

  private mutating func addWord(_ word: UnsafeBufferPointer<UInt8>, to store: RowStore) {
    guard !word.isEmpty else { return }
    closeBlank(store)
    store.extend(word)
  }

  private mutating func closeBlank(_ store: RowStore) {
    if isBlankOpen { store.extend(UInt8(ascii: " ")) }
    isBlankOpen = false
    hasText = true
  }
}
